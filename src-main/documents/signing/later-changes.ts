import { isPlainDrawing, LONGEST_DRAWING } from './appearance.ts'
import { type ChangeKind, kindOfObject, type LaterChange } from './later-change.ts'
import { mentions } from './mentions.ts'
import { isReadingProblem, type PdfFile } from './pdf/pdf-file.ts'
import { dictionaryOf, isArray, nameText, type PdfDictionary, PdfReference, PdfStream, type PdfValue, sameValue } from './pdf/values.ts'
import { isInvisibleSignatureAddition, isSignedField } from './signed-field.ts'

type ChangeDetails = Omit<LaterChange, 'kind' | 'isAllowed'>

export interface ChangeRules {
  readonly isPlan: boolean
  /** Names the signed bytes, once they are known to be intact: facts about them are then looked up once per file. */
  readonly signedDigest?: string | undefined
}

/**
 * Compares a signed revision with the whole file. Whatever is not on the allow-list is a fault: in a plan, only the value and appearance
 * of a signature field that was empty, and the form's signature flag.
 */
export function findLaterChanges(signed: PdfFile, whole: PdfFile, rules: ChangeRules): LaterChange[] {
  return new Comparison(signed, whole, rules).run()
}

const FROZEN_TRAILER = ['Root', 'Info', 'Encrypt']
const MAX_REACHED = 100_000
/** Keys and their order in the appearance that we write. */
const APPEARANCE_KEYS = 'Type,Subtype,BBox,Resources,Filter,Length'

class Comparison {
  private readonly changes: LaterChange[] = []
  private readonly signed: PdfFile
  private readonly whole: PdfFile
  private readonly rules: ChangeRules
  private readonly touched: ReadonlySet<number>
  private readonly newSectionCount: number
  private readonly rootNumber: number
  private readonly formReference: PdfValue
  private readonly fields = new Set<number>()
  /** Values that an allowed change brought in; new objects must hang on one of them. */
  private readonly brought: PdfValue[] = []

  constructor(signed: PdfFile, whole: PdfFile, rules: ChangeRules) {
    this.signed = signed
    this.whole = whole
    this.rules = rules
    const known = new Set(signed.sections.map(({ at }) => at))
    const fresh = whole.sections.filter(({ at }) => !known.has(at))
    this.newSectionCount = fresh.length
    this.touched = new Set(fresh.flatMap(({ entries }) => [...entries.keys()]))
    const root = signed.trailer.get('Root')
    this.rootNumber = root instanceof PdfReference ? root.number : -1
    this.formReference = signed.catalog.get('AcroForm') ?? null
    this.collectFields(signed.tryDictionary(this.formReference)?.get('Fields'), 0)
  }

  run(): LaterChange[] {
    this.compareStructure()
    for (const number of this.touched) this.compareObject(number)
    this.judgeNewObjects()
    return this.changes
  }

  private allow(kind: ChangeKind, details: ChangeDetails = {}): void {
    this.changes.push({ kind, isAllowed: true, ...details })
  }

  private refuse(kind: ChangeKind, details: ChangeDetails = {}): void {
    this.changes.push({ kind, isAllowed: false, ...details })
  }

  private collectFields(list: PdfValue | undefined, depth: number): void {
    const values = this.signed.resolve(list)
    if (!isArray(values) || depth > 20) return
    this.signed.effort.spend('values', values.length)
    for (const value of values) {
      if (!(value instanceof PdfReference) || this.fields.has(value.number)) continue
      this.fields.add(value.number)
      this.collectFields(this.signed.tryDictionary(value)?.get('Kids'), depth + 1)
    }
  }

  private compareStructure(): void {
    const { signed, whole, rules } = this
    const chain = ({ sections }: PdfFile, from: number) =>
      sections
        .slice(from)
        .map(({ at }) => at)
        .join()
    if (chain(whole, this.newSectionCount) !== chain(signed, 0)) this.refuse('structure', { key: 'Prev' })
    for (const doubt of whole.doubts) if (!signed.doubts.has(doubt)) this.refuse('structure', { key: doubt })
    if (this.pointsIntoSignedBytes()) this.refuse('structure', { key: 'xref' })
    for (const key of FROZEN_TRAILER) if (!sameValue(whole.trailer.get(key), signed.trailer.get(key))) this.refuse('structure', { key })
    const [oldId, newId] = [signed.trailer.get('ID'), whole.trailer.get('ID')]
    if (!isArray(oldId) || (isArray(newId) && sameValue(oldId[0], newId[0]))) return
    if (rules.isPlan) this.refuse('structure', { key: 'ID' })
    else this.allow('structure', { key: 'ID' })
  }

  private pointsIntoSignedBytes(): boolean {
    const places = new Set<number>()
    for (const { entries } of this.signed.sections) for (const entry of entries.values()) if (entry.kind === 'plain') places.add(entry.at)
    for (const { entries } of this.whole.sections.slice(0, this.newSectionCount))
      for (const entry of entries.values())
        if (entry.kind === 'plain' && entry.at > 0 && entry.at < this.signed.bytes.length && !places.has(entry.at)) return true
    return false
  }

  private compareObject(number: number): void {
    const { signed, whole } = this
    if (!whole.has(number) && !signed.has(number)) return
    const after = whole.tryGet(number)
    if (after === undefined) this.refuse('unreadable', { object: number })
    else if (signed.has(number)) this.compareValue(number, signed.tryGet(number), after)
    else if (number < signed.size && this.rules.isPlan) this.refuse('structure', { object: number })
  }

  private compareValue(number: number, before: PdfValue | undefined, after: PdfValue): void {
    if (before === undefined) this.refuse('unreadable', { object: number })
    else if (sameValue(before, after)) return
    else if (!this.rules.isPlan && isArray(before) && isInvisibleSignatureAddition(this.whole, before, after)) {
      this.allow('signature-field', { object: number })
      this.brought.push(after)
    } else if (before instanceof Map && after instanceof Map) this.compareKeys(number, before, after)
    else this.refuse(kindOfObject(before), { object: number })
  }

  private compareKeys(number: number, before: PdfDictionary, after: PdfDictionary): void {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (sameValue(before.get(key), after.get(key))) continue
      const kind = this.allowedChange(number, key, before, after)
      if (!kind) {
        this.refuse(kindOfObject(before), { object: number, key })
        continue
      }
      this.allow(kind, { object: number, key })
      this.brought.push(after.get(key) ?? null)
    }
  }

  /** The allow-list. */
  private allowedChange(number: number, key: string, before: PdfDictionary, after: PdfDictionary): ChangeKind | undefined {
    const isForm = this.formReference instanceof PdfReference && number === this.formReference.number
    if (this.isEmptyField(number, before) && isSignedField(this.whole, after)) {
      if (key === 'V' || key === 'M') return 'signature-field'
      if (key === 'AP' && (!this.rules.isPlan || this.isNewAppearance(after.get(key)))) return 'signature-field'
    }
    if (isForm && key === 'SigFlags' && after.get(key) === 3) return 'form'
    if (number === this.rootNumber && key === 'AcroForm' && onlyFlagsDiffer(before.get(key), after.get(key))) return 'form'
    return this.rules.isPlan ? undefined : this.allowedForeignChange(number, key, before, after, isForm)
  }

  private allowedForeignChange(
    number: number,
    key: string,
    before: PdfDictionary,
    after: PdfDictionary,
    isForm: boolean,
  ): ChangeKind | undefined {
    if (number === this.rootNumber && key === 'Perms' && !before.has(key)) return 'catalog'
    if (number === this.rootNumber && (key === 'DSS' || key === 'Extensions')) return 'catalog'
    const isList = (isForm && key === 'Fields') || (key === 'Annots' && nameText(before.get('Type')) === 'Page')
    const isInvisible = isList && isInvisibleSignatureAddition(this.whole, before.get(key) ?? [], after.get(key))
    return isInvisible ? 'signature-field' : undefined
  }

  private isEmptyField(number: number, before: PdfDictionary): boolean {
    return this.fields.has(number) && nameText(before.get('FT')) === 'Sig' && !before.has('V')
  }

  /** An appearance of a plan holds only N, and N is a new object. */
  private isNewAppearance(value: PdfValue | undefined): boolean {
    const normal = value instanceof Map && value.size === 1 ? value.get('N') : undefined
    return normal instanceof PdfReference && normal.number >= this.signed.size
  }

  private judgeNewObjects(): void {
    const reached = this.reach()
    const added = [...this.touched].filter((number) => !this.signed.has(number) && this.whole.has(number))
    for (const number of added) {
      const value = this.whole.tryGet(number)
      const type = value instanceof PdfStream ? nameText(value.dictionary.get('Type')) : undefined
      if (type === 'XRef' || (type === 'ObjStm' && !this.rules.isPlan)) continue
      if (!reached.has(number)) this.refuse('new-object', { object: number })
      else if (this.rules.isPlan && !this.isPlanObject(value)) this.refuse('new-object', { object: number })
    }
    if (added.length > 0 && this.wereMentioned(added)) this.refuse('dangling-reference')
  }

  /** Everything that hangs on the allowed changes. */
  private reach(): ReadonlySet<number> {
    const reached = new Set<number>()
    const queue = [...this.brought]
    for (let index = 0; index < queue.length && index < MAX_REACHED; index++) {
      const value = queue[index]
      if (value instanceof PdfReference) {
        if (reached.has(value.number)) continue
        reached.add(value.number)
        if (this.touched.has(value.number) && !this.signed.has(value.number)) queue.push(this.whole.tryGet(value.number) ?? null)
      } else if (isArray(value)) queue.push(...value)
      else queue.push(...(dictionaryOf(value)?.values() ?? []))
    }
    return reached
  }

  /** A signature dictionary, or a box without resources that only draws. */
  private isPlanObject(value: PdfValue | undefined): boolean {
    if (value instanceof Map) return value.has('ByteRange')
    if (!(value instanceof PdfStream)) return false
    const resources = value.dictionary.get('Resources')
    const hasOurKeys = [...value.dictionary.keys()].join() === APPEARANCE_KEYS && resources instanceof Map && resources.size === 0
    return hasOurKeys && this.drawsPlainly(value)
  }

  private drawsPlainly(value: PdfStream): boolean {
    try {
      return isPlainDrawing(this.whole.unpack(value, LONGEST_DRAWING).toString('latin1'))
    } catch (error) {
      if (isReadingProblem(error)) return false
      throw error
    }
  }

  private wereMentioned(numbers: readonly number[]): boolean {
    const { signedDigest } = this.rules
    if (!signedDigest || numbers.length > MAX_REMEMBERED) return mentionsOrUnreadable(this.signed, numbers)
    const key = `${signedDigest} ${[...numbers].sort((left, right) => left - right).join()}`
    let answer = mentioned.get(key)
    if (answer === undefined) {
      answer = mentionsOrUnreadable(this.signed, numbers)
      if (mentioned.size >= MAX_MENTIONED) mentioned.clear()
      mentioned.set(key, answer)
    }
    return answer
  }
}

const MAX_MENTIONED = 500
/** A signature adds three objects. */
const MAX_REMEMBERED = 20
/** Facts about signed bytes, under their verified hash. */
const mentioned = new Map<string, boolean>()

function mentionsOrUnreadable(file: PdfFile, numbers: readonly number[]): boolean {
  try {
    return mentions(file, numbers)
  } catch (error) {
    if (isReadingProblem(error)) return true
    throw error
  }
}

function onlyFlagsDiffer(before: PdfValue | undefined, after: PdfValue | undefined): boolean {
  if (!(before instanceof Map) || !(after instanceof Map)) return false
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].every((key) => (key === 'SigFlags' && after.get(key) === 3) || sameValue(before.get(key), after.get(key)))
}
