import type { Failure, Input } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { answerSteps } from '#domain/questionnaires/bound.ts'
import type { Definition } from '#domain/questionnaires/definition.ts'
import { questionsOf } from '#domain/questionnaires/form.ts'
import { draftOf, fillingsOf } from '#domain/questionnaires/stored.ts'
import { answerFault, answerFaults } from '#domain/questionnaires/validate.ts'
import type { Result } from '#domain/result.ts'
import { changeCase } from './change-case.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { changeUnlessInTheWay } from './own-changes.ts'
import type { Ports, StoredCase } from './ports.ts'
import { boundsOf, contextOf, type FormContext, newestOf } from './questionnaire-context.ts'
import { beginSteps, signSteps } from './questionnaire-steps.ts'
import { formLines, openedForm } from './views/questionnaire-view.ts'

type Names = 'questionnaire.list' | 'questionnaire.open' | 'questionnaire.start' | 'questionnaire.answer' | 'questionnaire.sign'

export const questionnaireImplementations: Implementations<Names | 'best-interests.decide'> = {
  'questionnaire.list': async (ports, { reference, language }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    return done({ version: stored.version, forms: formLines(ports, stored.caseFile, language) })
  },
  'questionnaire.open': async (ports, { reference, id, index, language, names }) => {
    const stored = await ports.register.find(reference)
    if (stored === undefined) return refused('no-such-case', { reference })
    const context = contextOf(ports, stored.caseFile, id, index)
    if (context === undefined) return refused('no-such-form')
    if (names !== undefined) await ports.register.recordRead(reference, 'names', names)
    return done(openedForm(ports, stored, context, { language, namesShown: names !== undefined }))
  },
  'questionnaire.start': (ports, input) => start(ports, input),
  'questionnaire.answer': async (ports, input) => {
    const found = await seen(ports, input)
    if (!found.ok) return found
    const { context, caseFile } = found.value
    const question = questionsOf(context.form).find((each) => each.id === input.question)
    if (question === undefined) return refused('no-such-question')
    if (input.answer !== null) {
      const code = answerFault(question, input.answer, boundsOf(ports, caseFile))
      if (code !== undefined) return { ok: false, error: { code, messageKey: `answer-fault.${code}` } }
    }
    const steps = answerSteps(context.form, context.filling, question, input.answer ?? undefined)
    if (steps.length === 0) return done({ version: input.version })
    return changeUnlessInTheWay(ports, found.value.stored, { ...input, steps, action: 'answer.changed' }, true)
  },
  'questionnaire.sign': async (ports, input) => {
    const found = await seen(ports, input)
    if (!found.ok) return found
    const { context, caseFile } = found.value
    if (context.definition.target === 'bestInterests') return refused('decided-by-panel')
    const faults = answerFaults(context, boundsOf(ports, caseFile))
    if (faults.length > 0) return refused('form-not-complete', { n: faults.length })
    const steps = signSteps(ports, context, await ports.user())
    return changeCase(ports, { ...input, steps, action: 'form.signed-off' })
  },
  'best-interests.decide': async (ports, input) => {
    const found = await seen(ports, { ...input, id: 'BIA-SE-1' })
    if (!found.ok) return found
    const { context, caseFile } = found.value
    const faults = answerFaults(context, boundsOf(ports, caseFile))
    if (faults.length > 0) return refused('form-not-complete', { n: faults.length })
    if ((caseFile.bestInterests[input.index]?.panel.length ?? 0) < smallestPanel) return refused('panel-too-small', { n: smallestPanel })
    const { reviewBy, ...decision } = input.decision
    const after = { ...decision, ...(reviewBy === undefined ? {} : { reviewBy }) }
    const steps = [{ path: `${context.filling.at}/decision`, after }]
    const { reference, version, operationId, settle } = input
    return changeCase(ports, { reference, version, operationId, settle, steps, action: 'best-interests.decided' })
  },
}

/** @source Hemväg rule BIA-SE-1 */
const smallestPanel = 3

type Seen = { readonly context: FormContext; readonly caseFile: CaseFile; readonly stored: StoredCase }

/** The filling as the person saw it: a change is made for that version of the case. */
async function seen(
  ports: Ports,
  { reference, version, id, index }: Pick<Input<'questionnaire.sign'>, 'reference' | 'version' | 'id' | 'index'>,
): Promise<Result<Seen, Failure>> {
  const stored = await ports.register.find(reference)
  if (stored === undefined) return refused('no-such-case', { reference })
  const caseFile = version < stored.version ? await ports.changes.at(stored.caseFile.id, version) : stored.caseFile
  const context = contextOf(ports, caseFile, id, index)
  return context === undefined ? refused('no-such-form') : { ok: true, value: { context, caseFile, stored } }
}

/** How often a new filling is tried again on what somebody else has just changed: it touches nothing of theirs. */
const attempts = 3

async function start(
  ports: Ports,
  { reference, id, operationId }: Input<'questionnaire.start'>,
): Promise<Result<{ readonly version: number; readonly index: number }, Failure>> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await ports.register.find(reference)
    const definition = newestOf(ports, id)
    if (stored === undefined) return refused('no-such-case', { reference })
    if (definition === undefined) return refused('no-such-form')
    const begun = draftOf(fillingsOf(stored.caseFile, definition))
    if (begun !== undefined) return done({ version: stored.version, index: begun.index })
    const made = await begin(ports, stored, definition, operationId)
    if (made.ok || made.error.code !== 'stale' || attempt === attempts) return made
  }
}

async function begin(ports: Ports, { caseFile, version }: StoredCase, definition: Definition, operationId: string) {
  const { steps, index } = beginSteps(ports, caseFile, definition, { operationId, user: await ports.user() })
  const { reference } = caseFile
  const changed = await changeCase(ports, { reference, version, steps, operationId, action: 'form.begun' })
  return changed.ok ? done({ version: changed.value.version, index }) : changed
}
