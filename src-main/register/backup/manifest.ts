import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { isMacOf, macOf } from '../mac.ts'
import type { Keyholder } from '../ports.ts'
import { writeWhole } from '../whole-file.ts'

const count = z.int().nonnegative()

/** What stands beside each copy, readable without a key: ids, moments and numbers, nothing about anybody. */
export const manifestSchema = z.object({
  /** The first form has no seal. */
  format: z.enum(['hemvag-backup-1', 'hemvag-backup-2']),
  kind: z.literal('full'),
  registerId: z.string().regex(/^[0-9A-Z]{26}$/),
  at: z.iso.datetime(),
  schema: z.int(),
  size: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  counts: z.object({ cases: count, versions: count, entries: count, attachments: count, contents: count, people: count }),
  checkpoint: z.object({ number: z.int(), hash: z.string() }).nullable(),
  /** By the register's key: whoever has none may delete a copy, but not make its manifest say something else. */
  mac: z.string().optional(),
})
export type Manifest = z.infer<typeof manifestSchema>

/** A copy that counts: its manifest stands, and a file of that size. */
export type ListedCopy = Manifest & { readonly name: string }

/** `register-20261001T080000000Z`: the instant, without the signs that some file systems refuse. */
export const copyNameAt = (at: string) => `register-${at.replaceAll(/[-:.]/g, '')}`
export const databaseOf = (name: string) => `${name}.db`
export const manifestOf = (name: string) => `${name}.json`
const copyName = /^register-\d{8}T\d{9}Z$/

/** The subfolder of a register in a place where backups of several lie. */
export const subfolderOf = (registerId: string) => `hemvag-${registerId.slice(0, 8).toLowerCase()}`

const sealName = 'backup manifest'

/** In the order of the schema, whatever the order in the file. */
function saidIn(manifest: Manifest): object {
  const { mac: _, ...said } = manifestSchema.parse(manifest)
  return said
}

/** Written last: only with it does a copy count. */
export const writeManifest = (folder: string, name: string, manifest: Manifest, keys: Keyholder) =>
  writeWhole(join(folder, manifestOf(name)), `${JSON.stringify({ ...manifest, mac: macOf(keys, sealName, saidIn(manifest)) }, null, 2)}\n`)

/** Whether a manifest is as a holder of the register's key wrote it; one of the first form says nothing of that. */
export function manifestStanding(manifest: Manifest, keys: Keyholder): 'sealed' | 'open' | 'altered' {
  if (manifest.format === 'hemvag-backup-1') return 'open'
  return isMacOf(keys, sealName, saidIn(manifest), manifest.mac ?? '') ? 'sealed' : 'altered'
}

async function readManifest(folder: string, name: string): Promise<ListedCopy | undefined> {
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, manifestOf(name)), 'utf8')))
    const { size } = await stat(join(folder, databaseOf(name)))
    return size === manifest.size && copyNameAt(manifest.at) === name ? { ...manifest, name } : undefined
  } catch {
    return undefined
  }
}

/** The copies in a register's subfolder, the newest first. A half-written one is not among them. */
export async function listCopies(folder: string): Promise<readonly ListedCopy[]> {
  const files = await readdir(folder).catch(() => [])
  const names = files.filter((file) => file.endsWith('.json')).map((file) => basename(file, '.json'))
  const found = await Promise.all(names.filter((name) => copyName.test(name)).map((name) => readManifest(folder, name)))
  return found.filter((copy) => copy !== undefined).toSorted((one, other) => (one.at < other.at ? 1 : -1))
}

/** Files of a subfolder that belong to no copy that counts: what was interrupted, and manifests that lost their copy. */
export async function strayFiles(folder: string): Promise<readonly string[]> {
  const whole = new Set((await listCopies(folder)).flatMap(({ name }) => [databaseOf(name), manifestOf(name)]))
  const own = /^(register-\d{8}T\d{9}Z\.(db|json)|.*\.part(-journal)?|.*\.new)$/
  return (await readdir(folder)).filter((file) => own.test(file) && !whole.has(file))
}

export const filesOf = (name: string) => [manifestOf(name), databaseOf(name)]
