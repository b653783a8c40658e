import type { CaseFile } from '../case/case-file.ts'
import type { PlainDate } from '../dates.ts'
import { partsOf } from '../plan/names-of-child.ts'
import { isIn, wholeWord } from '../plan/word-patterns.ts'
import { type Leaf, leavesOf } from './leaves.ts'

/** Why an officer looks at a passage before it is handed out. Nothing is withheld by itself. */
export type ReviewReason = 'about-another' | 'names-another' | 'informant' | 'safety' | 'investigation'

export type RecordRow = {
  readonly pointer: string
  readonly field: string
  /** As it stands in the register; a person, recipient or document of the case by its name. */
  readonly value: string | number | boolean
  readonly review: readonly ReviewReason[]
}

/** One entry of a list, or a part that is no list. */
export type RecordEntry = { readonly trail: readonly string[]; readonly on: PlainDate | null; readonly rows: readonly RecordRow[] }

/** Who has read the case or taken something out of it: an instant, a name or role, a code. */
export type Access = { readonly at: string; readonly who: string; readonly action: string; readonly purpose: string | null }

export type HeldFile = { readonly title: string; readonly type: string; readonly addedOn: PlainDate }

export type PersonRecord = {
  readonly reference: string
  readonly office: string
  readonly on: PlainDate
  readonly subject: { readonly kind: 'child' | 'person'; readonly name: string; readonly number: number }
  readonly entries: readonly RecordEntry[]
  readonly transfers: readonly { readonly on: PlainDate; readonly recipient: string; readonly purpose: string; readonly profile: string }[]
  readonly files: readonly HeldFile[]
  readonly accesses: readonly Access[]
}

export type RecordSource = {
  readonly caseFile: CaseFile
  /** `child`, or the id of a person of the case. */
  readonly subject: string
  readonly on: PlainDate
  readonly accesses: readonly Access[]
  readonly files: readonly HeldFile[]
}

/**
 * Everything that a case holds about one person. Of the child that is the whole case; of anybody else the person's own entry, each
 * entry that points at them, and each passage in which their name stands. Undefined where the case has no such person.
 * @source GDPR art. 15; OSL 12:1 and 10:3 for the review
 */
export function recordFor({ caseFile, subject, on, accesses, files }: RecordSource): PersonRecord | undefined {
  const who = subjectOf(caseFile, subject)
  if (who === undefined) return undefined
  const leaves = leavesOf(caseFile)
  const held = who.kind === 'child' ? leaves : aboutPerson(leaves, subject, who.name)
  return {
    reference: caseFile.reference,
    office: caseFile.office.name,
    on,
    subject: who,
    entries: entriesOf(caseFile, held, subject),
    transfers: caseFile.transfers.log.map((each) => ({
      on: each.happenedOn,
      recipient: caseFile.recipients.find(({ id }) => id === each.recipient)?.name ?? each.recipient,
      purpose: each.purpose,
      profile: each.profile,
    })),
    files: [...caseFile.documents.map(({ title, type, issuedOn }) => ({ title, type, addedOn: issuedOn })), ...files],
    accesses,
  }
}

function subjectOf({ child, people }: CaseFile, subject: string): PersonRecord['subject'] | undefined {
  if (subject === 'child') return { kind: 'child', name: `${child.givenName} ${child.familyName}`, number: 0 }
  const at = people.findIndex((person) => person.id === subject)
  const person = people[at]
  return person === undefined ? undefined : { kind: 'person', name: person.name, number: at + 1 }
}

/** Fields that name a person, a recipient or a document of the case by its id. The same letters elsewhere are a code or a word. */
const pointers = new Set(['person', 'escort', 'livesWith', 'metBy', 'receivers', 'responsible', 'recipient', 'recipients', 'evidence'])

/** A name's whole and its parts; two letters are too common to be looked for. */
const patternsOf = (name: string): readonly RegExp[] => [name, ...partsOf(name).filter((part) => part.length > 2)].map(wholeWord)

/** An entry that points at the person is taken whole; elsewhere only the passages with the name. */
function aboutPerson(leaves: readonly Leaf[], id: string, name: string): readonly Leaf[] {
  const own = leaves.filter((leaf) => leaf.trail[0] === 'people').filter((leaf) => ownEntry(leaves, leaf.entry, name))
  const pointing = new Set(leaves.filter((leaf) => pointers.has(leaf.field) && leaf.value === id).map((leaf) => leaf.entry))
  const patterns = patternsOf(name)
  const taken = new Set([
    ...own,
    ...leaves.filter((leaf) => pointing.has(leaf.entry)),
    ...leaves.filter((leaf) => typeof leaf.value === 'string' && isIn(leaf.value, patterns)),
  ])
  return leaves.filter((leaf) => taken.has(leaf))
}

/** A person's appointments and relation stand inside the person's own entry. */
function ownEntry(leaves: readonly Leaf[], entry: string, name: string): boolean {
  const person = /^\/people\/\d+/.exec(entry)?.[0]
  return leaves.some((leaf) => leaf.pointer === `${person}/name` && leaf.value === name)
}

function entriesOf(caseFile: CaseFile, held: readonly Leaf[], subject: string): readonly RecordEntry[] {
  const names = namesById(caseFile)
  return [...Map.groupBy(held, (leaf) => `${leaf.entry} ${leaf.trail.join('/')}`).values()].map((leaves) => ({
    trail: leaves[0]?.trail ?? [],
    on: dayOf(leaves),
    rows: leaves
      .filter((leaf) => leaf.field !== 'happenedOn')
      .map((leaf) => ({
        pointer: leaf.pointer,
        field: leaf.field,
        value: named(leaf, names),
        review: reviewOf(caseFile, leaf, subject, names),
      })),
  }))
}

const named = ({ field, value }: Leaf, names: ReadonlyMap<string, string>): Leaf['value'] =>
  typeof value === 'string' && pointers.has(field) ? (names.get(value) ?? value) : value

const dayOf = (leaves: readonly Leaf[]): PlainDate | null => {
  const day = leaves.find((leaf) => leaf.field === 'happenedOn')?.value
  return typeof day === 'string' ? day : null
}

function namesById({ people, recipients, documents }: CaseFile): ReadonlyMap<string, string> {
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...recipients.map(({ id, name }) => [id, name] as const),
    ...documents.map(({ id, title }) => [id, title] as const),
  ])
}

/** Passages about others, from informants, about safety, or from a criminal investigation. */
function reviewOf(caseFile: CaseFile, leaf: Leaf, subject: string, names: ReadonlyMap<string, string>): readonly ReviewReason[] {
  const person = caseFile.people[Number(/^\/people\/(\d+)/.exec(leaf.entry)?.[1] ?? -1)]
  const reasons: ReviewReason[] = []
  // What stands outside a relative's own entry is about the child too.
  if (person === undefined ? subject !== 'child' : person.id !== subject) reasons.push('about-another')
  if (person?.roles.some((role) => role === 'informant' || role === 'suspect') === true) reasons.push('informant')
  if (leaf.field === 'safetyNote' || leaf.field === 'mustNotLearnAddress') reasons.push('safety')
  if (leaf.trail.includes('investigation') || leaf.trail.includes('policeContacts')) reasons.push('investigation')
  if (person === undefined && namesAnother(caseFile, leaf, subject, names)) reasons.push('names-another')
  return reasons
}

function namesAnother({ child, people }: CaseFile, leaf: Leaf, subject: string, names: ReadonlyMap<string, string>): boolean {
  const text = named(leaf, names)
  if (typeof text !== 'string') return false
  const others = people.filter((person) => person.id !== subject).map((person) => person.name)
  const all = subject === 'child' ? others : [...others, `${child.givenName} ${child.familyName}`]
  return all.some((name) => isIn(text, [wholeWord(name)]))
}
