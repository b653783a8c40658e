import type { DeadlineRule } from '../catalogue/deadlines.ts'
import { addYears, ageOn, type PlainDate } from '../dates.ts'
import type { Child } from './child.ts'

/** An age in completed years, with the standing of the birth date it rests on. A disputed age stays the stated one and says so. */
export type Age = { readonly years: number; readonly standing: Child['birthDate']['standing'] }

/** The day on which the child completes a number of years; a child born on 29 February does so on the 28th in other years. */
export const birthdayOf = (child: Child, years: number): PlainDate => addYears(child.birthDate.value, years)

/** The child's age on a day. A birthday counts from its morning, also the one of a child born on 29 February. */
export function ageOfChild(child: Child, day: PlainDate): Age {
  const years = ageOn(child.birthDate.value, day)
  return { years: birthdayOf(child, years + 1) <= day ? years + 1 : years, standing: child.birthDate.standing }
}

/** The day the child was found: the earliest identification up to a day. */
export const foundOn = (child: Child, on: PlainDate): PlainDate | undefined =>
  child.identifications
    .map((each) => each.happenedOn)
    .filter((day) => day <= on)
    .toSorted()[0]

/** Age on the day the child was found. @source statistics variable V02 */
export function ageAtIdentification(child: Child, on: PlainDate): Age | undefined {
  const found = foundOn(child, on)
  return found === undefined ? undefined : ageOfChild(child, found)
}

/** The day of majority, by the age that the catalogue names. @source Act (2005:429) 5 § */
export function majorityOf(child: Child, deadlines: readonly DeadlineRule[]): PlainDate | undefined {
  const age = deadlines.flatMap(({ due }) => (typeof due === 'object' && 'age' in due ? [due.age] : []))[0]
  return age === undefined ? undefined : birthdayOf(child, age)
}
