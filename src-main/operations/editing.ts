import { z } from 'zod'
import type { CaseFile } from '#domain/case/case-file.ts'
import { isNamedElsewhere } from '#domain/case/person-references.ts'
import { stepsOfEdits, valueAt } from '#domain/changes/edits.ts'
import { mayBeRead, openFieldAction } from '#domain/changes/open-fields.ts'
import { readable } from '#domain/changes/readable.ts'
import { segmentsOf } from '#domain/changes/steps.ts'
import { changeCase } from './change-case.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { changeUnlessInTheWay } from './own-changes.ts'
import { refusalOf } from './permissions.ts'
import { reading } from './reading.ts'

type Names = 'case.fields' | 'case.edit' | 'draft.list' | 'draft.keep' | 'draft.drop'

/** What a case or a draft holds is JSON; an absent value is null. */
const json = z.json()
const jsonOf = (value: unknown) => json.parse(value ?? null)

export const editingImplementations: Implementations<Names> = {
  'case.fields': async (ports, { reference, places, names }) => {
    const closed = places.find((place) => !mayBeRead(place))
    if (closed !== undefined) return refused('field-not-open', { path: closed })
    const read = await reading(ports, reference, names, 'fields')
    if (!read.ok) return read
    const { stored, reader } = read.value
    const seen = places.map((place) => [place, readable(reader, place, valueAt(stored.caseFile, place))] as const)
    return done({
      version: stored.version,
      mayChange: (await refusalOf(ports, 'case.edit', { reference })) === undefined,
      values: Object.fromEntries(seen.map(([place, { value }]) => [place, jsonOf(value)])),
      hidden: seen.flatMap(([, { hidden }]) => hidden),
    })
  },
  'case.edit': async (ports, { edits, ...asked }) => {
    const closed = edits.find(({ at }) => openFieldAction(at) === undefined)
    if (closed !== undefined) return refused('field-not-open', { path: closed.at })
    const stored = await ports.register.find(asked.reference)
    if (stored === undefined) return refused('no-such-case', { reference: asked.reference })
    const needed = edits.some(({ at, value }) => value === undefined && takesAwayNeeded(stored.caseFile, at))
    if (needed) return refused('person-is-needed')
    const action = openFieldAction(edits[0]?.at ?? '') ?? 'case.changed'
    if (asked.version > stored.version) return changeCase(ports, { ...asked, steps: [], action })
    const base = asked.version === stored.version ? stored.caseFile : await ports.changes.at(stored.caseFile.id, asked.version)
    const steps = stepsOfEdits(base, edits, ports.clock.now())
    if (!steps.ok)
      return { ok: false, error: { code: 'change-does-not-fit', messageKey: 'register.error.change-does-not-fit', values: steps.error } }
    const changed =
      steps.value.length === 0
        ? done({ version: stored.version })
        : await changeUnlessInTheWay(ports, stored, { ...asked, steps: steps.value, action })
    // The window may be gone before it can say so itself, and an older half of the word would come back as if it had been lost.
    if (changed.ok) for (const { at } of edits) await ports.drafts.drop(stored.caseFile.id, at)
    return changed
  },
  'draft.list': async (ports, { reference, names }) => {
    const read = await reading(ports, reference, names, 'drafts')
    if (!read.ok) return read
    const { stored, reader } = read.value
    const drafts = await ports.drafts.of(stored.caseFile.id)
    return done({
      drafts: drafts.map(({ place, version, value, keptAt }) => {
        const seen = readable(reader, place, value)
        return { place, version, keptAt, value: jsonOf(seen.value), hidden: seen.hidden.length > 0 }
      }),
    })
  },
  'draft.keep': async (ports, { reference, ...draft }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    await ports.drafts.keep(stored.caseFile.id, draft)
    return done({})
  },
  'draft.drop': async (ports, { reference, place }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    await ports.drafts.drop(stored.caseFile.id, place)
    return done({})
  },
}

/** Whether an edit takes away somebody whom other things in the case rest on. */
function takesAwayNeeded(caseFile: CaseFile, at: string): boolean {
  const [list, id, ...field] = segmentsOf(at) ?? []
  return list === 'people' && id !== undefined && field.length === 0 && isNamedElsewhere(caseFile, id)
}
