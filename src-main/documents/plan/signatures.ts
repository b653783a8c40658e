import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { SignaturesPart } from '#domain/plan/signatures-part.ts'
import type { Block } from '../model/blocks.ts'
import type { PageBox } from '../model/fields.ts'
import type { RichText } from '../model/text.ts'
import { verification } from './appendix.ts'
import { dataDate, joined } from './formats.ts'
import { note, otherTag, ruled, section, sectionHeading, subHeading } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

/** The section begins a page, so both boxes lie at the same places on every copy; the fields are placed by these. */
export const organisationBox: PageBox = { left: 66, top: 115, right: 294, bottom: 379 }
/** Inside the organisation's box, below what is printed: here the signature draws itself, and covers nothing. */
export const organisationField: PageBox = { left: 76, top: 303, right: 284, bottom: 369 }
export const partnerBox: PageBox = { left: 318, top: 115, right: 546, bottom: 379 }

export function signaturesSection(context: SectionContext): Block {
  const { model, words, number } = context
  const { signatures } = model
  if (signatures === undefined) return section([])
  const { say } = words
  return section([
    sectionHeading(words, 'plan.sec.signatures', number('signatures')),
    {
      kind: 'box-row',
      gap: partnerBox.left - organisationBox.right,
      height: organisationBox.bottom - organisationBox.top,
      boxes: [{ blocks: organisation(model, signatures, words) }, { blocks: signatures.partner ? partner(words) : [] }],
    },
    ...(signatures.approvals.length === 0
      ? []
      : [subHeading(say('plan.sign.others')), approvals(signatures, words), note(say('plan.sign.kept'))]),
    ...(signatures.partner ? [countersigning(words)] : []),
    ...(model.sections.includes('appendix') || !model.verification ? [] : [subHeading(say('plan.app.verify')), verification(model, words)]),
  ])
}

const boxTitle = (key: string, words: Words): Block => ({
  kind: 'paragraph',
  step: 'lead',
  text: [
    { text: words.say(key), bold: true },
    { text: `  ${words.other(key)}`, step: 'small', language: otherTag(words) },
  ],
})

function field(label: string, value: RichText): Block {
  return {
    kind: 'columns',
    gap: 0,
    space: { before: 1.2 },
    columns: [
      { width: 84, blocks: [{ kind: 'paragraph', step: 'small', text: label }] },
      { width: 'fill', blocks: [{ kind: 'paragraph', step: 'table', text: value }] },
    ],
  }
}

/** Letters that surely fit into one line of a value; names in certificates have at most 64. */
const lettersPerLine = 24
const lineHeight = 13.2
const longestValue = 72
/** Puts the mark right above the signature when each value has one line. */
const roomAboveMark = 62

const clipped = (value: string): string => (value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value)
const linesOf = (value: string): number => Math.ceil(value.length / lettersPerLine)

/** Who signs is printed; when and with which certificate is said by the signature itself, at the foot of the box. */
function organisation(model: PlanModel, signatures: SignaturesPart, words: Words): readonly Block[] {
  const { say, language } = words
  const { signer, place } = signatures
  const values = { by: clipped(signer.name), role: clipped(signer.position[language]), place: clipped(place) }
  const lines = Object.values(values).reduce((total, value) => total + linesOf(value), 0)
  return [
    { kind: 'signature-field', name: 'organisation', label: say('plan.sign.org'), box: organisationField },
    boxTitle('plan.sign.org', words),
    {
      kind: 'paragraph',
      step: 'small',
      text: say(model.attached ? 'plan.sign.org-text' : 'plan.sign.org-text-plain'),
      space: { before: 1, after: 6 },
    },
    ...Object.entries(values).flatMap(([key, value]) => (value === '' ? [] : [field(say(`plan.sign.${key}`), value)])),
    {
      kind: 'paragraph',
      step: 'fine',
      bold: true,
      text: say('plan.sign.electronic', { reference: joined(model.reference), version: model.version }),
      space: { before: Math.max(2, roomAboveMark - (lines - 3) * lineHeight), after: 0 },
    },
  ]
}

function partner(words: Words): readonly Block[] {
  const { say } = words
  return [
    { kind: 'signature-field', name: 'partner', label: say('plan.sign.partner'), box: partnerBox },
    boxTitle('plan.sign.partner', words),
    { kind: 'paragraph', step: 'small', text: say('plan.sign.partner-text'), space: { before: 1, after: 0 } },
    ...['hand', 'name', 'role', 'date'].map((key): Block => ({ kind: 'writing-line', label: say(`plan.sign.${key}`), width: 205 })),
    { kind: 'paragraph', step: 'fine', muted: true, text: say('plan.sign.stamp'), space: { before: 10, after: 30 } },
    { kind: 'paragraph', step: 'small', bold: true, text: say('plan.sign.pending'), space: { before: 0, after: 0 } },
  ]
}

function approvals({ approvals: all }: SignaturesPart, { say, language }: Words): Block {
  return {
    ...ruled({
      columns: [{ width: 62 }, { width: 94 }, { width: 142 }, { width: 'fill' }],
      head: ['role', 'name', 'date', 'method'].map((column) => say(`plan.sign.col.${column}`)),
      summary: say('plan.sign.others'),
      rows: all.map(({ who, name, on, confirmedOn, version }) => [
        say(`plan.sign.who.${who}`),
        name ?? say('plan.recipient.family'),
        confirmedOn === null
          ? dataDate(on, language)
          : say('plan.sign.confirmed', { date: dataDate(on, language), again: dataDate(confirmedOn, language) }),
        version === null ? say('plan.sign.method.paper') : say('plan.sign.method.countersigned', { version }),
      ]),
    }),
    boldRowHeaders: false,
  }
}

function countersigning({ say }: Words): Block {
  return {
    kind: 'box',
    weight: 'thin',
    padding: 6,
    space: { before: 8, after: 0 },
    blocks: [
      { kind: 'heading', level: 3, text: say('plan.sign.how-title'), space: { before: 0, after: 2 } },
      { kind: 'list', ordered: true, step: 'table', items: [say('plan.sign.how1'), say('plan.sign.how2'), say('plan.sign.how3')] },
    ],
  }
}
