import { type CaseFile, caseFileSchema } from '#domain/case/case-file.ts'
import { needAreas } from '#domain/case/reception.ts'
import { caseA, catalogue, copy } from './examples.ts'

/** Texts of the longest kind that the register takes. */
export interface LongTexts {
  /** One line, at most 300 letters. */
  line(index: number): string
  /** Running text, at most 8000 letters. */
  prose(): string
}

export interface LongCounts {
  readonly budgetLines: number
  readonly goals: number
  readonly activities: number
  readonly factors: number
  readonly measures: number
  readonly documents: number
  readonly answers: number
  readonly strengths: number
}

const sentence = 'Samordningsansvarig socialsekreterare följer upp skolgången tillsammans med återintegrationshandläggaren'
const compounds = [
  'återintegrationsuppföljningsansvarig',
  'barnskyddsutredningshandläggningsrutin',
  'resemottagningsöverenskommelsedokumentation',
  'vårdnadsöverflyttningshandläggare',
]

/** Swedish as it is at its longest: compounds that are wider than most columns, sentences up to the limits. */
export const longSwedish: LongTexts = {
  line: (index) =>
    `${index + 1}. ${compounds[index % compounds.length]}: ${sentence}, ${sentence.toLowerCase()}. ${compounds.join(' ')}`.slice(0, 300),
  prose: () => `${sentence}. ${compounds.join(', ')}. `.repeat(40).slice(0, 8000),
}

export const longCounts: LongCounts = {
  budgetLines: 60,
  goals: 8,
  activities: 40,
  factors: 30,
  measures: 1,
  documents: 40,
  answers: 8,
  strengths: 8,
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index))

/** Case A with as much in it as a case may have: schema-valid, ready, and all of it on paper. */
export function longCase(texts: LongTexts = longSwedish, counts: LongCounts = longCounts): CaseFile {
  const file = copy(caseA)
  const { line } = texts
  file.child.alias = line(0).slice(0, 60)
  for (const person of file.people) if (person.position !== undefined) person.position = line(1)
  file.reintegration.childsGoal = texts.prose()
  file.reintegration.strengths = times(counts.strengths, line)
  file.reintegration.goals = goals(file, texts, counts)
  const [budgetLine] = file.budget.lines
  if (budgetLine)
    file.budget.lines.push(
      ...times(counts.budgetLines - file.budget.lines.length, (index) => ({
        ...budgetLine,
        id: `line-${index}`,
        description: line(index),
      })),
    )
  addFactors(file, texts, counts)
  for (const arrangement of file.reception.arrangements) arrangement.meetingPlace = line(2)
  for (const plan of file.reception.contingencies) Object.assign(plan, { text: line(3), responsible: line(4) })
  for (const procedure of file.bestInterests) for (const member of procedure.panel) member.role = line(5)
  for (const talk of file.talks)
    talk.wishes = times(counts.answers, (index) => ({ wish: line(index), answer: { text: line(index), decidedOn: '2026-09-01' } }))
  addDocuments(file, texts, counts)
  return caseFileSchema.parse(file)
}

function goals(file: CaseFile, { line }: LongTexts, counts: LongCounts): CaseFile['reintegration']['goals'] {
  const [known] = file.reintegration.goals
  const perGoal = Math.ceil(counts.activities / counts.goals)
  return times(counts.goals, (goal) => ({
    area: needAreas[goal % needAreas.length] ?? 'family',
    goal: line(goal),
    activities: times(perGoal, (index) => ({
      text: line(index),
      responsible: line(index + 1),
      indicator: line(index + 2),
      budgetLines: known?.activities[0]?.budgetLines ?? [],
      lowersRisk: [],
    })),
  }))
}

/** Every factor has happened and is low by now: nothing stops the plan. */
function addFactors(file: CaseFile, { line }: LongTexts, counts: LongCounts): void {
  for (const assessment of file.riskAssessments) {
    const present = new Set(assessment.findings.filter(({ finding }) => finding === 'present').map(({ factor }) => factor))
    assessment.findings = assessment.findings.map((finding) => {
      if (finding.finding === 'present') return { ...finding, measures: [...finding.measures, ...times(counts.measures, measureOf(line))] }
      if (present.size >= counts.factors) return finding
      present.add(finding.factor)
      const { factor } = finding
      return {
        factor,
        finding: 'present' as const,
        inherent: { likelihood: 2 as const, severity: 2 as const },
        residual: { likelihood: 1 as const, severity: 2 as const },
        reliability: 'B' as const,
        measures: times(counts.measures, measureOf(line)),
      }
    })
  }
}

const measureOf = (line: LongTexts['line']) => (index: number) => ({ text: line(index), state: 'guaranteed' as const, on: '2026-09-01' })

function addDocuments(file: CaseFile, { line }: LongTexts, counts: LongCounts): void {
  const known = new Set(file.documents.map(({ type }) => type))
  const types = catalogue.planProfiles.evidence.filter((type) => !known.has(type))
  file.documents.push(
    ...times(Math.max(0, counts.documents - file.documents.length), (index) => ({
      id: `more-${index}`,
      type: types[index % Math.max(1, types.length)] ?? 'DOC_RISK',
      title: line(index),
      issuer: line(index),
      issuedOn: '2026-01-15',
      recordedAt: '2026-01-15T12:00:00Z',
      sha256: 'ab'.repeat(32),
    })),
  )
}
