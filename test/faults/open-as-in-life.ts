import { openRegister } from '#register/open.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { systemEntropy } from '#vault/entropy.ts'
import { unlockVault } from '#vault/unlock.ts'
import { paperForm, passphrase } from '../support/register-desk.ts'

/** Opens a register of the desk with the clock and the randomness of the machine: many programs, one after the other, write into it. */
export function openAsInLife(folder: string) {
  const clock = { now: () => new Date().toISOString() }
  return openRegister(folder, (place) => unlockVault(place, passphrase), {
    engine: sqliteEngine,
    form: paperForm,
    clock,
    entropy: systemEntropy,
  })
}
