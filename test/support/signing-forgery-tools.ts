import { PdfName, PdfReference, type PdfStream } from '#documents/signing/pdf/values.ts'
import type { Kit, Parts } from './signing-kit.ts'
import { appendUpdate, streamOf, type Update } from './signing-updates.ts'

export const name = (text: string): PdfName => new PdfName(text)
export const reference = (number: number): PdfReference => new PdfReference(number)
/** An object number that no test plan uses. */
export const FRESH = 900
/** Page content that hides everything. */
export const COVERING: PdfStream = streamOf('1 1 1 rg 0 0 600 800 re f')

/** An update of the plan that the organisation has signed. */
export const onOne =
  (update: (parts: Parts) => Update) =>
  (kit: Kit): Buffer =>
    appendUpdate(kit.one, update(kit.parts))
