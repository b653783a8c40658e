import type { SignatureFieldName } from '../model/fields.ts'
import type { PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, type PdfDictionary, PdfProblem, PdfReference, readText } from './pdf/values.ts'

/**
 * Who signs a plan: also the name (`T`) of the field that the generator makes for it. The organisation signs first and thereby
 * certifies the plan; a partner may countersign.
 */
export type SignerRole = SignatureFieldName

export function roleOfField(name: string): SignerRole | undefined {
  return name === 'organisation' || name === 'partner' ? name : undefined
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
