import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attempt } from '#register/backup/back-up.ts'
import { type ListedCopy, listCopies, subfolderOf } from '#register/backup/manifest.ts'
import { type RestoreRequest, restoreBackup } from '#register/backup/restore.ts'
import type { Register } from '#register/register.ts'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import { unlockVault } from '#vault/unlock.ts'
import { accepted, aPaper, inFolder, newRegister, type Paper, passphrase, seededEntropy, steppingClock } from './register-desk.ts'

/** An open register with three cases, and an empty folder that it knows as a place for copies. */
export type BackupDesk = {
  readonly register: Register<Paper>
  readonly folder: string
  readonly place: string
  readonly placeId: string
  /** The register's own subfolder of the place. */
  readonly sub: string
  readonly around: string
}

export function withPlace(work: (desk: BackupDesk) => Promise<void>): Promise<void> {
  return inFolder(async (around) => {
    const [folder, place] = [join(around, 'register'), join(around, 'place')]
    mkdirSync(place)
    const opened = await newRegister(folder, sqliteEngine)
    let isOpen = true
    const close = async () => {
      if (isOpen) await opened.close()
      isOpen = false
    }
    const register = { ...opened, close }
    for (const number of [1, 2, 3]) await addCase(register, number)
    const { id: placeId } = accepted(await register.backups.addPlace({ folder: place, operationId: register.newId() }))
    try {
      await work({ register, folder, place, placeId, sub: join(place, subfolderOf(register.info.id)), around })
    } finally {
      await register.close()
    }
  })
}

export async function addCase(register: Register<Paper>, number: number): Promise<void> {
  const document = aPaper(`case-${number}`, { reference: `HV-2026-000${number}`, alias: `Barn ${number}` })
  accepted(await register.insertCase({ document, operationId: `open-${number}-${register.newId()}` }))
}

/** The one copy that a backup made; throws what it was refused with. */
export async function backedUp(register: Register<Paper>): Promise<ListedCopy> {
  const [attempt] = accepted(await register.backups.make())
  if (attempt?.copy === undefined) throw new Error(refusedWith(attempt))
  return attempt.copy
}

export const refusedWith = (attempt: Attempt | undefined) => attempt?.refusal?.problem.code ?? 'accepted'

export const unlockWithPassphrase: RestoreRequest['unlock'] = (folder) => unlockVault(folder, passphrase)

let restores = 0
export function restored(request: Omit<RestoreRequest, 'unlock'>) {
  restores += 1
  const options = { engine: sqliteEngine, clock: steppingClock('2026-11-01T08:00:00.000Z'), entropy: seededEntropy(`restore ${restores}`) }
  return restoreBackup({ unlock: unlockWithPassphrase, ...request }, options)
}

/** Every document and every entry that counts as content, by case. */
export async function contentOf(register: Register<Paper>) {
  const listed = accepted(await register.listCases({ limit: 1000 }))
  const content = []
  for (const { id, headline } of listed) {
    const { version, document } = accepted(await register.loadCase(id))
    content.push({
      version,
      document,
      headline,
      head: accepted(await register.headsFor(id)).case,
      history: accepted(await register.history({ caseId: id }, 100)),
    })
  }
  return content
}

export const namesIn = (folder: string) => readdirSync(folder).sort()
export const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )
export const copiesIn = listCopies
