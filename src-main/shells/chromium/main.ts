import { languageOf } from '../language.ts'
import { wishIn } from '../wish.ts'
import { openWished } from '../wished-house.ts'
import { watchSleep } from './sleep-watch.ts'
import { openChromiumWindow } from './window.ts'

const renderer = new URL('../../../out/renderer/', import.meta.url)

/** Shows a house in an installed browser until a person or a signal closes the window. Throws when it does not open. */
async function show(browser: string, words: readonly string[]): Promise<void> {
  const { application, close } = await openWished(wishIn(words), { language: languageOf(process.env) })
  const endWatch = watchSleep(() => void application.answer('register.lock', {}))
  try {
    const window = await openChromiumWindow({ browser, renderer, application, headless: false })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void window.close())
    await window.closed
  } finally {
    endWatch()
    await close()
  }
}

const [, , browser = '', ...words] = process.argv
process.exitCode = await show(browser, words).then(
  () => 0,
  () => 1,
)
