import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { Implementations } from './implementations.ts'
import type { PlacesPort } from './keys-port.ts'
import { done } from './outcome.ts'
import type { Ports } from './ports.ts'

type Names =
  | 'unlock.state'
  | 'unlock.remembered'
  | 'lock.settings'
  | 'lock.change-settings'
  | 'passphrase.change'
  | 'passphrase.suggest'
  | 'recovery-key.draw'
  | 'recovery-key.keep'
  | 'recovery.accounts'
  | 'recovery.set-passphrase'
  | 'place.check'
  | 'place.suggest'
  | 'register.create'
  | 'register.choose'
  | 'register.practise'

const emptied = async (work: Promise<Result<null, Failure>>) => {
  const outcome = await work
  return outcome.ok ? done({}) : outcome
}

const notHere: Result<never, Failure> = { ok: false, error: { code: 'not-here', messageKey: 'failure.not-here' } }

/** Work that only a window which can change its register may do. */
const atPlaces = ({ places }: Ports, work: (places: PlacesPort) => Promise<Result<null, Failure>>) =>
  places === undefined ? Promise.resolve(notHere) : emptied(work(places))

export const keysImplementations: Implementations<Names> = {
  'unlock.state': async ({ keys }) => done(await keys.unlockState()),
  'unlock.remembered': ({ keys }) => emptied(keys.unlockRemembered()),
  'lock.settings': async ({ keys }) => done(await keys.lockSettings()),
  'lock.change-settings': ({ keys }, change) => emptied(keys.changeLockSettings(change)),
  'passphrase.change': ({ keys }, { current, next, operationId }) => emptied(keys.changePassphrase(current, next, operationId)),
  'passphrase.suggest': async ({ keys }) => done({ words: [...keys.suggestWords()] }),
  'recovery-key.draw': async ({ keys }) => done(keys.drawRecoveryKey()),
  'recovery-key.keep': ({ keys }, { code, operationId }) => emptied(keys.keepRecoveryKey(code, operationId)),
  'recovery.accounts': async ({ keys }, { words }) => {
    const accounts = await keys.recoverableAccounts(words)
    return accounts.ok ? done({ accounts: accounts.value }) : accounts
  },
  'recovery.set-passphrase': ({ keys }, recovery) => emptied(keys.setPassphrase(recovery)),
  'place.check': async ({ places }, { folder }) => (places === undefined ? notHere : done(await places.check(folder))),
  'place.suggest': async ({ places }) => (places === undefined ? notHere : done({ folder: places.suggestedFolder(), lost: places.lost() })),
  'register.create': (ports, request) => atPlaces(ports, (places) => places.create(request)),
  'register.choose': (ports, { folder }) => atPlaces(ports, (places) => places.choose(folder)),
  'register.practise': (ports) => atPlaces(ports, (places) => places.practise()),
}
