import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './source-files.ts'

/** A small house with the real walls: configuration copied, one innocent file a room, and the violations. */
const innocent: Readonly<Record<string, string>> = {
  'src-main/domain/money.ts': 'export const one = 1\n',
  'src-main/contract/operations.ts': 'export const operations = {}\n',
  'src-main/operations/application.ts': 'export const application = 1\n',
  'src-main/register/open.ts': 'export const open = 1\n',
  'src-main/documents/set.ts': 'export const set = 1\n',
  'src-main/vault/slots.ts': 'export const slots = 1\n',
  'src-main/shells/bridge.ts': 'export const bridge = 1\n',
  'src-renderer/app/start.tsx': 'export const start = 1\n',
  'test/unit/one.test.ts': 'export const one = 1\n',
}

type Violation = { readonly path: string; readonly text: string; readonly linter?: string; readonly compiler?: string }
const value = (specifier: string) => `import { open } from '${specifier}'\n\nexport const used = open\n`

const violations: Readonly<Record<string, Violation>> = {
  'domain reads a file': { path: 'src-main/domain/a1.ts', text: value('node:fs'), linter: 'noNodejsModules', compiler: 'TS2591' },
  'domain asks the clock': { path: 'src-main/domain/a2.ts', text: 'export const now = () => Date.now()\n', linter: 'noRestrictedGlobals' },
  'domain looks at the window': { path: 'src-main/domain/a3.ts', text: 'export const title = () => document.title\n', compiler: 'TS2584' },
  'domain looks at the process': { path: 'src-main/domain/a4.ts', text: 'export const env = () => process.env\n', compiler: 'TS2591' },
  'domain imports a room': { path: 'src-main/domain/a5.ts', text: value('#register/open.ts'), linter: 'noRestrictedImports' },
  'domain imports React': { path: 'src-main/domain/a6.ts', text: "export { useState } from 'react'\n", linter: 'noRestrictedImports' },
  'contract imports an adapter': {
    path: 'src-main/contract/b1.ts',
    text: value('#register/open.ts'),
    linter: 'noRestrictedImports',
  },
  'operations import an adapter': { path: 'src-main/operations/c1.ts', text: value('#documents/set.ts'), linter: 'noRestrictedImports' },
  'operations import a package of the store': {
    path: 'src-main/operations/c2.ts',
    text: "export { sql } from 'kysely'\n",
    linter: 'noRestrictedImports',
  },
  'the register imports the documents': {
    path: 'src-main/register/d1.ts',
    text: value('#documents/set.ts'),
    linter: 'noRestrictedImports',
  },
  'the register opens SQLite outside its engine': {
    path: 'src-main/register/d2.ts',
    text: "import Database from 'better-sqlite3'\n\nexport const database = Database\n",
    linter: 'noRestrictedImports',
  },
  'the documents import the register': {
    path: 'src-main/documents/e1.ts',
    text: value('#register/open.ts'),
    linter: 'noRestrictedImports',
  },
  'the vault imports the documents': { path: 'src-main/vault/f1.ts', text: value('#documents/set.ts'), linter: 'noRestrictedImports' },
  'a shell imports an adapter': { path: 'src-main/shells/cli/g1.ts', text: value('#register/open.ts'), linter: 'noRestrictedImports' },
  'the Chromium shell imports Electron': {
    path: 'src-main/shells/chromium/g2.ts',
    text: "export { app } from 'electron'\n",
    linter: 'noRestrictedImports',
  },
  'the Electron shell imports Playwright': {
    path: 'src-main/shells/electron/g3.ts',
    text: "export { chromium } from 'playwright-core'\n",
    linter: 'noRestrictedImports',
  },
  'the window imports the register': { path: 'src-renderer/app/h1.tsx', text: value('#register/open.ts'), linter: 'noRestrictedImports' },
  'the window imports Node': {
    path: 'src-renderer/app/h2.tsx',
    text: "export { readFile } from 'node:fs/promises'\n",
    linter: 'noNodejsModules',
  },
  'text stands in a component': {
    path: 'src-renderer/app/h3.tsx',
    text: 'export const Title = () => <h1>Ärenden</h1>\n',
    linter: 'noJsxLiterals',
  },
  'an import has no ending': { path: 'src-main/domain/i1.ts', text: "export { one } from './money'\n", linter: 'useImportExtensions' },
  'an enum': { path: 'src-main/domain/i2.ts', text: 'export enum Colour {\n  Red,\n}\n', linter: 'noEnum', compiler: 'TS1294' },
  'a default export': { path: 'src-main/domain/i3.ts', text: 'export default 1\n', linter: 'noDefaultExport' },
  'an any': { path: 'src-main/domain/i4.ts', text: 'export const loose: any = 1\n', linter: 'noExplicitAny' },
  'a non-null assertion': {
    path: 'src-main/domain/i5.ts',
    text: 'export const first = (all: number[]) => all[0]!\n',
    linter: 'noNonNullAssertion',
  },
  'a floating promise': {
    path: 'src-main/register/i6.ts',
    text: 'const wait = async () => 1\nexport function start() {\n  wait()\n}\n',
    linter: 'noFloatingPromises',
  },
  'an undeclared package': { path: 'src-main/register/i7.ts', text: "export { x } from 'left-pad'\n", linter: 'noUndeclaredDependencies' },
}

let house: string
let linter: Map<string, string[]>
let compiler: string

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'hemvag-walls-'))
  for (const file of [
    'biome.json',
    'package.json',
    'tsconfig.json',
    'src-main/tsconfig.base.json',
    'src-main/tsconfig.pure.json',
    'src-main/tsconfig.node.json',
    'src-renderer/tsconfig.json',
    'test/tsconfig.json',
  ])
    cpSync(join(root, file), join(house, file))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const files = { ...innocent, ...Object.fromEntries(Object.values(violations).map((each) => [each.path, each.text])) }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  const run = (script: string, ...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules', script), ...words], { cwd: house, encoding: 'utf8', maxBuffer: 1e8 })
  const report = JSON.parse(
    run('@biomejs/biome/bin/biome', 'lint', '--reporter=json', '--max-diagnostics=none', '--colors=off').stdout,
  ) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[]
  }
  linter = new Map()
  for (const { category, location } of report.diagnostics) {
    const path = typeof location.path === 'string' ? location.path : location.path.file
    linter.set(path, [...(linter.get(path) ?? []), category])
  }
  compiler = run('typescript/bin/tsc', '-b', '--pretty', 'false').stdout
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

describe('the walls of the house refuse', () => {
  test.each(Object.entries(violations))('%s', (_, { path, linter: rule, compiler: code }) => {
    if (rule !== undefined) expect((linter.get(path) ?? []).map((category) => category.split('/').at(-1))).toContain(rule)
    if (code !== undefined)
      expect(
        compiler
          .split('\n')
          .filter((line) => line.startsWith(path))
          .join('\n'),
      ).toContain(code)
  })
  test('and let innocent files through', () => {
    expect(Object.keys(innocent).filter((path) => linter.has(path) || compiler.includes(`${path}(`))).toEqual([])
  })
})
