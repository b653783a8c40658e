import { isReadingProblem, type PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, type PdfDictionary, PdfProblem, PdfReference, type PdfValue, readText } from './pdf/values.ts'

/** A signature dictionary and the field that points to it. */
export interface FoundSignature {
  readonly field: string
  /** Object number of the signature dictionary; undefined if it lies inside the field. */
  readonly number: number | undefined
  readonly dictionary: PdfDictionary
}

const MAX_DEPTH = 20
/** The bytes before each signature are hashed: a thousand signatures would go a thousand times through the file. */
const MAX_SIGNATURES = 32

/**
 * All signatures of the form. In a plan every field must be readable (else PdfProblem); in another file unreadable fields are passed over,
 * and if the form shows no signature, any object that looks like one is taken. More signatures than anybody makes throw PdfProblem.
 */
export function findSignatures(file: PdfFile, isPlan: boolean): FoundSignature[] {
  const search = new Search(file, isPlan)
  search.attempt(() => {
    const form = file.catalog.get('AcroForm')
    if (form !== undefined) search.walk(file.resolve(file.dictionary(form).get('Fields')), '', '', 0)
  })
  if (!isPlan && search.found.length === 0) search.takeLooseOnes()
  if (search.found.length > MAX_SIGNATURES) throw new PdfProblem('too many signatures')
  return search.found
}

class Search {
  readonly found: FoundSignature[] = []
  private readonly file: PdfFile
  private readonly isPlan: boolean
  private readonly visited = new Set<number>()
  private readonly taken = new Set<number>()

  constructor(file: PdfFile, isPlan: boolean) {
    this.file = file
    this.isPlan = isPlan
  }

  attempt(step: () => void): void {
    try {
      step()
    } catch (error) {
      if (this.isPlan || !isReadingProblem(error)) throw error
    }
  }

  walk(fields: PdfValue, parentName: string, parentType: string, depth: number): void {
    if (!isArray(fields) || depth > MAX_DEPTH) return
    // Fields without a number can contain one list again and again.
    this.file.effort.spend('values', fields.length)
    for (const field of fields) this.attempt(() => this.visit(field, parentName, parentType, depth))
  }

  private visit(field: PdfValue, parentName: string, parentType: string, depth: number): void {
    if (field instanceof PdfReference) {
      if (this.visited.has(field.number)) return
      this.visited.add(field.number)
    }
    const entries = this.file.resolve(field)
    if (!(entries instanceof Map)) return
    const own = readText(this.file.resolve(entries.get('T')))
    const name = own === undefined ? parentName : parentName ? `${parentName}.${own}` : own
    const type = nameText(this.file.resolve(entries.get('FT'))) ?? parentType
    if (type === 'Sig' && entries.has('V')) this.attempt(() => this.take(name, entries.get('V')))
    if (entries.has('Kids')) this.walk(this.file.resolve(entries.get('Kids')), name, type, depth + 1)
  }

  private take(field: string, value: PdfValue | undefined): void {
    const dictionary = this.file.resolve(value)
    const number = value instanceof PdfReference ? value.number : undefined
    if (!(dictionary instanceof Map) || (number !== undefined && this.taken.has(number))) return
    if (number !== undefined) this.taken.add(number)
    this.found.push({ field, number, dictionary })
  }

  takeLooseOnes(): void {
    for (const number of this.file.numbers()) {
      if (this.file.entry(number)?.kind !== 'plain') continue
      const value = this.file.tryGet(number)
      if (value instanceof Map && value.has('ByteRange') && value.has('Contents')) this.take(`object ${number}`, new PdfReference(number))
    }
  }
}
