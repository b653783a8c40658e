import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import { knownDeadlineRules } from '#domain/deadlines/deadlines-of.ts'
import { gateRules } from '#domain/readiness/gate-rules.ts'
import { type CatalogueFault, catalogueFault } from './faults.ts'
import { catalogueFiles, type Part } from './files.ts'

/** Ids that occur twice, names that nothing in the catalogue bears, rules that no code knows, scores that no level holds. */
export function referenceFaults(catalogue: Catalogue): readonly CatalogueFault[] {
  return [...duplicates(catalogue), ...dangling(catalogue), ...withoutRule(catalogue), ...levelGaps(catalogue)]
}

const at = (part: Part, rest: string, code: CatalogueFault['code'], values: Readonly<Record<string, string>>): CatalogueFault =>
  catalogueFault(catalogueFiles[part], `$${rest}`, code, values)

function duplicates(catalogue: Catalogue): readonly CatalogueFault[] {
  const lists = Object.entries(catalogue).flatMap(([part, list]) => (Array.isArray(list) ? [{ part: part as Part, list }] : []))
  const ids = lists.flatMap(({ part, list }) =>
    list.map((item, index) => ({ part, path: `.items[${index}]`, id: 'id' in item ? item.id : item.recipientKind })),
  )
  const more = [
    ...catalogue.followUpTemplate.rows.map((row, index) => ({ part: 'followUpTemplate' as const, path: `.items[${index}]`, id: row.id })),
    ...catalogue.countries.map(({ alpha3 }, index) => ({ part: 'countries' as const, path: `.items[${index}].alpha3`, id: alpha3 })),
  ]
  const seen = new Set<string>()
  return [...ids, ...more].flatMap(({ part, path, id }) => {
    const key = `${part} ${id}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [at(part, path, 'duplicate-id', { found: id })]
  })
}

type Named = {
  readonly part: Part
  readonly path: string
  readonly id: string | undefined
  readonly among: readonly { readonly id: string }[]
}

function dangling(catalogue: Catalogue): readonly CatalogueFault[] {
  const { gates, documentTypes, permits, redFlags, riskStopRules, followUpTemplate, planProfiles } = catalogue
  const named: readonly Named[] = [
    ...gates.flatMap(({ evidence, alsoEvidence }, index): readonly Named[] => [
      { part: 'gates', path: `.items[${index}].evidence`, id: evidence, among: documentTypes },
      { part: 'gates', path: `.items[${index}].alsoEvidence.document`, id: alsoEvidence?.document, among: documentTypes },
    ]),
    ...riskStopRules.map(
      (rule, index): Named => ({
        part: 'riskStopRules',
        path: `.items[${index}].gate`,
        id: 'gate' in rule ? rule.gate : undefined,
        among: gates,
      }),
    ),
    ...permits.map(
      ({ blocksGate }, index): Named => ({ part: 'permits', path: `.items[${index}].blocksGate`, id: blocksGate, among: gates }),
    ),
    ...redFlags.flatMap(({ raisedBy }, index) =>
      (raisedBy?.within ?? []).flatMap(({ throughRow, fromRow }, window): readonly Named[] => [
        { part: 'redFlags', path: `.items[${index}].raisedBy.within[${window}].throughRow`, id: throughRow, among: followUpTemplate.rows },
        { part: 'redFlags', path: `.items[${index}].raisedBy.within[${window}].fromRow`, id: fromRow, among: followUpTemplate.rows },
      ]),
    ),
    ...planProfiles.evidence.map((id, index): Named => ({ part: 'planProfiles', path: `.evidence[${index}]`, id, among: documentTypes })),
    ...planProfiles.alarms.flatMap(({ flags }, alarm) =>
      flags.map((id, index): Named => ({ part: 'planProfiles', path: `.alarms[${alarm}].flags[${index}]`, id, among: redFlags })),
    ),
  ]
  return named.flatMap(({ part, path, id, among }) =>
    id === undefined || among.some((each) => each.id === id) ? [] : [at(part, path, 'unknown-reference', { found: id })],
  )
}

/** A safeguard or deadline that no rule works out would be silently open, or silent. */
function withoutRule({ gates, deadlines }: Catalogue): readonly CatalogueFault[] {
  const unknown = (part: Part, items: readonly { readonly id: string }[], rules: readonly string[]) =>
    items.flatMap(({ id }, index) => (rules.includes(id) ? [] : [at(part, `.items[${index}].id`, 'no-rule', { found: id })]))
  return [...unknown('gates', gates, Object.keys(gateRules)), ...unknown('deadlines', deadlines, knownDeadlineRules)]
}

function levelGaps({ riskScheme }: Catalogue): readonly CatalogueFault[] {
  const scores = new Set(riskScheme.likelihood.flatMap((likelihood) => riskScheme.severity.map((severity) => likelihood * severity)))
  return [...scores]
    .filter((score) => riskScheme.levels.filter(({ from, to }) => score >= from && score <= to).length !== 1)
    .map((score) => at('riskScheme', '.levels', 'level-gap', { found: String(score) }))
}
