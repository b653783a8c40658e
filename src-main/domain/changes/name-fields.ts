import { patternOf } from './field-path.ts'

/** Fields that hold a name, or lead to somebody by it. Their values are shown only while names are. */
const nameFields = new Set([
  'child.givenName',
  'child.familyName',
  'people',
  'people.name',
  'people.phone',
  'people.email',
  'people.streetAddress',
  'people.safetyNote',
  'recipients',
  'recipients.name',
])

/** Whether a field names somebody, alone or within what it holds. */
export const namesSomebody = (path: string): boolean => nameFields.has(patternOf(path))
