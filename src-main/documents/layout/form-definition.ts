import type { Choice, HandField, SignatureField, WritingLine } from '../model/fields.ts'
import type { LayoutNode } from './layout-node.ts'
import { margin, widthOf } from './space.ts'
import { colours, rules } from './style.ts'
import { textNode } from './text-definition.ts'

const usualFieldHeight = 20

/** A value's line with the gap above it, in points. */
const valueHeight = 15.6

/** `height` is the room below the label, whether a value stands there or not. */
export function handFieldNode(field: HandField): LayoutNode {
  const value = textNode(field.value ?? ' ', { step: 'contact' })
  const fill = Math.max(0, (field.height ?? usualFieldHeight) - valueHeight)
  return { stack: [textNode(field.label, { step: 'form-label' }), { ...value, margin: [0, 1.5, 0, fill] }] }
}

export function writingLineNode(line: WritingLine): LayoutNode {
  const room = line.room ?? 24
  return {
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: line.width, y2: 0, lineWidth: rules.form, lineColor: colours.ink }],
        margin: [0, room, 0, 1],
      },
      { ...textNode(line.label, { step: 'fine', muted: true }), lineHeight: 1.05 },
    ],
    margin: margin(line.space, {}),
  }
}

const checkBoxSize = 10
const checkBox = `<svg width="10" height="10" viewBox="0 0 10 10"><rect x="0.6" y="0.6" width="8.8" height="8.8" fill="${colours.paper}" stroke="${colours.ink}" stroke-width="0.9"/></svg>`

export function choiceNode(choice: Choice): LayoutNode {
  const columns = choice.options.map(
    (option): LayoutNode => ({
      width: widthOf(option.width ?? 'fill'),
      columnGap: 5,
      columns: [
        { width: checkBoxSize, svg: checkBox, artifact: true, margin: [0, 0.5, 0, 0] },
        { ...textNode(option.text, { step: 'table' }), width: '*' },
      ],
    }),
  )
  return { columns, margin: margin(choice.space, {}) }
}

/** A line without height: it only tells the renderer which page the field belongs to. */
export function signatureFieldNode(field: SignatureField): LayoutNode {
  return { text: '', fontSize: 0.1, lineHeight: 0.1, signatureField: field }
}
