import type { Implementations } from './implementations.ts'
import { done } from './outcome.ts'

type Names = 'register.status' | 'register.unlock' | 'register.lock' | 'register.info' | 'files.choose-folder' | 'files.choose-plan'

export const registerImplementations: Implementations<Names> = {
  'register.status': async ({ register, starts, clock, files, demonstration, demonstrationPassphrase, language, user }) => {
    const state = register.state()
    const trouble = state === 'locked' ? await starts.trouble() : undefined
    return done({
      state,
      ...(trouble === undefined ? {} : { trouble: { ...trouble, values: { ...trouble.values } } }),
      demonstration: demonstration(),
      demonstrationPassphrase: demonstrationPassphrase(),
      today: clock.today(),
      language,
      user: state === 'open' ? await user() : null,
      exportFolder: files.suggestedFolder(),
      canChooseFiles: files.canChoose(),
    })
  },
  'register.unlock': async ({ register, starts }, { passphrase, accept = [], user }) => {
    await starts.remember()
    const outcome = await register.unlock(passphrase, accept, user)
    return outcome.ok ? done({}) : outcome
  },
  'register.lock': async ({ register }) => {
    await register.lock()
    return done({})
  },
  'register.info': async ({ register }) => done(await register.info()),
  'files.choose-folder': async ({ files }) => done({ folder: await files.chooseFolder() }),
  'files.choose-plan': async ({ files }) => done({ file: await files.choosePlan() }),
}
