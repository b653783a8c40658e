import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registerFile } from '#register/meta.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { RegisterTables } from '#register/tables.ts'
import { type Composed, compose, createIn } from '#shells/compose.ts'
import { unlockVault } from '#vault/unlock.ts'

export const passphrase = 'en fågel i handen'
/** Far below what the application uses: a thousand openings are not about guessing. */
const derivation = { memoryKiB: 64, passes: 1, lanes: 1 } as const
const exampleCase = (name: string) => fileURLToPath(new URL(`../../resources/examples/${name}.json`, import.meta.url))

export type House = Pick<Composed, 'close'> & {
  /** The value of an operation; a refusal is thrown with its code. */
  insist(name: string, input: object): Promise<unknown>
}

function houseAround({ commands, close }: Composed): House {
  return {
    close,
    async insist(name, input) {
      const reply = await commands.answer(name, input)
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value
    },
  }
}

/** A real register with both example cases and a signer, closed again; and a plan that it signed. Gives the plan's file. */
export async function makeHouse(folder: string, plans: string): Promise<string> {
  const demonstration = { today: '2026-09-30', derivation }
  const created = await createIn({ folder, mark: 'HV', passphrase, language: 'sv', demonstration })
  if (!created.ok) throw new Error(created.error.code)
  const house = houseAround(created.value)
  await house.insist('signer.create', { name: 'DEMO Anna Testberg', organisation: 'DEMO Region Syd', kind: 'p-256' })
  for (const name of ['case-a', 'case-b']) await house.insist('case.import', { file: exampleCase(name), operationId: name })
  const asked = { reference: 'HV-2026-0001', recipient: 'iom-fi', language: 'sv', folder: plans, draft: false, operationId: 'plan' }
  await house.insist('plan.export', asked)
  await house.close()
  await leaveFreePages(folder)
  const [plan] = readdirSync(plans)
  if (plan === undefined) throw new Error('no plan was made')
  return join(plans, plan)
}

/** What an erasure leaves in the file: pages that no table uses any more. A flipped byte in one of them must be found, too. */
async function leaveFreePages(folder: string): Promise<void> {
  const vault = await unlockVault(folder, passphrase)
  if (!vault.ok) throw new Error(vault.error.code)
  const database = await sqliteEngine.open<RegisterTables>(folder, registerFile, vault.value.fileKey(registerFile))
  const row = { case_id: 'erased', version: 1, document: new Uint8Array(100_000).fill(7) }
  await database.insertInto('case_versions').values(row).execute()
  await database.deleteFrom('case_versions').where('case_id', '=', row.case_id).execute()
  await database.destroy()
}

/** The house around an existing register, unlocked, or the code of the refusal. */
export async function openHouse(folder: string): Promise<House | string> {
  const composed = await compose({ folder, language: 'sv' })
  const reply = await composed.commands.answer('register.unlock', { passphrase })
  if (reply.ok) return houseAround(composed)
  await composed.close()
  return reply.error.code
}

export const bytesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]))
