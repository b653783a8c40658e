import type { Output, Reply, WindowOperationName } from '#contract/operations.ts'

const ok = <N extends WindowOperationName>(value: Output<N>): Reply<N> => ({ ok: true, value })

/** What the lock is told, after so many failed tries and so many seconds before the next. */
export const unlockState = (tries: number, waitSeconds: number, needsName = false): Reply<WindowOperationName> =>
  ok<'unlock.state'>({ needsName, tries, waitSeconds, hasRecoveryKey: true, canChange: true, remembered: false })

export const lockSettings = ok<'lock.settings'>({ idleMinutes: 10, canRemember: true, remembers: false, rememberDays: 7 })

export const suggested = ['abborre', 'klippa', 'dagg', 'hylla', 'nyckel', 'ostron']
const drawnWords = ['abborre', 'badanka', 'cirkel', 'dagbok', 'elefant', 'fackla', 'gaffel', 'hagel', 'ikon', 'jacka', 'kaktus', 'lampa']

const drawn = { 'recovery-key.draw': ok<'recovery-key.draw'>({ words: drawnWords, code: 'K7MP' }) }

/** A first start in a folder that can be used. */
export const startReplies = {
  'unlock.state': unlockState(0, 0),
  'place.suggest': ok<'place.suggest'>({ folder: '/home/anna/Hemvag', lost: null }),
  'place.check': ok<'place.check'>({ verdict: 'free', freeBytes: 212_000_000_000 }),
  'passphrase.suggest': ok<'passphrase.suggest'>({ words: suggested }),
  ...drawn,
}

/** Recovery of one of two accounts, from the lock. */
export const recoverReplies = {
  'recovery.accounts': ok<'recovery.accounts'>({
    accounts: [
      { id: 'anna', name: 'Anna Testberg', recoverable: true },
      { id: 'bo', name: 'Bo Provsson', recoverable: false },
    ],
  }),
  'passphrase.suggest': ok<'passphrase.suggest'>({ words: suggested }),
}

export const ownKeyReplies = { ...drawn, 'passphrase.suggest': ok<'passphrase.suggest'>({ words: suggested }) }
