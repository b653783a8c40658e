import type { PageTemplate } from '../model/document-model.ts'
import type { TypeStep } from '../model/text.ts'

/** Colours of the printed plan; contrast on white is 7 or more for all that is read. */
export const colours = {
  ink: '#16191c',
  mute: '#4d565c',
  hair: '#aab2b7',
  tint: '#eef1f2',
  paper: '#ffffff',
} as const

/** The family under which the faces in `resources/fonts` are known; `bold` is SemiBold, which survives a bad copier. */
export const fontFamily = 'Noto Sans'

export const fontFiles = {
  normal: 'noto-sans-regular.ttf',
  bold: 'noto-sans-semibold.ttf',
  italics: 'noto-sans-italic.ttf',
  bolditalics: 'noto-sans-semibold-italic.ttf',
} as const

export interface TypeStyle {
  /** Points. */
  readonly fontSize: number
  readonly lineHeight: number
  readonly bold?: true
  readonly muted?: true
}

export const typeScale: Readonly<Record<TypeStep, TypeStyle>> = {
  title: { fontSize: 20, lineHeight: 1.05, bold: true },
  subtitle: { fontSize: 11, lineHeight: 1.2, muted: true },
  figure: { fontSize: 11.5, lineHeight: 1.15, bold: true },
  'figure-large': { fontSize: 16, lineHeight: 1.15, bold: true },
  lead: { fontSize: 9.5, lineHeight: 1.2 },
  body: { fontSize: 8.9, lineHeight: 1.13 },
  table: { fontSize: 8.6, lineHeight: 1.13 },
  'table-dense': { fontSize: 8.1, lineHeight: 1.06 },
  'table-head': { fontSize: 7.8, lineHeight: 1.05, bold: true },
  'sub-heading': { fontSize: 10, lineHeight: 1.1, bold: true },
  alarm: { fontSize: 10.5, lineHeight: 1.3, bold: true },
  'alarm-large': { fontSize: 12, lineHeight: 1.3, bold: true },
  contact: { fontSize: 9.2, lineHeight: 1.13 },
  phone: { fontSize: 10, lineHeight: 1.13, bold: true },
  label: { fontSize: 8, lineHeight: 1.2, bold: true },
  small: { fontSize: 7.5, lineHeight: 1.15, muted: true },
  fine: { fontSize: 7.4, lineHeight: 1.15 },
  'form-title': { fontSize: 16, lineHeight: 1.05, bold: true },
  'form-label': { fontSize: 8, lineHeight: 1.05, bold: true },
  'form-other': { fontSize: 7.2, lineHeight: 1.05, muted: true },
  child: { fontSize: 12.6, lineHeight: 1.38 },
  'child-title': { fontSize: 34, lineHeight: 1.05, bold: true },
  'child-day': { fontSize: 24, lineHeight: 1.38, bold: true },
  'child-heading': { fontSize: 17, lineHeight: 1.15, bold: true },
  'child-band': { fontSize: 14, lineHeight: 1.25, bold: true },
  'child-small': { fontSize: 10.5, lineHeight: 1.38, muted: true },
  'young-child': { fontSize: 16, lineHeight: 1.38 },
  'young-child-title': { fontSize: 40, lineHeight: 1.05, bold: true },
  'young-child-heading': { fontSize: 21, lineHeight: 1.15, bold: true },
}

/** Line weights in points. */
export const rules = {
  thickBox: 1.8,
  section: 1.6,
  classification: 1.2,
  tableTop: 1,
  total: 0.9,
  tableHead: 0.8,
  form: 0.6,
  thinBox: 0.6,
  partition: 0.5,
  header: 0.5,
  hairline: 0.4,
} as const

export interface PageGeometry {
  /** Left, top, right, bottom in points. */
  readonly margins: readonly [number, number, number, number]
  readonly body: TypeStep
  readonly heading: TypeStep
  readonly title: TypeStep
}

export const page = { width: 595.28, height: 841.89 } as const

/** A draft's band pushes the text down by this much. */
export const draftBandHeight = 12

export const pageGeometry: Readonly<Record<PageTemplate, PageGeometry>> = {
  plan: { margins: [66, 70, 49.28, 46], body: 'body', heading: 'title', title: 'title' },
  form: { margins: [66, 64, 49.28, 34], body: 'table', heading: 'sub-heading', title: 'form-title' },
  child: { margins: [56, 50, 56, 52], body: 'child', heading: 'child-heading', title: 'child-title' },
  'young-child': { margins: [56, 50, 56, 52], body: 'young-child', heading: 'young-child-heading', title: 'young-child-title' },
}

/** Style of text that says nothing of its own. */
export function styleOfBody(template: PageTemplate): { fontSize: number; lineHeight: number; color: string } {
  const { fontSize, lineHeight } = typeScale[pageGeometry[template].body]
  return { fontSize, lineHeight, color: colours.ink }
}
