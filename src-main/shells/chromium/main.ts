import { openDemonstration } from '../demonstration.ts'
import { languageOf } from '../language.ts'
import { openChromiumWindow } from './window.ts'

const renderer = new URL('../../../out/renderer/', import.meta.url)

/** Shows the demonstration in an installed browser until a person or a signal closes the window. Throws when it does not open. */
async function show(browser: string): Promise<void> {
  const { application, close } = await openDemonstration({ language: languageOf(process.env) })
  try {
    const window = await openChromiumWindow({ browser, renderer, application, headless: false })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void window.close())
    await window.closed
  } finally {
    await close()
  }
}

process.exitCode = await show(process.argv[2] ?? '').then(
  () => 0,
  () => 1,
)
