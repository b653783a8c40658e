import type { Result } from '../result.ts'
import { itemNames } from './field-path.ts'
import { isRecord, type JsonRecord, own, sameValue } from './json.ts'
import { applySteps, type ChangeStep, escaped, type Misfit } from './steps.ts'

/**
 * One field that I have changed: before, mine and theirs. `overlap`: they changed it too, to something else; `agreed`: to the same;
 * `apart`: they did not touch it.
 */
export type FieldDifference = {
  readonly path: string
  readonly before: unknown
  readonly mine: unknown
  readonly theirs: unknown
  readonly standing: 'overlap' | 'apart' | 'agreed'
}

/** Which of my fields shall stand; all others stay theirs. */
type Take = (path: string) => boolean

type Merge = { readonly take: Take; readonly rows: FieldDifference[] }

/**
 * What two people did to the same document, field by field. `merged` is theirs with those of my fields that `take` names: nothing of
 * theirs is replaced but by a choice.
 */
export function mergeOver(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  take: Take,
): { readonly rows: readonly FieldDifference[]; readonly merged: unknown } {
  const rows: FieldDifference[] = []
  const merged = merge(base, mine, theirs, '', { take, rows })
  return { rows, merged }
}

/** The difference between my steps, made against `base`, and what the others have made of it; a misfit where the steps are not for `base`. */
export function conflictBetween(base: unknown, steps: readonly ChangeStep[], theirs: unknown): Result<readonly FieldDifference[], Misfit> {
  const mine = applySteps(base, steps)
  if (!mine.ok) return mine
  return { ok: true, value: mergeOver(base, mine.value, theirs, () => false).rows.filter((row) => row.standing !== 'agreed') }
}

function merge(base: unknown, mine: unknown, theirs: unknown, path: string, how: Merge): unknown {
  if (sameValue(mine, base)) return theirs
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) return mergeRecord(base, mine, theirs, path, how)
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) return mergeList(base, mine, theirs, path, how)
  const standing = sameValue(theirs, base) ? 'apart' : sameValue(theirs, mine) ? 'agreed' : 'overlap'
  how.rows.push({ path, before: base, mine, theirs, standing })
  return how.take(path) ? mine : theirs
}

function mergeRecord(base: JsonRecord, mine: JsonRecord, theirs: JsonRecord, path: string, how: Merge): JsonRecord {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])
  const fields = [...names].map((name): readonly [string, unknown] => [
    name,
    merge(own(base, name), own(mine, name), own(theirs, name), `${path}/${escaped(name)}`, how),
  ])
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}

type List = readonly unknown[]

/** Items by their own name; without one by their place while no list has grown or shrunk, else by what they say. */
function mergeList(base: List, mine: List, theirs: List, path: string, how: Merge): unknown {
  const lists = [base, mine, theirs] as const
  const listName = path.slice(path.lastIndexOf('/') + 1)
  const [ofBase, ofMine, ofTheirs] = lists.map((list) => itemNames(list, listName))
  if (ofBase !== undefined && ofMine !== undefined && ofTheirs !== undefined) {
    return mergeNamed(
      { list: base, names: ofBase },
      { list: mine, names: ofMine },
      { list: theirs, names: ofTheirs },
      (name) => `${path}/${escaped(name)}`,
      path,
      how,
    )
  }
  if (!lists.every((list) => list.every(isRecord))) return mergeWhole(base, mine, theirs, path, how)
  if (mine.length === base.length && theirs.length === base.length)
    return base.map((each, index) => merge(each, mine[index], theirs[index], `${path}/${index}`, how))
  const [saysBase, saysMine, saysTheirs] = [says(base), says(mine), says(theirs)]
  const place = (name: string) => (saysBase.includes(name) ? `${path}/${saysBase.indexOf(name)}` : `${path}/+${saysMine.indexOf(name)}`)
  return mergeNamed({ list: base, names: saysBase }, { list: mine, names: saysMine }, { list: theirs, names: saysTheirs }, place, path, how)
}

/** Words and numbers without a record around them are one field together. */
function mergeWhole(base: List, mine: List, theirs: List, path: string, how: Merge): unknown {
  const standing = sameValue(theirs, base) ? 'apart' : sameValue(theirs, mine) ? 'agreed' : 'overlap'
  how.rows.push({ path, before: base, mine, theirs, standing })
  return how.take(path) ? mine : theirs
}

/** What each item says, the same twice told apart by a count. */
function says(list: List): readonly string[] {
  const counts = new Map<string, number>()
  return list.map((item) => {
    const text = JSON.stringify(sorted(item))
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return `${text} ${count}`
  })
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((name) => [name, sorted(value[name])]),
  )
}

type Named = { readonly list: List; readonly names: readonly string[] }

function mergeNamed(base: Named, mine: Named, theirs: Named, place: (name: string) => string, path: string, how: Merge): unknown[] {
  const item = ({ list, names }: Named, name: string) => (names.includes(name) ? list[names.indexOf(name)] : undefined)
  const [first, then] = takesMyOrder(base, mine, theirs, path, how) ? [mine, theirs] : [theirs, mine]
  return woven(first.names, then.names)
    .map((name) => merge(item(base, name), item(mine, name), item(theirs, name), place(name), how))
    .filter((each) => each !== undefined)
}

/** An order is a choice of its own where I moved what stood there before: a row that names the whole list. */
function takesMyOrder(base: Named, mine: Named, theirs: Named, path: string, how: Merge): boolean {
  const kept = (names: readonly string[], others: readonly string[]) => names.filter((name) => others.includes(name))
  const moved = (other: Named) => !sameValue(kept(other.names, base.names), kept(base.names, other.names))
  if (!moved(mine)) return false
  const standing = !moved(theirs)
    ? 'apart'
    : sameValue(kept(mine.names, theirs.names), kept(theirs.names, mine.names))
      ? 'agreed'
      : 'overlap'
  how.rows.push({ path, before: base.list, mine: mine.list, theirs: theirs.list, standing })
  return how.take(path)
}

/** The first order, with each name that only the other has behind the one before it there, and behind what only the first has at that place. */
function woven(first: readonly string[], then: readonly string[]): readonly string[] {
  const order = [...first]
  then.forEach((name, index) => {
    if (order.includes(name)) return
    const before = then[index - 1]
    let place = before === undefined ? 0 : order.indexOf(before) + 1
    while (place < order.length && !then.includes(order[place] ?? '')) place += 1
    order.splice(place, 0, name)
  })
  return order
}
