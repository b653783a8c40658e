import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Twenty words that stand nowhere else, and a passphrase. */
export const plantedWords: readonly string[] = [
  ...[
    'Fjällsippan',
    'Zdravkova',
    'Grynvattnet',
    'Kvastmåra',
    'Ljungpipare',
    'Natthimlen',
    'Orrspelet',
    'Pärlugglan',
    'Rimfrosten',
    'Silverlönn',
  ],
  ...[
    'Tranbärsmyr',
    'Ullvidet',
    'Vattenklöver',
    'Åskvigget',
    'Älggräset',
    'Ödekyrkan',
    'Björnmossan',
    'Dvärgbjörk',
    'Ekorrbäret',
    'Hjortronet',
  ],
]
export const plantedPassphrase = 'Istappar över Myggbärsheden'

/** Where a case file says something of somebody: names, notes and addresses. */
const telling = /^(name|givenName|familyName|circumstances|narrative|safetyNote|note|town|organisation|position|text|summary|reason)$/

/** Adds each word to one telling value of a case file, from the front; throws where the file has too few. */
export function plant(caseFile: unknown): unknown {
  const words = [...plantedWords]
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => walk(each, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]))
    if (typeof value !== 'string' || !telling.test(key)) return value
    const word = words.shift()
    return word === undefined ? value : `${value} ${word}`
  }
  const planted = walk(caseFile, '')
  if (words.length > 0) throw new Error(`no place for ${words.join(', ')}`)
  return planted
}

/** The middle of what base64 makes of bytes that stand somewhere in a longer text: for each of the three ways they can fall. */
function base64Middles(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
  })
}

function formsOf(word: string): Buffer[] {
  const spellings = [word, word.toLowerCase(), word.normalize('NFD')]
  const encoded = spellings.flatMap((each) => {
    const little = Buffer.from(each, 'utf16le')
    return [Buffer.from(each), Buffer.from(each, 'latin1'), little, Buffer.from(little).swap16()]
  })
  const middles = encoded.flatMap(base64Middles)
  const escaped = JSON.stringify(word).slice(1, -1)
  const texts = [...middles, ...middles.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')), escaped, encodeURIComponent(word)]
  return [...encoded, ...texts.map((text) => Buffer.from(text))]
}

const forms = [...plantedWords, plantedPassphrase].map((word) => ({ word, forms: formsOf(word) }))

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Every file under a folder, links not followed, but for what lies in the folders that are left out. */
function filesUnder(folder: string, leftOut: readonly string[]): string[] {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name)
    if (leftOut.includes(path)) return []
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory() === true) return filesUnder(path, leftOut)
    return found?.isFile() === true ? [path] : []
  })
}

/** A browser that is going down takes files away while they are being looked at. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return Buffer.alloc(0)
  }
}

export type Search = { readonly files: number; readonly bytes: number; readonly hits: readonly string[] }

/** Looks for the planted words, in every form, in every file and in every file's name. */
export function searchForWords(folder: string, leftOut: readonly string[] = []): Search {
  const files = filesUnder(folder, leftOut)
  let bytes = 0
  const hits = files.flatMap((file) => {
    const content = Buffer.concat([Buffer.from(`${file}\n`), contentOf(file)])
    bytes += content.length
    return forms
      .filter((each) => each.forms.some((form) => content.includes(form)))
      .map(({ word }) => `${word} in ${file.slice(folder.length + 1)}`)
  })
  return { files: files.length, bytes, hits }
}
