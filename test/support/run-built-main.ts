/**
 * Runs the built main file under plain Node with the stand-in in Electron's place, asks it what a window would ask,
 * and prints what came back as JSON. A program of its own: the built file opens its register when it is loaded.
 */
import { once } from 'node:events'
import { registerHooks } from 'node:module'

const standIn = new URL('./electron-stand-in.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context)),
})

const { app, ipcRenderer, seen } = await import('./electron-stand-in.ts')
const opened = once(app, 'web-contents-created')
await import(new URL('../../out/main/index.js', import.meta.url).href)
await Promise.race([opened, seen.ended.promise.then((code) => Promise.reject(new Error(`ended with ${code} before a window opened`)))])

const window = seen.windows[0]
const serve = seen.sessions.get('hemvag')?.schemes.get('https')
if (window === undefined || serve === undefined) throw new Error('no window or no page')
const page = await serve({ method: 'GET', url: window.address })
const ask = async (name: string, input: unknown): Promise<unknown> =>
  JSON.parse(String(await ipcRenderer.invoke('hemvag:call', JSON.stringify({ name, input }))))

const report = {
  address: window.address,
  page: { status: page.status, policy: page.headers.get('content-security-policy'), text: await page.text() },
  outside: (await serve({ method: 'GET', url: 'https://app.invalid/..%2fmain/index.js' })).status,
  status: await ask('register.status', {}),
  cases: await ask('case.list', {}),
  unknown: await ask('no.such-operation', {}),
  malformed: JSON.parse(String(await ipcRenderer.invoke('hemvag:call', 'no message'))),
  preferences: window.options.webPreferences,
}
window.shut()
process.stdout.write(JSON.stringify({ ...report, ended: await seen.ended.promise }))
