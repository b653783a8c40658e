import type { FormLine, OpenedForm } from '#contract/questionnaires.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { nameHider } from '#domain/case/hide-names.ts'
import { sameValue } from '#domain/changes/json.ts'
import { type Answer, type Answers, answerSchema } from '#domain/questionnaires/answer.ts'
import type { Definition } from '#domain/questionnaires/definition.ts'
import { answerDifferences } from '#domain/questionnaires/difference.ts'
import { formOf, scoringOf } from '#domain/questionnaires/expand.ts'
import { keysOf } from '#domain/questionnaires/form.ts'
import { progress } from '#domain/questionnaires/look.ts'
import { draftOf, dueAgain, type Filling, fillingsOf, signedOf } from '#domain/questionnaires/stored.ts'
import { answerFaults } from '#domain/questionnaires/validate.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { scoreForm } from '#domain/scoring/form-score.ts'
import type { Language, StoredCase } from '../ports.ts'
import { boundsOf, contextOf, type FormContext, type FormPorts, newestOf, writtenOut } from '../questionnaire-context.ts'

/** The forms of a case, each in its newest version. */
export function formLines(ports: FormPorts, caseFile: CaseFile, language: Language): FormLine[] {
  const ids = [...new Set(ports.questionnaires.definitions().map(({ id }) => id))]
  return ids.flatMap((id) => {
    const definition = newestOf(ports, id)
    return definition === undefined ? [] : [formLine(ports, caseFile, definition, language)]
  })
}

function formLine(ports: FormPorts, caseFile: CaseFile, definition: Definition, language: Language): FormLine {
  const fillings = fillingsOf(caseFile, definition)
  const draft = draftOf(fillings)
  const begun = draft && contextOf(ports, caseFile, definition.id, draft.index)
  const { form } = writtenOut(ports, caseFile, definition, ports.clock.today())
  return {
    id: definition.id,
    form: form.form,
    ...titleOf(ports, form.form, language),
    target: definition.target,
    standing: definition.standing,
    fillings: fillings.toReversed().map((each) => fillingView(each, nameHider(caseFile))),
    progress: begun === undefined ? null : counted(progress(begun).whole),
    dueOn: dueAgain(signedOf(fillings), caseFile, form.renewAfterDays),
  }
}

const counted = ({ answered, asked }: { readonly answered: number; readonly asked: number }) => ({ answered, asked })

const titleOf = ({ questionnaires }: FormPorts, form: string, language: Language) => ({
  title: questionnaires.text(language, [`form.${form}`]) ?? form,
  line: questionnaires.text(language, [`form.${form}.line`]) ?? '',
})

const fillingView = ({ index, form, startedOn, signedOff }: Filling, hide: (text: string) => string) => ({
  index,
  form,
  startedOn,
  signedOff: signedOff === null ? null : { on: signedOff.on, by: signedOff.by === null ? null : hide(signedOff.by) },
})

export type Reading = { readonly language: Language; readonly namesShown: boolean }

/** A filling as its reader may see it. */
export function openedForm(ports: FormPorts, { caseFile, version }: StoredCase, context: FormContext, reading: Reading): OpenedForm {
  const { form, filling, definition } = context
  const hide = reading.namesShown ? (text: string) => text : nameHider(caseFile)
  const shown = withoutNames(context.answers, hide)
  const table = scoringOf(form, ports.catalogue)
  return {
    version,
    id: definition.id,
    index: filling.index,
    form,
    ...titleOf(ports, form.form, reading.language),
    texts: textsOf(ports, context, reading.language),
    age: context.age,
    startedOn: filling.startedOn,
    signedOff: fillingView(filling, hide).signedOff,
    answers: shown,
    hidden: Object.keys(shown).filter((id) => !sameValue(shown[id], context.answers[id])),
    former: formerOf(ports, caseFile, context, hide),
    dueOn: filling.signedOff === null ? null : dueAgain(filling, caseFile, form.renewAfterDays),
    score: table === undefined ? null : plainScore(scoreForm(context, table)),
    faults: [...answerFaults(context, boundsOf(ports, caseFile))],
    documents: caseFile.documents.map(({ id, type, title }) => ({ id, type, title: hide(title) })),
    risk: riskOf(ports, caseFile, context),
    bestInterests: bestInterestsOf(ports, caseFile, context, hide),
  }
}

function textsOf({ questionnaires }: FormPorts, { form }: FormContext, language: Language): Record<string, string> {
  return Object.fromEntries(keysOf(form).map((keys) => [keys[0] ?? '', questionnaires.text(language, keys) ?? '']))
}

/** Every text of an answer, with the names in it hidden. */
function withoutNames(answers: Answers, hide: (text: string) => string): Record<string, Answer> {
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value)
    if (Array.isArray(value)) return value.map(within)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, within(each)]))
  }
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answerSchema.parse(within(answer))]))
}

/** The version that was signed off before this filling was begun. */
function formerOf(ports: FormPorts, caseFile: CaseFile, { definition, filling, answers }: FormContext, hide: (text: string) => string) {
  const before = signedOf(fillingsOf(caseFile, definition).filter(({ index }) => index < filling.index))
  const context = before && contextOf(ports, caseFile, definition.id, before.index)
  if (context === undefined || before?.signedOff === null || before === undefined) return null
  return {
    form: formOf(context.definition),
    on: before.signedOff.on,
    changed: answerDifferences(context.answers, answers).map(({ question }) => question),
    answers: withoutNames(context.answers, hide),
  }
}

function plainScore(score: ReturnType<typeof scoreForm>): OpenedForm['score'] {
  const { dimensions, answeredShare, alerts, discrepancies, ...rest } = score
  return {
    ...rest,
    dimensions: { ...dimensions },
    answeredShare: { ...answeredShare },
    alerts: [...alerts],
    discrepancies: [...discrepancies],
  }
}

function riskOf(ports: FormPorts, caseFile: CaseFile, { form, filling }: FormContext): OpenedForm['risk'] {
  const assessment = form.target === 'riskAssessments' ? caseFile.riskAssessments[filling.index] : undefined
  if (assessment === undefined) return null
  const { overall, factors, fired } = assessRisk(assessment, ports.catalogue, ports.clock.today())
  return {
    overall,
    levels: Object.fromEntries(factors.map(({ factor, level }) => [factor.id, level])),
    fired: fired.map((rule) => ({ ...rule, factors: [...rule.factors] })),
  }
}

function bestInterestsOf(
  { catalogue }: FormPorts,
  caseFile: CaseFile,
  { form, filling }: FormContext,
  hide: (text: string) => string,
): OpenedForm['bestInterests'] {
  const procedure = form.target === 'bestInterests' ? caseFile.bestInterests[filling.index] : undefined
  if (procedure === undefined) return null
  const { panel, decision, childInformed } = procedure
  return {
    panel: panel.map(({ name, role, chair }) => ({ name: hide(name), role: hide(role), chair })),
    decision:
      decision === undefined
        ? null
        : {
            decidedOn: decision.decidedOn,
            outcome: decision.outcome,
            reasons: hide(decision.reasons),
            dissent: decision.dissent.map(({ by, text }) => ({ by: hide(by), text: hide(text) })),
            reviewBy: decision.reviewBy ?? null,
          },
    childInformed:
      childInformed === undefined
        ? null
        : { on: childInformed.on, language: childInformed.language, by: childInformed.by === undefined ? null : hide(childInformed.by) },
    outcomes: catalogue.bestInterestsOutcomes.map(({ id }) => id),
  }
}
