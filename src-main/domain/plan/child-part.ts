import { foundOn } from '../case/age.ts'
import { extentOf, gets, type PlanContext } from './plan-context.ts'
import { ageOnDay } from './reception-part.ts'

export type ChildPart = {
  readonly alias: string
  readonly age: number
  readonly birth: {
    readonly date: string
    /** The day as far as it is known, where a part of it is not: `2011-XX-XX`. */
    readonly known?: string
    readonly standing: string
    readonly sex: string
    readonly citizenships: readonly string[]
  } | null
  readonly languages: readonly { readonly language: string; readonly level: string }[]
  /** Since when the child has been protected in Sweden; nothing of why. */
  readonly supportedSince: string | null
  readonly goal: string | null
  readonly strengths: readonly string[]
}

export function childPart(context: PlanContext): ChildPart {
  const { caseFile, catalogue, profile, on } = context
  const { child, reintegration } = caseFile
  const twoLetters = (code: string) => catalogue.countries.find((country) => country.alpha3 === code)?.id ?? code
  return {
    alias: child.alias,
    age: ageOnDay(context, on).years,
    birth:
      extentOf(profile, 'child.birth') === 'full'
        ? {
            date: child.birthDate.value,
            ...(child.birthDate.known === undefined ? {} : { known: child.birthDate.known }),
            standing: child.birthDate.standing,
            sex: child.sex,
            citizenships: child.citizenships.map(twoLetters),
          }
        : null,
    languages: gets(context, 'child.languages') ? child.languages : [],
    supportedSince: gets(context, 'child.background') ? (foundOn(child, on) ?? null) : null,
    goal: gets(context, 'child.goals') ? (reintegration.childsGoal ?? null) : null,
    strengths: gets(context, 'child.goals') ? reintegration.strengths : [],
  }
}
