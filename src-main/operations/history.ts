import type { HistoryEntryView } from '#contract/changes.ts'
import type { Input } from '#contract/operations.ts'
import { isWithin } from '#domain/changes/field-path.ts'
import { isOfPart } from '#domain/changes/parts.ts'
import { type Reader, shownChanges } from '#domain/changes/shown-fields.ts'
import { applySteps } from '#domain/changes/steps.ts'
import { inverseOf } from '#domain/changes/steps-between.ts'
import type { CaseEntry } from './changes-port.ts'
import type { Implementations } from './implementations.ts'
import { done } from './outcome.ts'
import type { Ports, StoredCase } from './ports.ts'
import { reading } from './reading.ts'
import { aboutView } from './views/about-view.ts'
import { comparison, versionViews } from './views/version-views.ts'

type Names = 'case.about' | 'case.history' | 'case.versions' | 'case.compare'

export const historyImplementations: Implementations<Names> = {
  'case.about': async (ports, { reference, names }) => {
    const read = await reading(ports, reference, names, 'notes')
    return read.ok ? done(await aboutView(ports, read.value.stored, read.value.reader)) : read
  },
  'case.history': async (ports, input) => {
    const read = await reading(ports, input.reference, input.names, 'history')
    return read.ok ? done(await historyOf(ports, read.value.stored, read.value.reader, input)) : read
  },
  'case.versions': async (ports, { reference, kind }) => {
    const read = await reading(ports, reference, undefined, '')
    return read.ok ? done({ versions: versionViews(read.value.reader, kind) }) : read
  },
  'case.compare': async (ports, { reference, names, ...asked }) => {
    const read = await reading(ports, reference, names, 'versions')
    return read.ok ? comparison(ports, read.value.stored, read.value.reader, asked) : read
  },
}

const pageOfEntries = 100
/** So many entries are looked through for one page; then the page ends, whether it is full or not. */
const mostLookedAt = 1000

async function historyOf(ports: Ports, { caseFile }: StoredCase, reader: Reader, asked: Input<'case.history'>) {
  const entries: HistoryEntryView[] = []
  const past = new Past(ports, caseFile.id)
  let before = asked.before
  for (let looked = 0; looked < mostLookedAt; looked += pageOfEntries) {
    const page = await ports.changes.entries(caseFile.id, pageOfEntries, before)
    for (const entry of page) {
      before = entry.seq
      const shown = await entryView(ports, past, reader, entry, asked)
      if (shown !== undefined) entries.push(shown)
      if (entries.length === asked.limit) return { entries, next: entry.seq > 1 ? entry.seq : null }
    }
    if (page.length < pageOfEntries) return { entries, next: null }
  }
  return { entries, next: before ?? null }
}

async function entryView(
  ports: Ports,
  past: Past,
  reader: Reader,
  entry: CaseEntry,
  { path, part }: Input<'case.history'>,
): Promise<HistoryEntryView | undefined> {
  const all = entry.steps.length === 0 ? [] : shownChanges(entry.steps, await past.before(entry), reader)
  const changes = all.filter(
    (change) => (path === undefined || isWithin(change.path, path)) && (part === undefined || isOfPart(change.path, part)),
  )
  if (changes.length === 0 && (path !== undefined || part !== undefined)) return undefined
  const { seq, at, actor, action, of, version } = entry
  const by = (await ports.changes.nameOf(actor)) ?? null
  return { entry: seq, at, by, action, of: of ?? null, version: version ?? null, changes: [...changes] }
}

/** The document before each entry, walking back: the steps turned round are cheaper than opening every version. */
class Past {
  #document: unknown
  #version = 0
  readonly #ports: Ports
  readonly #caseId: string
  constructor(ports: Ports, caseId: string) {
    this.#ports = ports
    this.#caseId = caseId
  }

  async before({ version = 1, steps }: CaseEntry): Promise<unknown> {
    if (this.#version !== version) this.#document = await this.#ports.changes.at(this.#caseId, version)
    const turned = applySteps(this.#document, inverseOf(steps))
    this.#document = turned.ok ? turned.value : await this.#ports.changes.at(this.#caseId, version - 1)
    this.#version = version - 1
    return this.#document
  }
}
