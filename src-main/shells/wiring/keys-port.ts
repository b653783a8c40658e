import type { Failure } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Result } from '#domain/result.ts'
import type { KeysPort } from '#operations/keys-port.ts'
import type { OpenOptions } from '#register/open.ts'
import type { Problem } from '#register/problem.ts'
import { readSlots } from '#vault/key-slots.ts'
import { forgetRemembered, type Keystore, remember } from '#vault/keystore.ts'
import { changePassphrase } from '#vault/people-slots.ts'
import type { Tries } from '#vault/tries.ts'
import { type DrawnKey, suggestPassphrase } from './drawn-key.ts'
import { keepLockSettings, lockSettingsOf } from './lock-settings.ts'
import { accountsFor, keepRecoveryWords, recover } from './recovery.ts'
import { failureOf, type Opened, type RegisterDoor } from './register-port.ts'

type Parts = {
  readonly door: RegisterDoor
  readonly folder: string | undefined
  readonly tries: Tries
  readonly drawn: DrawnKey
  readonly keystore: Keystore | undefined
  /** How files are opened for the work of the recovery key. */
  readonly options: OpenOptions<CaseFile>
  readonly canChange: boolean
  /** What somebody is called who was never given a name. */
  readonly nameless: string
  /** UTC instant of the machine's clock, also where a demonstration pretends another day. */
  readonly now: () => string
}

const settled = (outcome: Result<unknown, Problem>): Result<null, Failure> =>
  outcome.ok ? { ok: true, value: null } : { ok: false, error: failureOf(outcome.error) }

const noRegister: Result<never, Failure> = { ok: false, error: { code: 'no-register', messageKey: 'failure.no-register' } }

/** Lets the computer remember who has just typed the passphrase, where that person wants it. */
export async function rememberIfWanted({ register, vault }: Opened, folder: string, keystore: Keystore | undefined, now: string) {
  if (keystore === undefined) return
  const { remembers, rememberDays } = await lockSettingsOf(register)
  if (remembers) await remember(folder, vault, keystore, { now, days: rememberDays })
}

export function keysPort({ door, folder, tries, drawn, keystore, options, canChange, nameless, now }: Parts): KeysPort {
  const opened = (): Opened & { readonly folder: string } => {
    if (door.opened === undefined || folder === undefined) throw new Error('the register is locked')
    return { ...door.opened, folder }
  }

  return {
    async unlockState() {
      const slots = folder === undefined ? undefined : await readSlots(folder)
      const [words, keystores] = slots?.ok === true ? [slots.value.words, slots.value.keystores] : [[], []]
      return {
        needsName: words.filter(({ kind }) => kind === 'passphrase').length > 1,
        tries: (await tries.read())?.count ?? 0,
        waitSeconds: Math.ceil((await tries.wait()) / 1000),
        hasRecoveryKey: words.some(({ kind }) => kind === 'recovery'),
        canChange,
        remembered: keystores.length === 1 && now() < (keystores[0]?.until ?? '') && (await keystore?.available()) === true,
      }
    },
    unlockRemembered: () => door.unlockRemembered(),
    async lockSettings() {
      return { ...(await lockSettingsOf(opened().register)), canRemember: (await keystore?.available()) ?? false }
    },
    async changeLockSettings(change) {
      const { register, vault, folder: place } = opened()
      const kept = await keepLockSettings(register, change)
      if (!kept.ok) return settled(kept)
      const { remembers, rememberDays: days } = await lockSettingsOf(register)
      if (remembers && keystore !== undefined) return settled(await remember(place, vault, keystore, { now: now(), days }))
      return settled(await forgetRemembered(place, vault))
    },
    async changePassphrase(current, next, operationId) {
      const { register, vault, folder: place } = opened()
      const changed = await changePassphrase(place, vault, { current, next })
      if (!changed.ok) return settled(changed)
      return settled(await register.recordKeyEvent({ action: 'passphrase.changed', personId: vault.person.id, operationId }))
    },
    suggestWords: suggestPassphrase,
    drawRecoveryKey() {
      const { words, code } = drawn.draw()
      return { words: [...words], code }
    },
    async keepRecoveryKey(code, operationId) {
      const words = drawn.take(code)
      if (!words.ok) return words
      const { folder: place, ...open } = opened()
      return settled(await keepRecoveryWords(open, place, words.value, operationId))
    },
    async recoverableAccounts(words) {
      if (folder === undefined) return noRegister
      const accounts = await accountsFor(folder, words, options)
      if (!accounts.ok) return { ok: false, error: failureOf(accounts.error) }
      return { ok: true, value: accounts.value.map(({ name, ...account }) => ({ ...account, name: name === '' ? nameless : name })) }
    },
    async setPassphrase(recovery) {
      if (folder === undefined) return noRegister
      const recovered = await recover(folder, recovery, options, await tries.read())
      if (!recovered.ok) return settled(recovered)
      await tries.forget()
      // A passphrase of somebody without a name opens by any.
      return door.unlock(recovery.passphrase, [], recovered.value.user ?? nameless)
    },
  }
}
