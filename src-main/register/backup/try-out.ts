import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { loadCase } from '../cases/load.ts'
import { verifyJournal } from '../journal/verify.ts'
import { sessionIn } from '../open-session.ts'
import { Refusal } from '../problem.ts'
import type { Session } from '../session.ts'
import { readErased } from './erased.ts'
import { fillFrom } from './restore.ts'
import type { Source } from './source.ts'
import { proveCopy } from './verify-copy.ts'

/** What a trial of reading back found: every case that the person may read was opened. */
export type Trial = {
  readonly at: string
  readonly copy: string
  readonly cases: number
  readonly closed: number
  readonly entries: number
  readonly intact: boolean
}

async function readAll<Document extends AnyCase>(session: Session, form: CaseForm<Document>) {
  const rows = await session.database.selectFrom('cases').select('id').orderBy('id').execute()
  let closed = 0
  for (const { id } of rows) {
    const isOpen = (await session.keyring.keyOf(id)) !== undefined
    if (isOpen) await loadCase(session, form, id)
    else closed += 1
  }
  const { entries, intact } = await verifyJournal(session)
  return { cases: rows.length - closed, closed, entries, intact }
}

/** Restores a copy into a temporary folder, reads everything in it, and removes it again. Refusals as of a restore. */
export async function tryOut<Document extends AnyCase>(session: Session, form: CaseForm<Document>, source: Source): Promise<Trial> {
  const { engine, clock, entropy, keys, info } = session
  const options = { engine, clock, entropy }
  if (source.copy.registerId !== info.id) throw new Refusal('mixed', { file: source.copy.name })
  await proveCopy(engine, keys, source.folder, source.copy)
  const folder = await mkdtemp(join(tmpdir(), 'hemvag-trial-'))
  try {
    await fillFrom(source, keys, folder, options, { mode: 'beside', erased: await readErased(source.folder, info.id) })
    const restored = await sessionIn(folder, keys, options)
    try {
      return { at: clock.now(), copy: source.copy.name, ...(await readAll(restored, form)) }
    } finally {
      await Promise.allSettled([restored.keyring.close(), restored.database.destroy()])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
