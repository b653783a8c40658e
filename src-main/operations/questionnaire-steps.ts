import type { CaseFile } from '#domain/case/case-file.ts'
import type { Questionnaire } from '#domain/case/questionnaires.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import { answersIn } from '#domain/questionnaires/bound.ts'
import { carryOver } from '#domain/questionnaires/carry-over.ts'
import type { Definition } from '#domain/questionnaires/definition.ts'
import { formOf, scoringOf } from '#domain/questionnaires/expand.ts'
import { askedAnswers } from '#domain/questionnaires/look.ts'
import { fillingsOf, signedOf } from '#domain/questionnaires/stored.ts'
import { scoreForm } from '#domain/scoring/form-score.ts'
import type { Ports } from './ports.ts'
import { boundsOf, contextOf, type FormContext, writtenOut } from './questionnaire-context.ts'

type Beginning = { readonly operationId: string; readonly user: string }
type Begun = { readonly steps: readonly ChangeStep[]; readonly index: number }

/** A new filling. An assessment of the case's own shape begins as a copy of the last; else what the form says may be taken over. */
export function beginSteps(ports: Ports, caseFile: CaseFile, definition: Definition, beginning: Beginning): Begun {
  const frame = { form: formOf(definition), catalogueVersion: ports.catalogue.version }
  const fact = { happenedOn: ports.clock.today(), recordedAt: ports.clock.now(), ...frame }
  if (definition.target === 'riskAssessments') {
    const last = caseFile.riskAssessments.at(-1)
    const after = { ...fact, assessors: [beginning.user], findings: last?.findings ?? [], protectiveFactors: last?.protectiveFactors ?? [] }
    return appended('/riskAssessments', caseFile.riskAssessments, after)
  }
  if (definition.target === 'bestInterests') {
    const last = caseFile.bestInterests.at(-1)
    const after = { ...fact, panel: last?.panel ?? [], factors: last?.factors ?? [], alternatives: last?.alternatives ?? [] }
    return appended('/bestInterests', caseFile.bestInterests, after)
  }
  const after: Questionnaire = {
    id: beginning.operationId.toLowerCase(),
    ...frame,
    startedOn: ports.clock.today(),
    recordedAt: ports.clock.now(),
    answers: { ...takenOver(ports, caseFile, definition) },
  }
  if (caseFile.questionnaires === undefined) return { steps: [{ path: '/questionnaires', after: [after] }], index: 0 }
  return appended('/questionnaires', caseFile.questionnaires, after)
}

const appended = (path: string, list: readonly unknown[], after: unknown): Begun => ({
  steps: [{ path: `${path}/${list.length}`, after }],
  index: list.length,
})

/** An index is asked anew each time; what else was signed off may be taken over. */
function takenOver(ports: Ports, caseFile: CaseFile, definition: Definition) {
  if (definition.carryOver === undefined) return {}
  const signed = signedOf(fillingsOf(caseFile, definition))
  if (signed === undefined) return {}
  const former = contextOf(ports, caseFile, definition.id, signed.index)
  if (former === undefined) return {}
  const { form } = writtenOut(ports, caseFile, definition, ports.clock.today())
  const answers = answersIn(former.form, signed)
  return carryOver(definition, form, { version: former.definition.version, answers }, boundsOf(ports, caseFile))
}

/** Signs a filling off: what is not asked any more is left out, and what an index says stands beside the answers. */
export function signSteps(ports: Ports, context: FormContext, by: string): readonly ChangeStep[] {
  const { at, value } = context.filling
  const signedOff = { happenedOn: ports.clock.today(), recordedAt: ports.clock.now(), by }
  if (context.definition.target !== 'answers') return [{ path: `${at}/signedOff`, after: signedOff }]
  const table = scoringOf(context.form, ports.catalogue)
  const score = table === undefined ? {} : { score: scoreForm(context, table) }
  const answers = askedAnswers(context)
  return [{ path: at, before: value, after: { ...(value as Questionnaire), answers, ...score, signedOff } }]
}
