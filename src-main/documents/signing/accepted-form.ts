import { isReadingProblem, type PdfFile } from './pdf/pdf-file.ts'
import { isArray, nameText, type PdfDictionary, PdfReference, PdfStream, PdfString, type PdfValue } from './pdf/values.ts'
import { type Revision, type SignatureSlot, writeRevision } from './revision.ts'

/** The form that signPlan writes today. */
export const CURRENT_FORM = 1

/** Forms that a plan may have. A changed writer is a new entry; the old entry and its golden file stay. */
const FORMS = [{ version: 1, keys: 'Type,Filter,SubFilter,M,Name,Reason', write: writeRevision }] as const

/** Field, catalog, form, signature, appearance and, where the file has such, the cross-reference stream. */
const MAX_OBJECTS = 6

/**
 * The version of the form that the newest revision of `file` has, or undefined if it has none of ours. `file` must end where the
 * signature ends. The revision is written again from what was parsed and compared as bytes, so nothing foreign can hide in it.
 * @param mustStart offset at which the revision must begin (the end of the one before), if there is one
 */
export function acceptedForm(file: PdfFile, mustStart: number | undefined): number | undefined {
  try {
    const revision = parseRevision(file)
    if (!revision || (mustStart !== undefined && revision.start !== mustStart)) return undefined
    if (!followsAnEndOfFile(file.bytes, revision.start)) return undefined
    const form = FORMS.find((each) => hasKeys(revision.signature.dictionary, each.keys))
    return form?.write(revision).bytes.equals(file.bytes.subarray(revision.start)) ? form.version : undefined
  } catch (error) {
    if (isReadingProblem(error) || error instanceof TypeError) return undefined
    throw error
  }
}

const followsAnEndOfFile = (bytes: Buffer, start: number) => /%%EOF\r?\n?\n$/.test(bytes.toString('latin1', Math.max(0, start - 8), start))

function parseRevision(file: PdfFile): Revision | undefined {
  const { entries, trailer } = file.newest
  const offsets = [...entries].filter(([, entry]) => entry.kind === 'plain').map(([number, entry]) => [number, entry.at] as const)
  if (offsets.length > MAX_OBJECTS) return undefined
  offsets.sort(([, left], [, right]) => left - right)
  const [first] = offsets
  const parsed = offsets.map(([number, at]) => [number, file.readAt(at).value] as const)
  const objects = parsed.filter(([, value]) => !isSection(value))
  const signature = findSlot(file, objects)
  const [root, info, previousSection, id] = [trailer.get('Root'), trailer.get('Info'), trailer.get('Prev'), readId(trailer.get('ID'))]
  const size = Math.max(...offsets.map(([number]) => number)) + 1
  if (!first || offsets.length !== entries.size || !signature || !id || trailer.get('Size') !== size) return undefined
  if (!(root instanceof PdfReference) || typeof previousSection !== 'number') return undefined
  const isStream = objects.length !== parsed.length
  return {
    start: first[1],
    previousSection,
    isStream,
    size,
    root,
    info: info instanceof PdfReference ? info : undefined,
    id,
    objects,
    signature,
  }
}

const isSection = (value: PdfValue) => value instanceof PdfStream && nameText(value.dictionary.get('Type')) === 'XRef'

function findSlot(file: PdfFile, objects: readonly (readonly [number, PdfValue])[]): SignatureSlot | undefined {
  const slots: SignatureSlot[] = []
  for (const [number, value] of objects) {
    if (!(value instanceof Map) || !value.has('ByteRange')) continue
    const contents = value.get('Contents')
    const range = value.get('ByteRange')
    if (!(contents instanceof PdfString) || !isArray(range)) return undefined
    const rest = new Map([...value].filter(([key]) => key !== 'ByteRange' && key !== 'Contents'))
    slots.push({ number, dictionary: rest, range, contents: file.bytes.toString('latin1', contents.start + 1, contents.end - 1) })
  }
  return slots.length === 1 ? slots[0] : undefined
}

function readId(value: PdfValue | undefined): readonly [Buffer, Buffer] | undefined {
  const [first, second] = isArray(value) ? value : []
  return first instanceof PdfString && second instanceof PdfString ? [first.bytes, second.bytes] : undefined
}

/** These keys in this order and nothing else, besides the certification of the first signature. */
function hasKeys(dictionary: PdfDictionary, keys: string): boolean {
  const found = [...dictionary.keys()].join()
  const time = dictionary.get('M')
  return (
    (found === keys || found === `${keys},Reference`) &&
    nameText(dictionary.get('Filter')) === 'Adobe.PPKLite' &&
    time instanceof PdfString &&
    /^D:\d{14}Z$/.test(time.bytes.toString('latin1')) &&
    dictionary.get('Name') instanceof PdfString &&
    dictionary.get('Reason') instanceof PdfString
  )
}
