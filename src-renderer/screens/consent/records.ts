import type { z } from 'zod'
import { bestInterestsSchema } from '#domain/case/assessments.ts'
import { childTalkSchema, returnDeclarationSchema, transfersSchema } from '#domain/case/consent.ts'
import { type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'

export const places = ['/talks', '/returnDeclarations', '/transfers/consents', '/transfers/secrecyChecks', '/bestInterests', '/documents']

function listOf<Item>(schema: z.ZodType<Item>, held: Json): readonly Item[] {
  return (Array.isArray(held) ? held : []).flatMap((each) => {
    const read = schema.safeParse(each)
    return read.success ? [read.data] : []
  })
}

/** What the case holds of the child's voice, in the order in which it was recorded. */
export function useRecords() {
  const { held } = useCaseEditing()
  const { consents, secrecyChecks } = transfersSchema.shape
  return {
    talks: listOf(childTalkSchema, held('/talks')),
    declarations: listOf(returnDeclarationSchema, held('/returnDeclarations')),
    consents: listOf(consents.element, held('/transfers/consents')),
    checks: listOf(secrecyChecks.element, held('/transfers/secrecyChecks')),
    informed: listOf(bestInterestsSchema, held('/bestInterests')).flatMap(({ childInformed }) => childInformed ?? []),
  }
}

export type Records = ReturnType<typeof useRecords>
export type Talk = Records['talks'][number]
type Dated = { readonly happenedOn: string; readonly recordedAt: string }

const moment = ({ happenedOn, recordedAt }: Dated): string => `${happenedOn} ${recordedAt}`
export const newestOf = <Item extends Dated>(items: readonly Item[]): Item | undefined =>
  items.toSorted((one, other) => moment(one).localeCompare(moment(other))).at(-1)

/** How consent to transfers of one purpose to one recipient stands: the latest step. */
export const consentStep = ({ consents }: Records, recipient: string, purpose: string) =>
  newestOf(consents.filter((each) => each.purpose === purpose && each.recipients.includes(recipient)))
