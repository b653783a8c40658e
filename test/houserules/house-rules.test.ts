import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { houseRules } from './rules.ts'
import { root, sourceFiles } from './source-files.ts'

const files = sourceFiles(['src-main', 'src-renderer', 'test'], /\.(ts|tsx|cjs)$/).filter(
  (file) => !file.path.startsWith('test/houserules/'),
)

/** One violation of each rule, and the file it would stand in. */
const planted: Readonly<Record<string, { readonly path: string; readonly text: string }>> = {
  'relative imports stay inside their room': { path: 'src-main/contract/planted.ts', text: "import { open } from '../register/open.ts'" },
  'pure rooms ask for clock and chance': { path: 'src-main/domain/planted.ts', text: 'export const chance = () => Math.random()' },
  'no inline styles in the window': { path: 'src-renderer/planted.tsx', text: 'export const Red = () => <p style={{ color: 1 }} />' },
  'files stay short': { path: 'src-main/domain/planted.ts', text: '\n'.repeat(401) },
  'no place of a machine is named': { path: 'src-main/domain/planted.ts', text: "const folder = '/root/register'" },
  'no test is skipped': { path: 'test/unit/planted.test.ts', text: "test.skip('later', () => undefined)" },
}

describe.each(Object.entries(houseRules))('%s', (name, rule) => {
  test('the house keeps it', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap(rule)).toEqual([])
  })
  test('a planted violation is refused', () => {
    const violation = planted[name]
    if (violation === undefined) throw new Error(`no violation is planted for: ${name}`)
    expect(rule(violation)).not.toEqual([])
  })
})

test('every optional package of the lock file is locked, so that a clean install works', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const missing = Object.entries(lock.packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => lock.packages[`${at}/node_modules/${name}`] === undefined && lock.packages[`node_modules/${name}`] === undefined,
    ),
  )
  expect(missing).toEqual([])
})
