import { z } from 'zod'
import { excerptOf, type Stretch, termsOf } from '#domain/search/terms.ts'
import type { AnyCase, CaseForm } from '../case-form.ts'
import type { Session } from '../session.ts'
import { findIn } from './find.ts'
import { type IndexFile, openIndex } from './index-file.ts'
import { compareAll, forgetCase, index } from './refresh.ts'

/** How many cases are read anew before a question is answered; of more, the answer says that they are still to come. */
const readAtOnce = 300
const mostExcerpts = 5

/** What a session knows of its search index. Everything is compared at the first question, and again when keys have come or gone. */
export type Searching = { file: IndexFile | undefined; compared: boolean; moved: Set<string> }

export const notSearchedYet = (): Searching => ({ file: undefined, compared: false, moved: new Set() })

export type SearchHit = {
  readonly caseId: string
  readonly reference: string
  /** Where it was found, each with the hits marked; at most five. */
  readonly passages: readonly { readonly area: string; readonly excerpt: readonly Stretch[] }[]
}

export type Found = {
  readonly hits: readonly SearchHit[]
  /** There are more than were asked for. */
  readonly more: boolean
  /** Cases that are not in the index yet: ask again. */
  readonly pending: number
}

async function refreshed<Document extends AnyCase>(session: Session, form: CaseForm<Document>): Promise<IndexFile> {
  const { searching } = session
  const file = searching.file ?? (await openIndex(session))
  searching.file = file
  if (!searching.compared) {
    const { stale, gone } = await compareAll(session, file)
    await file.transaction().execute(async (change) => {
      for (const caseId of gone) await forgetCase(change, caseId)
    })
    for (const caseId of stale) searching.moved.add(caseId)
    searching.compared = true
  }
  const now = [...searching.moved].slice(0, readAtOnce)
  if (now.length > 0) await index(session, form, file, now)
  for (const caseId of now) searching.moved.delete(caseId)
  return file
}

const passagesSchema = z.object({ area: z.string(), text: z.string(), hidden: z.string().optional() }).array()

function shown(stored: unknown, terms: readonly string[], named: boolean): SearchHit['passages'] {
  const found: { area: string; readable: string; excerpt: readonly Stretch[] }[] = []
  for (const { area, text, hidden } of passagesSchema.parse(stored)) {
    const readable = named ? text : hidden
    const excerpt = readable === undefined ? undefined : excerptOf(readable, terms)
    if (readable === undefined || excerpt === undefined) continue
    if (found.some((other) => other.area === area && other.readable === readable)) continue
    found.push({ area, readable, excerpt })
    if (found.length === mostExcerpts) break
  }
  return found.map(({ area, excerpt }) => ({ area, excerpt }))
}

export type Question = { readonly text: string; readonly named: boolean; readonly limit: number }

/** Cases in which every word of the question stands: only those whose key this person has at this moment. */
export async function search<Document extends AnyCase>(session: Session, form: CaseForm<Document>, question: Question): Promise<Found> {
  const { text, named, limit } = question
  const file = await refreshed(session, form)
  const terms = termsOf(text)
  const found = await findIn(file, text, named, limit + 1)
  const keys = await session.keyring.keysOf(found.map(({ caseId }) => caseId))
  const hits = found
    .slice(0, limit)
    .filter(({ caseId }) => keys.has(caseId))
    .map(({ caseId, reference, passages }) => ({ caseId, reference, passages: shown(passages, terms, named) }))
  return { hits, more: found.length > limit, pending: session.searching.moved.size }
}
