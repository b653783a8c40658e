import type { CaseFile } from '../case/case-file.ts'
import { isLocked } from '../case/notes.ts'
import { isRecord, own } from './json.ts'

/** What stands for ever once it is there. Each has a sentence that says how one corrects: `immutable.<kind>`. */
export const immutableKinds = [
  'risk-assessment',
  'best-interests-decision',
  'override',
  'budget-approval',
  'transfer',
  'transfer-consent',
  'secrecy-check',
  'talk',
  'return-declaration',
  'resumption',
  'parental-consent',
  'countersignature',
  'note',
] as const
export type ImmutableKind = (typeof immutableKinds)[number]

/** One thing that a change would alter or take away. */
export type Touched = { readonly what: ImmutableKind; readonly path: string }

/** `now` is a UTC instant; a note locks so many minutes after it was written. Without it, notes are left to whoever knows the time. */
type Standing = { readonly now: string; readonly noteLockMinutes: number }

type Rule = {
  readonly what: ImmutableKind
  readonly path: string
  readonly items: (file: CaseFile) => readonly unknown[]
  readonly stands: (item: unknown, standing: Standing | undefined) => boolean
  /** Fields that may still be filled in where they were empty, as `wishes.answer`. */
  readonly later?: readonly string[]
}

const always = () => true
const has = (field: string) => (item: unknown) => isRecord(item) && own(item, field) !== undefined

const noteStands = (item: unknown, standing: Standing | undefined): boolean =>
  standing !== undefined &&
  isRecord(item) &&
  typeof item['recordedAt'] === 'string' &&
  isLocked({ recordedAt: item['recordedAt'] }, standing.noteLockMinutes, standing.now)

const rules: readonly Rule[] = [
  { what: 'risk-assessment', path: '/riskAssessments', items: (file) => file.riskAssessments, stands: has('signedOff') },
  {
    what: 'best-interests-decision',
    path: '/bestInterests',
    items: (file) => file.bestInterests,
    stands: has('decision'),
    later: ['childInformed'],
  },
  { what: 'override', path: '/overrides', items: (file) => file.overrides, stands: always, later: ['restored'] },
  { what: 'budget-approval', path: '/budget/approvals', items: (file) => file.budget.approvals, stands: always },
  { what: 'transfer', path: '/transfers/log', items: (file) => file.transfers.log, stands: always },
  { what: 'transfer-consent', path: '/transfers/consents', items: (file) => file.transfers.consents, stands: always },
  { what: 'secrecy-check', path: '/transfers/secrecyChecks', items: (file) => file.transfers.secrecyChecks, stands: always },
  { what: 'talk', path: '/talks', items: (file) => file.talks, stands: always, later: ['wishes.answer'] },
  { what: 'return-declaration', path: '/returnDeclarations', items: (file) => file.returnDeclarations, stands: always },
  { what: 'resumption', path: '/resumptions', items: (file) => file.resumptions, stands: always },
  { what: 'parental-consent', path: '/reception/parentalConsents', items: (file) => file.reception.parentalConsents, stands: always },
  {
    what: 'countersignature',
    path: '/reintegration/countersignatures',
    items: (file) => file.reintegration.countersignatures,
    stands: always,
  },
  { what: 'note', path: '/notes', items: (file) => file.notes ?? [], stands: noteStands },
]

/** Whether `after` is `before`, with nothing but what may be filled in later. */
function keeps(before: unknown, after: unknown, later: readonly string[], at: string): boolean {
  if (Array.isArray(before))
    return Array.isArray(after) && before.length === after.length && before.every((each, index) => keeps(each, after[index], later, at))
  if (!isRecord(before)) return Object.is(before, after)
  if (!isRecord(after)) return false
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every((name) => {
    const place = at === '' ? name : `${at}.${name}`
    const [was, is] = [own(before, name), own(after, name)]
    return (was === undefined && (is === undefined || later.includes(place))) || keeps(was, is, later, place)
  })
}

/** Every one of them must be found again, each in one of its own. */
function lost(rule: Rule, before: CaseFile, after: CaseFile, standing: Standing | undefined): readonly Touched[] {
  const left = [...rule.items(after)]
  return rule.items(before).flatMap((item, index) => {
    if (!rule.stands(item, standing)) return []
    const kept = left.findIndex((each) => keeps(item, each, rule.later ?? [], ''))
    if (kept < 0) return [{ what: rule.what, path: `${rule.path}/${index}` }]
    left.splice(kept, 1)
    return []
  })
}

/**
 * What a change would alter or remove that has been signed off, decided, approved, sent, said or locked. Whichever way the change comes,
 * it may not be made: a new version, or an entry that corrects, comes beside. @source Hemväg rule
 */
export function immutableTouched(before: CaseFile, after: CaseFile, standing?: Standing): readonly Touched[] {
  return rules.flatMap((rule) => lost(rule, before, after, standing))
}
