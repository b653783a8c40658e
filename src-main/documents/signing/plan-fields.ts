import type { PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, type PdfDictionary, PdfProblem, PdfReference, readText } from './pdf/values.ts'

/** Who signs a plan. The organisation signs first and thereby certifies it; a partner may countersign. */
export type SignerRole = 'organisation' | 'partner'

/** Names (`T`) of the two signature fields that the generator puts into every plan. */
export const PLAN_FIELDS = { organisation: 'Organisation', partner: 'Partner' } as const satisfies Record<SignerRole, string>

export function roleOfField(name: string): SignerRole | undefined {
  if (name === PLAN_FIELDS.organisation) return 'organisation'
  return name === PLAN_FIELDS.partner ? 'partner' : undefined
}

export interface SignatureField {
  readonly reference: PdfReference
  readonly name: string
  readonly dictionary: PdfDictionary
  readonly isSigned: boolean
}

/** The signature fields that the form lists directly, as in our plans. Throws PdfProblem if the form cannot be read. */
export function listSignatureFields(file: PdfFile, form: PdfDictionary): SignatureField[] {
  const listed = file.resolve(form.get('Fields'))
  if (!isArray(listed)) throw new PdfProblem('list of fields')
  const fields: SignatureField[] = []
  for (const reference of listed) {
    if (!(reference instanceof PdfReference)) throw new PdfProblem('list of fields')
    const dictionary = file.dictionary(reference)
    if (nameText(dictionary.get('FT')) !== 'Sig') continue
    const name = readText(file.resolve(dictionary.get('T'))) ?? ''
    fields.push({ reference, name, dictionary, isSigned: dictionary.has('V') })
  }
  return fields
}
