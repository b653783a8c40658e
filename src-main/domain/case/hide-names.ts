import type { CaseFile } from './case-file.ts'

type Named = Pick<CaseFile, 'child' | 'people'>

/**
 * How a case's texts read while names are hidden: each name registered in the case replaced by the child's alias or three dots.
 * @source Hemväg rule: names are hidden until asked for
 */
export function nameHider({ child, people }: Named): (text: string) => string {
  const childs = [`${child.givenName} ${child.familyName}`, child.givenName, child.familyName].map((name) => [name, child.alias] as const)
  const others = people.flatMap((person) => [person.name, ...person.name.split(' ').filter((part) => part.length > 2)])
  const longestFirst = others.toSorted((one, other) => other.length - one.length).map((name) => [name, '…'] as const)
  // A question mark stands for a name that is unknown: there is nothing to hide in it.
  const named = [...childs, ...longestFirst].filter(([name]) => /\p{L}/u.test(name))
  const patterns = named.map(([name, by]) => ({ pattern: patternOf(name), by }))
  return (text) => patterns.reduce((hidden, { pattern, by }) => hidden.replace(pattern, (_, genitive: string) => by + genitive), text)
}

export const hideNames = (text: string, named: Named): string => nameHider(named)(text)

/** Whatever the case of its letters, and in the genitive too. */
function patternOf(name: string): RegExp {
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(s?)(?![\\p{L}\\p{N}])`, 'giu')
}
