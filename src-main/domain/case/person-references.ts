import type { CaseFile } from './case-file.ts'

/** Fields that name somebody by their id. */
const fields = new Set(['person', 'responsible', 'metBy', 'livesWith', 'receivers', 'escort', 'from', 'to'])

/** Whether something else in the case rests on a person: a task, a recipient, the reception, the journey. Whoever is named there may not just go. */
export function isNamedElsewhere(caseFile: CaseFile, id: string): boolean {
  const names = (value: unknown, field: string): boolean => {
    if (typeof value === 'string') return value === id && fields.has(field)
    if (Array.isArray(value)) return value.some((each) => names(each, field))
    return typeof value === 'object' && value !== null && Object.entries(value).some(([name, each]) => names(each, name))
  }
  return names(caseFile, '')
}
