import type { DraftGate, DraftModel } from '#domain/plan/draft-model.ts'
import type { Block } from '../model/blocks.ts'
import type { TableRow } from '../model/tables.ts'
import { dataDate, longDate } from './formats.ts'
import { note, sectionHeading } from './parts.ts'
import type { Words } from './words.ts'

/** Every open safeguard, those that must be met first; all on one page with the next steps. */
export function draftSafeguards(model: DraftModel, words: Words): readonly Block[] {
  const { say, language } = words
  const { guardian, gates } = model
  return [
    sectionHeading(words, gates.length === 0 ? 'plan.cover.readiness' : 'plan.draft.open'),
    gates.length === 0
      ? { kind: 'paragraph', text: say('plan.draft.no-open') }
      : {
          kind: 'table',
          style: 'ruled',
          step: 'table-dense',
          columns: [{ width: 26 }, { width: 196 }, { width: 'fill' }, { width: 112 }],
          headerRows: [{ cells: ['code', 'gate', 'state', 'evidence'].map((column) => say(`plan.draft.col.${column}`)) }],
          rows: [...group('hard', model, words), ...group('soft', model, words)],
          boldRowHeaders: true,
          summary: say('plan.draft.gates-table'),
        },
    ...(guardian === null ? [] : [note(say('plan.draft.guardian', { date: dataDate(guardian.on, language), days: guardian.daysWaited }))]),
    ...stepsBox(stepTexts(model, words), words),
  ]
}

function group(kind: DraftGate['kind'], { gates, safeguards }: DraftModel, words: Words): readonly TableRow[] {
  const open = gates.filter((gate) => gate.kind === kind)
  if (open.length === 0) return []
  const total = safeguards.marks.filter((mark) => mark.kind === kind).length
  const head = words.say(`plan.draft.group.${kind}`, { open: open.length, total })
  return [{ cells: [{ text: head, columnSpan: 4 }], tint: true }, ...open.map((gate) => ({ cells: gateCells(gate, words) }))]
}

function gateCells(gate: DraftGate, words: Words): readonly string[] {
  const { say } = words
  return [gate.id, shortName(say(`gate.${gate.id}`)), stateText(gate, words), say(`document-type.${gate.evidence}`)]
}

/** What stands after a colon or in brackets explains; the list names. */
const shortName = (name: string): string => name.replace(/ \([^)]*\)/g, '').replace(/:.*$/, '')

function stateText({ state, work, reason }: DraftGate, { say, language }: Words): string {
  if (state === 'expired') return say('plan.draft.state.expired')
  if (work === 'none' || reason === null) return say('plan.draft.state.none')
  const values = Object.fromEntries(
    Object.entries(reason.values ?? {}).map(([name, value]) => [name, isDay(value) ? dataDate(value, language) : shown(name, value, say)]),
  )
  return say(`readiness.why.${reason.code}`, values).replace(/\.$/, '')
}

const isDay = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
const shown = (name: string, value: string | number, say: Words['say']): string | number =>
  name === 'document' ? say(`document-type.${value}`) : value

const mostSteps = 6

/** Open tasks with their names; where nobody has written any, what readiness asks for next. */
function stepTexts({ nextSteps, pause, gates, ready }: DraftModel, { say, typed, language }: Words): readonly string[] {
  if (nextSteps.length > 0)
    return nextSteps.slice(0, mostSteps).map(({ title, responsible }) => {
      const plain = typed(title.replace(/\.$/, ''))
      return responsible === null
        ? say('plan.draft.step-plain', { title: plain })
        : say('plan.draft.step', { title: plain, who: typed(responsible) })
    })
  if (pause !== null) return pause.missing.map((need) => say(`readiness.resume.${need}`))
  if (ready !== null)
    return [
      ...ready.toConfirm.map((gate) => say(`readiness.next.${gate}`)),
      say('plan.draft.next-issue'),
      ...(ready.validThrough === null ? [] : [say('plan.cover.valid-to', { date: longDate(ready.validThrough, language) })]),
    ]
  return gates.slice(0, 3).map((gate) => say(`readiness.next.${gate.id}`))
}

function stepsBox(items: readonly string[], { say }: Words): readonly Block[] {
  if (items.length === 0) return []
  return [
    {
      kind: 'box',
      weight: 'normal',
      padding: 4,
      space: { before: 4, after: 0 },
      blocks: [
        { kind: 'heading', level: 3, text: say('plan.draft.next'), space: { before: 0, after: 1 } },
        { kind: 'list', ordered: true, step: 'table', items },
      ],
    },
  ]
}
