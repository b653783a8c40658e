import { segmentsOf } from './steps.ts'

/** Parts of a case by which its history can be narrowed, with the fields that they hold. */
const fieldsOf = {
  notes: ['notes'],
  case: ['office', 'openedOn', 'diaryNumber', 'child', 'people', 'recipients', 'documents', 'tasks', 'lastEntryOn'],
  assessment: [
    ...['legal', 'talks', 'returnDeclarations', 'resumptions', 'bestInterests', 'homeAuthority'],
    ...['riskAssessments', 'reception', 'overrides', 'questionnaires'],
  ],
  plan: ['reintegration', 'budget', 'transfers', 'translations', 'travel', 'followUp'],
} as const satisfies Record<string, readonly string[]>

export const changeParts = ['notes', 'case', 'assessment', 'plan'] as const satisfies readonly (keyof typeof fieldsOf)[]
export type ChangePart = (typeof changeParts)[number]

export const isOfPart = (path: string, part: ChangePart): boolean => {
  const fields: readonly string[] = fieldsOf[part]
  return fields.includes(segmentsOf(path)?.[0] ?? '')
}
