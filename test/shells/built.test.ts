import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '#shells/window-policy.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const built = (path: string): string => {
  if (!existsSync(inProject(`out/${path}`))) throw new Error(`out/${path} is missing: run npm run build`)
  return readFileSync(inProject(`out/${path}`), 'utf8')
}
const imported = (source: string) =>
  [
    ...source.matchAll(/^(?!\s*\*)(?:import\b[^'"\n]*?|export\b[^'"\n]*?\bfrom\s*|.*\brequire\(\s*|.*\bimport\(\s*)["']([^"'\n ]+)["']/gm),
  ].map(([, name]) => name ?? '')

describe('the built Electron main file under plain Node', () => {
  let folder: string
  let report: Record<string, unknown>
  beforeAll(() => {
    built('main/index.js')
    folder = mkdtempSync(join(tmpdir(), 'hemvag-built-'))
    const output = execFileSync(
      process.execPath,
      [fileURLToPath(new URL('../support/run-built-main.ts', import.meta.url)), '--demonstration'],
      {
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, HEMVAG_STAND_IN_FOLDER: folder },
      },
    )
    report = JSON.parse(output)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('opens its window on the page that was built, under its content security policy', () => {
    expect(report).toMatchObject({
      address: 'https://app.invalid/index.html',
      page: { status: 200, policy: contentSecurityPolicy, text: built('renderer/index.html') },
      outside: 404,
    })
  })

  test('its preload script is the built one', () => {
    expect(report['preferences']).toMatchObject({ preload: inProject('out/preload/index.cjs'), sandbox: true, contextIsolation: true })
  })

  test('opens an encrypted register with the two example cases', () => {
    expect(report).toMatchObject({
      status: { ok: true, value: { state: 'open', demonstration: true } },
      cases: {
        ok: true,
        value: {
          cases: [
            { reference: 'HV-2026-0002', met: 1 },
            { reference: 'HV-2026-0001', met: 24 },
          ],
        },
      },
    })
  })

  test('answers calls through the bridge, and ends well', () => {
    expect(report).toMatchObject({
      unknown: { ok: false, error: { code: 'unknown-operation' } },
      malformed: { ok: false, error: { code: 'malformed-message' } },
      ended: 0,
    })
  })
})

describe('what is built', () => {
  test('the preload script needs nothing but electron, so that it runs in the sandbox', () => {
    expect(imported(built('preload/index.cjs'))).toEqual(['electron'])
  })

  test('the main files need only Node, Electron and what is shipped beside them', () => {
    const files = readdirSync(inProject('out/main'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
    const manifest: { readonly dependencies: Record<string, string> } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
    const known = new Set(['electron', ...builtinModules.flatMap((name) => [name, `node:${name}`]), ...Object.keys(manifest.dependencies)])
    const packageOf = (name: string) => (name.startsWith('@') ? name.split('/', 2).join('/') : name.replace(/^(?!node:)([^/]+)\/.*/, '$1'))
    const foreign = files
      .flatMap((file) => imported(built(`main/${file}`)))
      .filter((name) => !name.startsWith('.') && !known.has(packageOf(name)))
    expect(foreign).toEqual([])
    expect(files.map((file) => built(`main/${file}`)).join('')).not.toContain('openExternal')
  })

  test('the page needs no inline script or style', () => {
    const page = built('renderer/index.html')
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
    for (const [tag] of page.matchAll(/<script[^>]*>/g)) expect(tag).toContain(' src="')
    expect(page).not.toMatch(/https?:\/\//)
  })
})
