import type { Examination } from '#domain/starts/examination.ts'
import { acceptableTroubles, safeFacts, troubleCodes } from '#domain/starts/safe-facts.ts'
import { type Scene, scenes } from './window-replies.ts'
import type { State } from './window-states.ts'

const files = ['register.db', 'keyring.db', 'keys.json'].map((name) => ({ name, bytes: 2_400_000, readable: true, writable: true }))
const found: Examination = {
  now: '2026-10-04T12:00:00.000Z',
  files,
  missing: [],
  folderWritable: true,
  freeBytes: 310_000_000,
  reserve: true,
  openSince: '2026-10-05T08:12:00.000Z',
  seen: { checkpoint: 214, at: '2026-10-05T14:31:00.000Z' },
  lastGoodBackupAt: '2026-10-05T12:00:00.000Z',
  untouched: true,
}
const otherwise: Readonly<Record<string, Partial<Examination>>> = {
  'keys-missing': { files: files.slice(0, 2), missing: ['keys.json'], untouched: null },
  'not-readable': { files: files.map((file) => ({ ...file, readable: false })), untouched: null, lastGoodBackupAt: null },
  'not-writable': { folderWritable: false, untouched: null },
  'disk-full': { freeBytes: 0, reserve: false },
  'in-use': { openSince: null },
}
const folder = 'C:\\Users\\anna\\Hemväg\\register'
const values = {
  folder,
  file: 'register.db',
  since: '2026-10-05T08:12:00.000Z',
  now: '2026-10-04T12:00:00.000Z',
  last: '2026-10-05T14:31:00.000Z',
  seen: 214,
  newest: 198,
  seenAt: '2026-10-05T14:31:00.000Z',
  found: 40,
  known: 20,
}
const fileOf: Readonly<Record<string, string>> = {
  'keys-missing': 'keys.json',
  'keys-altered': 'keys.json',
  mixed: 'keys.json',
  'log-missing': 'register.db-wal',
}

/** A register that does not open, seen before any key was asked for. */
export function troubled(code: string): Scene {
  const facts = safeFacts(code, { ...found, ...otherwise[code] }).map((fact) => ({ ...fact, values: { ...fact.values } }))
  const status = scenes.locked['register.status']
  if (status?.ok !== true || !('state' in status.value)) throw new Error('the locked scene has a status')
  const trouble = { code, messageKey: `register.error.${code}`, values: { ...values, file: fileOf[code] ?? values.file } }
  return {
    ...scenes.locked,
    'register.status': { ok: true, value: { ...status.value, trouble } },
    'register.examine': { ok: true, value: { facts, reference: '7f3a91c2', lowSpace: null } },
    'register.unlock': { ok: false, error: { code, messageKey: `register.error.${code}`, values: trouble.values } },
  }
}

const goOn: State['reach'] = async ({ page }) => {
  await page.locator('[data-action="go-on"]').click()
  await page.locator('[data-action="go-on-now"]').waitFor()
}

/** Every broken start, and the way on where there is one. */
export const troubleStates: readonly State[] = [
  {
    name: 'cases on a disk that is nearly full',
    scene: { ...scenes.inWork, 'register.examine': { ok: true, value: { facts: [], reference: null, lowSpace: 84_000_000 } } },
    reach: async ({ page }) => page.getByText('84 MB').waitFor(),
  },
  ...troubleCodes.map((code) => ({ name: `a broken start: ${code}`, scene: troubled(code), reach: async () => undefined })),
  ...acceptableTroubles.map((code) => ({ name: `a broken start passed over: ${code}`, scene: troubled(code), reach: goOn })),
]
