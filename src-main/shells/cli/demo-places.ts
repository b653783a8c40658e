import { access, constants, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { demonstration } from '../demonstration.ts'
import { Refused } from './refused.ts'

/** Where the demonstration leaves what it makes. */
export type Places = {
  readonly top: string
  /** By this a later demonstration knows what it may clear away. It is made first and never removed. */
  readonly mark: string
  readonly passphrase: string
  readonly certificate: string
  readonly register: string
  readonly signed: string
  readonly tampered: string
  readonly draft: string
}

const placesIn = (top: string): Places => ({
  top,
  mark: join(top, 'DEMO.txt'),
  passphrase: join(top, 'DEMO-passphrase.txt'),
  certificate: join(top, 'DEMO-certificate.pem'),
  register: join(top, 'DEMO-register'),
  signed: join(top, 'signed'),
  tampered: join(top, 'tampered'),
  draft: join(top, 'draft'),
})

const ready = /^HV-2026-0001_v\d+_IOM-FI_(sv|en)\.pdf$|^\.hemvag-[\w-]+\.part$/
/** The names that a demonstration gives in each of its folders; whatever else lies there is somebody's own. */
const ownNames = {
  register:
    /^((register|keyring|search-[0-9A-Z]{26})\.db(-wal|-shm|-journal)?|(keys|signing|seen|open|backup-seen)\.json(\.new)?|reserve)$/,
  signed: ready,
  tampered: ready,
  draft: /^HV-2026-0002_v[\d.]+_(sv|en)_(UTKAST|DRAFT)\.pdf$|^\.hemvag-[\w-]+\.part$/,
} as const
const folders = ['register', 'signed', 'tampered', 'draft'] as const

/**
 * Empty places for a new demonstration. An earlier one goes first, and nothing else: that all of it may go is made sure before
 * anything is touched, and a folder that holds other files is left as it is.
 */
export async function freshPlaces(top: string): Promise<Places> {
  const places = placesIn(top)
  try {
    const present = await readdir(top).catch(missing)
    if (present !== undefined && present.length > 0) {
      if (!present.includes(basename(places.mark))) throw refusal('demo-folder-occupied', { folder: top })
      await insistOnOwn(places)
      for (const place of [places.passphrase, places.certificate, ...folders.map((name) => places[name])])
        await rm(place, { recursive: true, force: true })
    } else {
      await mkdir(top, { recursive: true })
      await writeFile(places.mark, 'DEMO\n')
    }
    for (const folder of [places.signed, places.tampered, places.draft]) await mkdir(folder)
    await writeFile(places.passphrase, `${demonstration.passphrase}\n`)
  } catch (error) {
    if (error instanceof Refused) throw error
    throw refusal('folder-not-writable', { folder: top })
  }
  return places
}

/** Refuses, before anything is touched, what is not the demonstration's own or may not be removed by this user. */
async function insistOnOwn(places: Places): Promise<void> {
  await insistOnWritable(places.top, places.top)
  for (const file of [places.passphrase, places.certificate]) await insistOnFile(file)
  for (const name of folders) {
    const folder = places[name]
    const found = await lstat(folder).catch(missing)
    if (found === undefined) continue
    if (!found.isDirectory()) throw refusal('demo-strange-file', { file: folder })
    await insistOnWritable(folder, places.top)
    for (const each of await readdir(folder)) {
      if (!ownNames[name].test(each)) throw refusal('demo-strange-file', { file: join(folder, each) })
      await insistOnFile(join(folder, each))
    }
  }
}

async function insistOnFile(file: string): Promise<void> {
  const found = await lstat(file).catch(missing)
  if (found !== undefined && !found.isFile()) throw refusal('demo-strange-file', { file })
}

async function insistOnWritable(folder: string, top: string): Promise<void> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw refusal('demo-folder-not-yours', { folder, top })
  })
}

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

const refusal = (code: string, values: Readonly<Record<string, string>>) => new Refused({ code, messageKey: `failure.${code}`, values })
