import type { Output } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { contextOf, type FormPorts } from '#operations/questionnaire-context.ts'
import { formLines, openedForm } from '#operations/views/questionnaire-view.ts'
import { caseA, catalogue, copy } from './examples.ts'
import { exampleOf, library } from './questionnaires.ts'
import type { Scene } from './window-replies.ts'
import { scenes } from './window-replies.ts'

const today = '2026-09-30'
const ports: FormPorts = {
  clock: { now: () => `${today}T08:00:00Z`, today: () => today },
  catalogue,
  questionnaires: { definitions: () => library.definitions, text: library.text },
}

/** Case A with a filled index that raises an alarm, one signed off long ago, and a risk assessment and a procedure under way. */
const caseFile: CaseFile = (() => {
  const file = copy(caseA)
  const begun = { catalogueVersion: catalogue.version, startedOn: '2026-09-20', recordedAt: '2026-09-20T08:00:00Z' }
  const signedOff = { happenedOn: '2026-02-01', recordedAt: '2026-02-01T08:00:00Z', by: 'Nils Dummy' }
  file.questionnaires = [
    { id: 'index', form: 'CRI-1@1', ...begun, answers: { ...exampleOf('CRI-1@1').answers } },
    { id: 'country', form: 'COUNTRY-1@1', ...begun, answers: { ...exampleOf('COUNTRY-1@1').answers }, signedOff },
  ]
  const [risk, procedure] = [file.riskAssessments[0], file.bestInterests[0]]
  if (risk === undefined || procedure === undefined) throw new Error('case A lost its assessments')
  const { signedOff: _signed, ...draft } = risk
  const inherent = { likelihood: 4, severity: 3 } as const
  const findings = draft.findings.map((each) =>
    each.factor === 'RF01' ? { ...each, finding: 'present' as const, inherent, measures: [] } : each,
  )
  file.riskAssessments.push({ ...draft, happenedOn: '2026-09-20', findings })
  const { decision: _decision, childInformed: _told, ...undecided } = procedure
  file.bestInterests.push({ ...undecided, happenedOn: '2026-09-20' })
  return file
})()

function opening(id: string, index: number, file = caseFile): Output<'questionnaire.open'> {
  const context = contextOf(ports, file, id, index)
  if (context === undefined) throw new Error(`no ${id}`)
  return openedForm(ports, { caseFile: file, version: 7 }, context, { language: 'sv', namesShown: false })
}

const ok = <Value>(value: Value) => ({ ok: true, value }) as const

const scene = (id: string, index: number, file = caseFile): Scene => ({
  ...scenes.ready,
  'questionnaire.list': ok({ version: 7, forms: formLines(ports, file, 'sv') }),
  'questionnaire.start': ok({ version: 7, index }),
  'questionnaire.open': ok(opening(id, index, file)),
  'case.fields': ok({
    version: 7,
    mayChange: true,
    values: {
      '/child/alias': 'M.',
      [`/bestInterests/${index}/panel`]: file.bestInterests[1]?.panel ?? [],
      [`/bestInterests/${index}/childInformed`]: null,
    },
    hidden: [],
  }),
  'draft.list': ok({ drafts: [] }),
})

export const formScenes = {
  index: scene('CRI-1', 0),
  signed: scene('COUNTRY-1', 1),
  risk: scene('RISK-4x4', 1),
  deciding: scene('BIA-SE-1', 1),
  decided: scene('BIA-SE-1', 0, copy({ ...caseFile, bestInterests: caseFile.bestInterests.slice(0, 1) })),
} satisfies Record<string, Scene>
