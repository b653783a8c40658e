import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVault, unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import { quickDerivation, seededEntropy } from './register-desk.ts'

export const annasWords = 'Åsa går över ån'
export const bosWords = 'boken ligger kvar'

export async function annasVault(folder: string, name?: string): Promise<Vault> {
  const entropy = seededEntropy('keys')
  const named = name === undefined ? {} : { name }
  const place = { folder, registerId: 'R1', person: 'anna', ...named }
  const made = await createVault({ ...place, passphrase: annasWords, derivation: quickDerivation, entropy })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

type KeyFile = Record<string, unknown> & { slots: Record<string, unknown>[] }

export const keyFile = (folder: string): KeyFile => JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8'))

export function changeKeyFile(folder: string, change: (keys: KeyFile) => void): void {
  const keys = keyFile(folder)
  change(keys)
  writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys))
}

/** Who it opens for, or why it does not. */
export async function opensFor(folder: string, passphrase: string, user?: string): Promise<string> {
  const vault = await unlockVault(folder, { user, passphrase })
  return vault.ok ? vault.value.person.id : vault.error.code
}

/** The list of words that recovery keys are made of. */
export const recoveryList: readonly string[] = readFileSync(new URL('../../resources/words/sv.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
