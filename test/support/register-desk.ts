import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { CaseForm } from '#register/case-form.ts'
import { type CreateOptions, createRegister } from '#register/create.ts'
import type { Engine } from '#register/engine.ts'
import { openRegister } from '#register/open.ts'
import type { Answer } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import { createVault, unlockVault } from '#vault/unlock.ts'

export const passphrase = 'en fågel i handen'
/** Far below what the application uses: these tests are not about guessing. */
export const quickDerivation = { memoryKiB: 64, passes: 1, lanes: 1 } as const

/** Bytes that look random and are the same in every run. */
export function seededEntropy(seed: string) {
  let count = 0
  return {
    bytes(length: number): Uint8Array {
      const parts: Buffer[] = []
      for (let have = 0; have < length; have += 32) {
        parts.push(createHash('sha256').update(`${seed} ${count}`).digest())
        count += 1
      }
      return new Uint8Array(Buffer.concat(parts).subarray(0, length))
    },
  }
}

/** A clock that goes one second further each time it is asked. */
export function steppingClock(from = '2026-10-01T08:00:00.000Z') {
  let now = Date.parse(from)
  return {
    now(): string {
      now += 1000
      return new Date(now).toISOString()
    },
  }
}

const paperSchema = z.strictObject({
  id: z.string(),
  reference: z.string(),
  status: z.enum(['active', 'paused', 'handed-over', 'closed']),
  unit: z.string(),
  alias: z.string(),
  dueOn: z.string().optional(),
  eraseAfter: z.string().optional(),
  protectedIdentity: z.boolean().optional(),
  notes: z.array(z.string()),
  more: z.json(),
})
/** A case as small as the register allows: it knows nothing of the field. */
export type Paper = z.infer<typeof paperSchema>

export const paperForm: CaseForm<Paper> = {
  number: 1,
  shape: 'paper-1',
  parse(value) {
    const parsed = paperSchema.safeParse(value)
    if (parsed.success) return { ok: true, value: parsed.data }
    return { ok: false, error: parsed.error.issues.map((issue) => `/${issue.path.map(String).join('/')}`) }
  },
  project: ({ status, unit, dueOn, eraseAfter, alias, notes, protectedIdentity = false }) => ({
    status,
    unit,
    nextDue: dueOn,
    eraseAfter,
    headline: { alias, notes: notes.length },
    protectedIdentity,
  }),
  passages: ({ reference, alias, notes }) => [
    { area: 'reference', text: reference, hidden: reference },
    { area: 'child', text: alias, hidden: undefined },
    ...notes.map((text) => ({ area: 'notes', text, hidden: text.replaceAll(alias, '…') })),
  ],
}

export function aPaper(id: string, change: Partial<Paper> = {}): Paper {
  return {
    id,
    reference: 'HV-2026-0001',
    status: 'active',
    unit: 'Enhet Väst',
    alias: 'Svalan',
    notes: ['Vill hem.'],
    more: null,
    ...change,
  }
}

/** A folder of its own for one test, open to other users up to here, and gone afterwards. */
export async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'hemvag-test-'))
  chmodSync(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function accepted<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code} ${JSON.stringify(answer.error.values)}`)
  return answer.value
}

/** Code and values of a refusal, or the word `accepted`. */
export function refusalOf(answer: Answer<unknown>) {
  return answer.ok ? 'accepted' : answer.error
}

export function codeOf(answer: Answer<unknown>): string {
  return answer.ok ? 'accepted' : answer.error.code
}

export function openOptions(engine: Engine, form: CaseForm<Paper> = paperForm) {
  return { engine, form, clock: steppingClock(), entropy: seededEntropy('desk') }
}

export function createOptions(engine: Engine): CreateOptions<Paper> {
  const options = openOptions(engine)
  const { entropy } = options
  return { ...options, mark: 'HV', makeKeys: (place) => createVault({ ...place, passphrase, entropy, derivation: quickDerivation }) }
}

export async function newRegister(folder: string, engine: Engine): Promise<Register<Paper>> {
  return accepted(await createRegister(folder, createOptions(engine)))
}

/** Opening again draws other random bytes than the first time, as in life. */
export function reopen(
  folder: string,
  engine: Engine,
  form: CaseForm<Paper> = paperForm,
  words = passphrase,
): Promise<Answer<Register<Paper>>> {
  const entropy = seededEntropy(`again ${reopenings}`)
  reopenings += 1
  const clock = steppingClock(hourAfter(folder))
  return openRegister(folder, (place) => unlockVault(place, { user: firstUser, passphrase: words }, entropy), {
    ...openOptions(engine, form),
    clock,
    entropy,
  })
}
let reopenings = 0

/** The first user has no name: any finds the only unnamed way in, also where others have one. */
export const firstUser = 'den första'

/** Time passes between two openings: an hour after what the register saw last, or days where it has forgotten. */
export function hourAfter(folder: string): string {
  try {
    const { at } = z.object({ at: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8')))
    return new Date(Date.parse(at) + 3_600_000).toISOString()
  } catch {
    return new Date(Date.UTC(2026, 9, 1 + reopenings, 8)).toISOString()
  }
}
