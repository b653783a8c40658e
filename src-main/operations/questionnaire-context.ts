import { ageOfChild } from '#domain/case/age.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { answersIn } from '#domain/questionnaires/bound.ts'
import type { Definition } from '#domain/questionnaires/definition.ts'
import { expand, formOf } from '#domain/questionnaires/expand.ts'
import type { Form } from '#domain/questionnaires/form.ts'
import type { Filled } from '#domain/questionnaires/look.ts'
import { type Filling, fillingsOf } from '#domain/questionnaires/stored.ts'
import type { Bounds } from '#domain/questionnaires/validate.ts'
import type { Ports } from './ports.ts'

/** What the forms need of the house. */
export type FormPorts = Pick<Ports, 'clock' | 'catalogue' | 'questionnaires'>

/** A filling with the form that it was begun on, written out for the child's age on that day. */
export type FormContext = Filled & { readonly definition: Definition; readonly filling: Filling }

/** The newest version of a form. */
export const newestOf = (ports: FormPorts, id: string): Definition | undefined =>
  ports.questionnaires
    .definitions()
    .filter((each) => each.id === id)
    .toSorted((one, other) => other.version - one.version)[0]

export const boundsOf = (ports: FormPorts, { documents }: CaseFile): Bounds => ({ today: ports.clock.today(), documents })

export function writtenOut(
  ports: FormPorts,
  caseFile: CaseFile,
  definition: Definition,
  day: string,
): { readonly form: Form; readonly age: number } {
  const age = ageOfChild(caseFile.child, day).years
  return { form: expand(definition, { catalogue: ports.catalogue, age }), age }
}

/** Nothing where there is no such filling, or its version of the form is not known here. */
export function contextOf(ports: FormPorts, caseFile: CaseFile, id: string, index: number): FormContext | undefined {
  const newest = newestOf(ports, id)
  const filling = newest && fillingsOf(caseFile, newest).find((each) => each.index === index)
  const definition = filling && ports.questionnaires.definitions().find((each) => formOf(each) === filling.form)
  if (filling === undefined || definition === undefined) return undefined
  const { form, age } = writtenOut(ports, caseFile, definition, filling.startedOn)
  return { definition, filling, form, age, answers: answersIn(form, filling) }
}
