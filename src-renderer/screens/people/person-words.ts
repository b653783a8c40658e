import type { PersonView } from '#contract/views.ts'
import { kinships } from '#domain/case/people.ts'
import type { Json } from '../../app/editing/case-editing.tsx'
import type { Speech } from '../../app/text.ts'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import { isTexts } from '../../components/case-fields/use-field.ts'

const textOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)
const isAnswer = (value: Json | undefined): value is PersonView['safeToContact'] => value === 'yes' || value === 'no' || value === 'unknown'

/** A person of the case as a record holds one, for the words that all screens have for people. Anything but a clear answer is unknown. */
export function personOf(record: CaseRecord): PersonView {
  const { roles = null, relation, safeToContact } = record
  const kin = typeof relation === 'object' && relation !== null && !Array.isArray(relation) ? relation : undefined
  return {
    id: textOr(record['id']) ?? '',
    roles: isTexts(roles) ? roles : [],
    relation: kin === undefined ? null : { kinship: textOr(kin['kinship']) ?? 'other', side: textOr(kin['side']) ?? 'unknown' },
    safeToContact: isAnswer(safeToContact) ? safeToContact : 'unknown',
    mustNotLearnAddress: record['mustNotLearnAddress'] === true,
    organisation: textOr(record['organisation']),
    town: textOr(record['town']),
    country: textOr(record['country']),
    name: textOr(record['name']),
    phone: textOr(record['phone']),
    safetyNote: textOr(record['safetyNote']),
  }
}

/** Kin of whom Swedish and the law ask on which side of the family they stand. */
const sided: ReadonlySet<string> = new Set(['grandmother', 'grandfather', 'aunt', 'uncle', 'cousin', 'claimed-uncle'])

/** Every kinship as one choice: moster and faster are two, and where nobody knows which, that is a third. */
export function kinChoices({ t }: Speech): readonly { readonly id: string; readonly label: string }[] {
  return kinships.flatMap((kinship) => {
    if (!sided.has(kinship)) return [{ id: `${kinship}.none`, label: t(`kinship.${kinship}.none`) }]
    return [
      { id: `${kinship}.maternal`, label: t(`kinship.${kinship}.maternal`) },
      { id: `${kinship}.paternal`, label: t(`kinship.${kinship}.paternal`) },
      { id: `${kinship}.unknown`, label: t('people.kin.unknownSide', { kin: t(`kinship.${kinship}.unknown`) }) },
    ]
  })
}

/** How a relation is kept: the degree and the side, as one word of a list. */
export const kinKeeps = {
  shown: (held: Json): string => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return ''
    const [kinship, side] = [String(held['kinship']), String(held['side'])]
    if (!sided.has(kinship)) return `${kinship}.none`
    return `${kinship}.${side === 'none' ? 'unknown' : side}`
  },
  value: (id: string): Json => {
    const at = id.indexOf('.')
    return { kinship: id.slice(0, at), side: id.slice(at + 1) }
  },
}
