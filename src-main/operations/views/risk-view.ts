import type { RiskView } from '#contract/views.ts'
import type { RiskAssessment } from '#domain/case/assessments.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { hideNames } from '#domain/case/hide-names.ts'
import type { Catalogue } from '#domain/catalogue/catalogue.ts'
import { known, latest } from '#domain/readiness/facts.ts'
import type { Readiness } from '#domain/readiness/readiness.ts'
import { type AssessedFactor, assessRisk } from '#domain/risk/assess-risk.ts'

/** The newest risk assessment as it counts on the day, or null where none has been begun. */
export function riskView(caseFile: CaseFile, catalogue: Catalogue, readiness: Readiness): RiskView | null {
  const versions = known(caseFile.riskAssessments, readiness.on)
  const assessment = latest(versions)
  if (assessment === undefined) return null
  const result = assessRisk(assessment, catalogue, readiness.on)
  const rulesOf = (factor: string) => result.fired.filter((each) => each.factors.includes(factor)).map((each) => each.rule)
  return {
    assessedOn: assessment.happenedOn,
    signedOffOn: assessment.signedOff?.happenedOn ?? null,
    validThrough: readiness.gates.find((each) => each.gate.evidence === 'DOC_RISK')?.validThrough ?? null,
    versions: versions.length,
    overall: result.overall,
    scheme: {
      likelihood: catalogue.riskScheme.likelihood,
      severity: catalogue.riskScheme.severity,
      levels: catalogue.riskScheme.levels,
    },
    factors: result.factors.map((each) => factorView(each, assessment, caseFile, rulesOf(each.factor.id))),
    protectiveFactors: [...result.protectiveFactors],
    fired: result.fired.map((each) => ({ ...each, factors: [...each.factors] })),
  }
}

function factorView(each: AssessedFactor, assessment: RiskAssessment, caseFile: CaseFile, rules: string[]): RiskView['factors'][number] {
  const finding = assessment.findings.find((one) => one.factor === each.factor.id)
  const present = finding?.finding === 'present' ? finding : undefined
  return {
    id: each.factor.id,
    group: each.factor.group,
    stop: each.factor.stop,
    standing: each.standing,
    level: each.level,
    inherent: each.inherent ?? null,
    residual: each.residual ?? null,
    counted: each.counted ?? null,
    rules,
    reliability: present?.reliability ?? null,
    source: present?.source === undefined ? null : hideNames(present.source, caseFile),
    measures: each.measures.map(({ text, responsible, state, on }) => ({
      text: hideNames(text, caseFile),
      responsible: responsible === undefined ? null : hideNames(responsible, caseFile),
      state,
      on: on ?? null,
    })),
  }
}
