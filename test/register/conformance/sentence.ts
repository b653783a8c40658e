import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { CaseForm } from '#register/case-form.ts'
import type { Engine } from '#register/engine.ts'
import type { Register } from '#register/register.ts'
import type { KeyringTables, RegisterTables } from '#register/tables.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, firstUser, inFolder, newRegister, type Paper, paperForm, passphrase, reopen } from '../../support/register-desk.ts'

/** A fresh register on one engine, and the means to go behind its back. */
export type Desk = {
  readonly engine: Engine
  readonly folder: string
  register: Register<Paper>
  /** Closes and opens again. */
  reopen(form?: CaseForm<Paper>): Promise<void>
  /** Closes, lets the work loose on the bare tables, takes away the side file that would bear witness, and opens again. */
  behindItsBack(work: (database: Kysely<RegisterTables>) => Promise<unknown>): Promise<void>
  inKeyring(work: (database: Kysely<KeyringTables>) => Promise<unknown>): Promise<void>
}

/** One thing that every engine must do alike. */
export type Sentence = { readonly name: string; readonly run: (desk: Desk) => Promise<void> }

async function meddle<Tables>(
  engine: Engine,
  folder: string,
  file: string,
  work: (database: Kysely<Tables>) => Promise<unknown>,
): Promise<void> {
  const vault = await unlockVault(folder, { user: firstUser, passphrase })
  if (!vault.ok) throw new Error(vault.error.code)
  rmSync(join(folder, 'seen.json'), { force: true })
  const database = await engine.open<Tables>(folder, file, vault.value.fileKey(file))
  try {
    await work(database)
  } finally {
    await database.destroy()
  }
}

export function atDesk(engine: Engine, sentence: Sentence): Promise<void> {
  return inFolder(async (place) => {
    const folder = join(place, 'register')
    const around = async (work: () => Promise<unknown>, form = paperForm) => {
      await desk.register.close()
      await work()
      desk.register = accepted(await reopen(folder, engine, form))
    }
    const desk: Desk = {
      engine,
      folder,
      register: await newRegister(folder, engine),
      reopen: (form) => around(async () => undefined, form),
      behindItsBack: (work) => around(() => meddle<RegisterTables>(engine, folder, 'register.db', work)),
      inKeyring: (work) => around(() => meddle<KeyringTables>(engine, folder, 'keyring.db', work)),
    }
    try {
      await sentence.run(desk)
    } finally {
      await desk.register.close()
    }
  })
}
