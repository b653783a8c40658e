import type { CaseFile } from './case-file.ts'

/** Replaces each name registered in the case by the child's alias or three dots. @source Hemväg rule: names are hidden until asked for */
export function hideNames(text: string, { child, people }: Pick<CaseFile, 'child' | 'people'>): string {
  const childs = [`${child.givenName} ${child.familyName}`, child.givenName, child.familyName]
  const others = people.flatMap((person) => [person.name, ...person.name.split(' ').filter((part) => part.length > 2)])
  const replaced = childs.reduce((hidden, name) => replaceName(hidden, name, child.alias), text)
  return others.toSorted((one, other) => other.length - one.length).reduce((hidden, name) => replaceName(hidden, name, '…'), replaced)
}

/** Whatever the case of its letters, and in the genitive too. */
function replaceName(text: string, name: string, by: string): string {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(s?)(?![\\p{L}\\p{N}])`, 'giu'), (_, genitive: string) => by + genitive)
}
