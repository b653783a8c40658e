import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Failure } from '#contract/operations.ts'
import { type Composed, type ComposeOptions, createIn } from './compose.ts'
import { directoryActs } from './demonstration-directory.ts'
import { newOperationId } from './incidents.ts'
import { resources } from './resources.ts'
import type { Surroundings } from './surroundings.ts'

/** Everything that a demonstration makes carries this word. */
export const demonstration = {
  /** The day that it pretends to be: case A is ready, case B paused. */
  today: '2026-09-30',
  passphrase: 'DEMO DEMO DEMO',
  mark: 'HV',
  signer: { name: 'DEMO Anna Testberg', organisation: 'DEMO Region Syd', kind: 'rsa-3072' },
  cases: ['case-a.json', 'case-b.json'],
} as const

/** The least that Argon2id may cost here; a demonstration guards nothing. */
const derivation = { memoryKiB: 65_536, passes: 1, lanes: 1 } as const

/** Makes a demonstration register in a folder: encrypted, with both example cases, a signer, and partners and advice as fictional as they. */
export async function createDemonstration(
  folder: string,
  surroundings: Surroundings & Pick<ComposeOptions, 'exportFolder' | 'forms'>,
): Promise<Composed> {
  const { mark, passphrase, today, signer, cases } = demonstration
  const created = await createIn({ ...surroundings, folder, mark, passphrase, demonstration: { today, derivation } })
  if (!created.ok) throw new DemonstrationRefused(created.error)
  const house = created.value
  await insist(house, 'signer.create', signer)
  for (const name of cases) {
    const file = fileURLToPath(new URL(`examples/${name}`, resources))
    await insist(house, 'case.import', { file, operationId: newOperationId() })
  }
  for (const { name, input } of directoryActs()) await insist(house, name, input)
  return house
}

/** A demonstration could not be made for a reason that a person can mend, such as a folder that may not be written. */
export class DemonstrationRefused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

async function insist(house: Composed, name: string, input: unknown): Promise<void> {
  const reply = await house.commands.answer(name, input)
  if (!reply.ok) throw new DemonstrationRefused(reply.error)
}

/** The demonstration behind a window: in a folder of its own, which goes when the house is closed. */
export async function openDemonstration(surroundings: Surroundings): Promise<Composed> {
  const place = await mkdtemp(join(tmpdir(), 'hemvag-demo-'))
  const remove = () => rm(place, { recursive: true, force: true })
  try {
    const house = await createDemonstration(join(place, 'DEMO-register'), surroundings)
    const close = async () => {
      await house.close()
      await remove()
    }
    return { ...house, close }
  } catch (error) {
    await remove()
    throw error
  }
}
