import { readdirSync, readFileSync } from 'node:fs'
import { type FormPlace, type Library, loadQuestionnaires } from '#catalogue/questionnaires.ts'
import { type Answers, answersSchema } from '#domain/questionnaires/answer.ts'
import type { Definition } from '#domain/questionnaires/definition.ts'
import { expand, formOf } from '#domain/questionnaires/expand.ts'
import type { Filled } from '#domain/questionnaires/look.ts'
import { catalogue } from './examples.ts'

const resources = new URL('../../resources/', import.meta.url)
export const shippedForms: FormPlace = { forms: new URL('questionnaires/', resources), messages: new URL('messages/', resources) }

export const library: Library = (() => {
  const loaded = loadQuestionnaires([shippedForms], catalogue)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
  return loaded.value
})()

export function definitionOf(form: string): Definition {
  const found = library.definitions.find((each) => formOf(each) === form)
  if (found === undefined) throw new Error(`no form ${form}`)
  return found
}

export const filled = (form: string, answers: Answers, age = 15): Filled => ({
  form: expand(definitionOf(form), { catalogue, age }),
  answers,
  age,
})

type Example = { readonly form: string; readonly age: number; readonly answers: Answers }
const folder = new URL('examples/questionnaires/', resources)

/** The filled examples that are shipped, one of each form. */
export const examples: readonly Example[] = readdirSync(folder)
  .toSorted()
  .map((file) => {
    const { form, age, answers } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    return { form, age, answers: answersSchema.parse(answers) }
  })

export function exampleOf(form: string): Filled {
  const found = examples.find((each) => each.form === form)
  if (found === undefined) throw new Error(`no example of ${form}`)
  return filled(form, found.answers, found.age)
}
