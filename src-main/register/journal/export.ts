import { createHash } from 'node:crypto'
import { run } from '../queries.ts'
import { type Session, transact } from '../session.ts'
import type { CheckpointRow, JournalRow } from '../tables.ts'
import { type ChainHead, makeCheckpoint } from './checkpoint.ts'
import { base64 } from './entry.ts'

/** The journal as a file of its own, for whoever checks it without the register; as JSON Lines, in pieces of whole lines. */
export type JournalExport = {
  readonly registerId: string
  readonly entries: number
  readonly chains: number
  readonly checkpoint: { readonly number: number; readonly hash: string }
  /** The Ed25519 key of the person who exports, base64: what the checker must have from elsewhere. */
  readonly signatureKey: string
  readonly pieces: AsyncIterable<Uint8Array>
}

const page = 500

/** The bytes that whoever exports signs: the digest of every byte before the last line. */
const signedBytes = (digest: Uint8Array) => Buffer.concat([Buffer.from('hemvag-journal-export-1\0'), digest])

const headLine = ({ chain, seq, hash }: ChainHead) => ({ kind: 'head', chain, seq, hash: base64(hash) })

const entryLine = (row: JournalRow) => ({
  kind: 'entry',
  chain: row.chain,
  seq: row.seq,
  operationId: row.operation_id,
  at: row.at,
  actor: row.actor,
  action: row.action,
  object: row.object,
  version: row.version,
  detail: row.detail && base64(row.detail),
  previous: base64(row.previous),
  hash: base64(row.hash),
})

const checkpointLine = ({ number, at, signer, previous, hash, signature }: CheckpointRow, heads: readonly ChainHead[]) => ({
  kind: 'checkpoint',
  number,
  at,
  signer,
  previous: base64(previous),
  hash: base64(hash),
  signature: base64(signature),
  heads: heads.map((head) => [head.chain, head.seq, base64(head.hash)]),
})

/** What the export shows: as the register stands at this moment, whatever is written while the file is being made. */
async function standing(session: Session) {
  return transact(session, async (change) => {
    const heads = await change.selectFrom('journal_heads').select(['chain', 'seq', 'hash']).orderBy('chain').execute()
    const people = await change.selectFrom('people').select(['id', 'signature_key']).orderBy('id').execute()
    const checkpoints = change.selectFrom('checkpoints').select(['number', 'hash']).where('register_id', '=', session.info.id)
    return { heads, people, newest: await checkpoints.orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow() }
  })
}

type Standing = Awaited<ReturnType<typeof standing>>

async function* checkpointLines({ database, info }: Session, newest: number): AsyncGenerator<object> {
  const columns = ['register_id', 'number', 'at', 'signer', 'previous', 'hash', 'signature'] as const
  const rows = database.selectFrom('checkpoints').select(columns).where('register_id', '=', info.id)
  for (const row of await rows.where('number', '<=', newest).orderBy('number').execute()) {
    const bound = database.selectFrom('checkpoint_heads').select(['chain', 'seq', 'hash']).where('register_id', '=', info.id)
    yield checkpointLine(row, await bound.where('number', '=', row.number).orderBy('chain').execute())
  }
}

/** Entries by chain and number, as far as the heads reach; a row that no head knows goes along, so that the checker can name it. */
async function* entryLines(session: Session, heads: readonly ChainHead[]): AsyncGenerator<object> {
  const ends = new Map(heads.map(({ chain, seq }) => [chain, seq]))
  let last = { chain: '', seq: 0 }
  for (;;) {
    const rows = await run(session.database, session.queries.entries, [last.chain, last.seq, page])
    for (const row of rows) if (row.seq <= (ends.get(row.chain) ?? row.seq)) yield entryLine(row)
    const end = rows.at(-1)
    if (end === undefined) return
    last = end
  }
}

async function* lines(session: Session, { heads, people, newest }: Standing): AsyncGenerator<object> {
  yield { kind: 'register', format: 'hemvag-journal-1', registerId: session.info.id }
  for (const { id, signature_key } of people) yield { kind: 'person', id, signatureKey: base64(signature_key) }
  yield* checkpointLines(session, newest.number)
  for (const head of heads) yield headLine(head)
  yield* entryLines(session, heads)
}

async function* pieces(session: Session, standing: Standing): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256')
  let waiting: string[] = []
  const piece = () => {
    const bytes = Buffer.from(waiting.join(''))
    waiting = []
    digest.update(bytes)
    return bytes
  }
  for await (const line of lines(session, standing)) {
    waiting.push(`${JSON.stringify(line)}\n`)
    if (waiting.length >= page) yield piece()
  }
  yield piece()
  const sha256 = digest.digest()
  const { keys } = session
  const end = { kind: 'end', sha256: base64(sha256), signer: keys.person.id, signature: base64(keys.sign(signedBytes(sha256))) }
  yield Buffer.from(`${JSON.stringify(end)}\n`)
}

/**
 * The journal for export. A checkpoint is made first, so that a signature binds every entry. Details go along sealed: their hashes can be
 * checked, and they say nothing. Of people only id and public key. Nothing is checked on the way: a broken journal is exported as it is.
 */
export async function exportJournal(session: Session): Promise<JournalExport> {
  await makeCheckpoint(session)
  const now = await standing(session)
  const { heads, newest } = now
  return {
    registerId: session.info.id,
    entries: heads.reduce((sum, head) => sum + head.seq, 0),
    chains: heads.length,
    checkpoint: { number: newest.number, hash: Buffer.from(newest.hash).toString('hex') },
    signatureKey: base64(session.keys.person.signatureKey),
    pieces: pieces(session, now),
  }
}
