import type { Session } from '../session.ts'
import type { CheckpointRow } from '../tables.ts'
import { type ChainHead, checkpointHash, signedBytes } from './checkpoint.ts'
import { nothingBefore } from './entry.ts'
import type { KnownCheckpoint } from './heads.ts'

/** `rolled-back`: a checkpoint that somebody kept elsewhere is not in the register, or is another. */
export type CheckpointFault = {
  readonly code: 'checkpoint-missing' | 'checkpoint-edited' | 'checkpoint-unsigned' | 'rolled-back'
  readonly checkpoint: number
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0

async function headsOf(session: Session, row: CheckpointRow): Promise<ChainHead[]> {
  const heads = session.database.selectFrom('checkpoint_heads').select(['chain', 'seq', 'hash'])
  return heads.where('register_id', '=', row.register_id).where('number', '=', row.number).orderBy('chain').execute()
}

async function signatureKeys(session: Session): Promise<ReadonlyMap<string, Uint8Array>> {
  const people = await session.database.selectFrom('people').select(['id', 'signature_key']).execute()
  return new Map(people.map((person) => [person.id, person.signature_key]))
}

function faultOf(
  session: Session,
  row: CheckpointRow,
  heads: readonly ChainHead[],
  before: { number: number; hash: Uint8Array },
  signers: ReadonlyMap<string, Uint8Array>,
): CheckpointFault['code'] | undefined {
  if (row.number !== before.number + 1) return 'checkpoint-missing'
  if (!same(row.previous, before.hash) || !same(checkpointHash(row, heads), row.hash)) return 'checkpoint-edited'
  const signer = signers.get(row.signer)
  return signer !== undefined && session.keys.verify(signedBytes(row.hash), row.signature, signer) ? undefined : 'checkpoint-unsigned'
}

/** Checks the chain of checkpoints with its signatures, and names each entry that one of them vouches for. `known` are checkpoints that somebody kept elsewhere. */
export async function checkCheckpoints(
  session: Session,
  vouch: (chain: string, seq: number, hash: Uint8Array) => void,
  known: readonly KnownCheckpoint[],
): Promise<{ count: number; faults: CheckpointFault[] }> {
  const signers = await signatureKeys(session)
  const columns = ['register_id', 'number', 'at', 'signer', 'previous', 'hash', 'signature'] as const
  const rows = await session.database
    .selectFrom('checkpoints')
    .select(columns)
    .where('register_id', '=', session.info.id)
    .orderBy('number')
    .execute()
  const faults: CheckpointFault[] = []
  let before = { number: 0, hash: nothingBefore }
  for (const row of rows) {
    const heads = await headsOf(session, row)
    const code = faultOf(session, row, heads, before, signers)
    if (code !== undefined) faults.push({ code, checkpoint: row.number })
    for (const head of heads) vouch(head.chain, head.seq, head.hash)
    before = row
  }
  const hashes = new Map(rows.map(({ number, hash }) => [number, Buffer.from(hash).toString('hex')]))
  const gone = known.filter(({ number, hash }) => hashes.get(number) !== hash)
  for (const number of new Set(gone.map((each) => each.number))) faults.push({ code: 'rolled-back', checkpoint: number })
  return { count: rows.length, faults }
}
