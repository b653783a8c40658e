import type { CaseFile } from '#domain/case/case-file.ts'
import type { Result } from '#domain/result.ts'
import type { Recovery } from '#operations/keys-port.ts'
import { type OpenOptions, withRecoveryKeys } from '#register/open.ts'
import { type FailedUnlocks, recordFailedUnlocks } from '#register/people/failed-unlocks.ts'
import { type Account, accountSeeds, recordKeyEvent, recoverableAccounts } from '#register/people/recovery.ts'
import { type Problem, Refusal } from '#register/problem.ts'
import type { Derivation } from '#vault/passphrase.ts'
import { tooShort } from '#vault/passphrase.ts'
import { addPassphraseSlot } from '#vault/people-slots.ts'
import { setRecoverySlot, unlockWithRecoveryKey } from '#vault/recovery-key.ts'
import { readRecoveryWords } from '#vault/recovery-words.ts'
import { unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import { wordList } from './drawn-key.ts'
import type { Opened } from './register-port.ts'

type Kept = Result<null, Problem>

/** Makes drawn words the recovery key of an open register. The former key opens nothing from then on. */
export async function keepRecoveryWords(
  { register, vault }: Opened,
  folder: string,
  words: readonly string[],
  operationId: string,
  derivation?: Derivation,
): Promise<Kept> {
  const pair = await register.recoveryPair()
  if (!pair.ok) return pair
  const { person, seeds } = pair.value
  const set = await setRecoverySlot(folder, vault, { person: person.id, seeds, words, ...(derivation === undefined ? {} : { derivation }) })
  if (!set.ok) return set
  const noted = await register.recordKeyEvent({ action: 'recovery-key.replaced', personId: person.id, operationId })
  return noted.ok ? { ok: true, value: null } : noted
}

async function recoveryVault(folder: string, typed: string): Promise<Result<Vault, Problem>> {
  const words = readRecoveryWords(typed, wordList())
  return words.ok ? unlockWithRecoveryKey(folder, words.value) : words
}

/** Opens keys with what was typed: the words of a recovery key, which no passphrase looks like, or the passphrase of a user. */
export const unlockWithEither =
  (typed: string, user?: string) =>
  async (folder: string): Promise<Result<Vault, Problem>> => {
    const words = readRecoveryWords(typed, wordList())
    if (words.ok) return unlockWithRecoveryKey(folder, words.value)
    return unlockVault(folder, { passphrase: typed, ...(user === undefined ? {} : { user }) })
  }

/** Whom the typed words can help. */
export async function accountsFor(
  folder: string,
  typed: string,
  options: OpenOptions<CaseFile>,
): Promise<Result<readonly Account[], Problem>> {
  const vault = await recoveryVault(folder, typed)
  return vault.ok ? withRecoveryKeys(folder, vault.value, options, recoverableAccounts) : vault
}

/** Sets a new passphrase for one account, and gives the name by which it opens. Nothing is encrypted anew. Failed tries before are journalled. */
export async function recover(
  folder: string,
  { words, personId, passphrase, operationId }: Recovery,
  options: OpenOptions<CaseFile>,
  failed: FailedUnlocks | undefined,
): Promise<Result<{ readonly user: string | undefined }, Problem>> {
  const short = tooShort(passphrase)
  if (short !== undefined) return short
  const vault = await recoveryVault(folder, words)
  if (!vault.ok) return vault
  return withRecoveryKeys(folder, vault.value, options, async (session) => {
    const account = (await recoverableAccounts(session)).find(({ id }) => id === personId)
    if (account === undefined) throw new Refusal('user-unknown', { user: personId })
    const seeds = await accountSeeds(session, personId)
    const name = account.name === '' ? undefined : account.name
    const set = await addPassphraseSlot(folder, vault.value, { person: personId, seeds, name, passphrase })
    if (!set.ok) throw new Refusal(set.error.code, set.error.values)
    if (failed !== undefined) await recordFailedUnlocks(session, failed)
    await recordKeyEvent(session, { action: 'register.recovered', personId, operationId })
    return { user: name }
  })
}
