import { z } from 'zod'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { KnownPlaces } from './journal-port.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'

const hash = /^[0-9a-f]{64}$/

/** What a plan's attached data, a backup's manifest and the register's side file have in common. */
const witnessSchema = z.object({ registerId: z.string(), checkpoint: z.object({ number: z.int().min(1), hash: z.string().regex(hash) }) })

/** `CHAIN:SEQ:HASH`, or `checkpoint:NUMBER:HASH`. */
const written = /^(.+):([1-9]\d*):([0-9a-f]{64})$/

/** Reads what bears witness from outside: heads as they are written, and files that hold a checkpoint. */
export async function knownPlaces(ports: Ports, known: readonly string[]): Promise<Result<KnownPlaces, Failure>> {
  const places = { heads: [] as KnownPlaces['heads'][number][], checkpoints: [] as KnownPlaces['checkpoints'][number][] }
  for (const each of known) {
    const head = written.exec(each)
    if (head === null) {
      const checkpoint = await checkpointIn(ports, each)
      if (!checkpoint.ok) return checkpoint
      places.checkpoints.push(checkpoint.value)
    } else {
      const [, chain = '', seq, hash = ''] = head
      if (chain === 'checkpoint') places.checkpoints.push({ number: Number(seq), hash })
      else places.heads.push({ chain, seq: Number(seq), hash })
    }
  }
  return done(places)
}

async function checkpointIn(ports: Ports, file: string): Promise<Result<KnownPlaces['checkpoints'][number], Failure>> {
  const bytes = await ports.files.read(file)
  if (!bytes.ok) return bytes
  const { isPlan, data } = ports.journal.witnessIn(bytes.value)
  if (isPlan && (await ports.plans.verify(bytes.value, file)).verdict !== 'intact-trusted') return refused('witness-not-trusted', { file })
  const witness = witnessSchema.safeParse(data)
  if (!witness.success) return refused('no-witness', { file })
  const { registerId, checkpoint } = witness.data
  return registerId === ports.journal.registerId() ? done(checkpoint) : refused('witness-of-another-register', { file })
}
