import { keptTrial } from '#contract/backup.ts'
import type { Failure } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Result } from '#domain/result.ts'
import type { BackupPort } from '#operations/backup-port.ts'
import { compareBackup, type RestoreOptions, restoreBackup } from '#register/backup/restore.ts'
import { readSeen } from '#register/backup/seen.ts'
import { findBackups } from '#register/backup/source.ts'
import { verifyBackup } from '#register/backup/verify-backup.ts'
import type { Unlock } from '#register/open-session.ts'
import { type Answer, answer } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import { comparisonView, copyView, placeView } from './backup-views.ts'
import { failureOf, type RegisterDoor } from './register-port.ts'

type BackupParts = {
  readonly door: RegisterDoor
  readonly folder: string | undefined
  readonly options: RestoreOptions
  /** Opens the keys that lie beside copies with what somebody typed: a passphrase, or the words of the recovery key. */
  readonly unlockWith: (secret: string, user?: string) => Unlock
  /** Who has the register open. */
  readonly userHere: () => Promise<string>
}

/** Copies and the way back, on the open register where there is one. */
export function backupPort({ door, folder, options, unlockWith, userHere }: BackupParts): BackupPort {
  const register = (): Register<CaseFile> => {
    if (door.opened === undefined) throw new Error('the register is locked')
    return door.opened.register
  }
  const ownerOf = async (user: string | undefined) => user ?? (door.opened === undefined ? undefined : await userHere())
  const noFolder = (): never => {
    throw new Error('no folder of a register was named')
  }
  return {
    seen: async () => {
      const { lastGoodAt, failed } = folder === undefined ? { lastGoodAt: null, failed: null } : await readSeen(folder)
      return done({ lastGoodAt, failed: failed && { at: failed.at, messageKey: `register.error.${failed.code}` } })
    },
    state: async () =>
      said(await register().backups.state(), ({ now, places, unreached, trial }) => ({
        now,
        places: places.map((place) => placeView(place, unreached)),
        trial: keptTrial.safeParse(trial).data ?? null,
      })),
    health: async () =>
      said(await register().backups.health(), ({ pages, journal, recoveryKeyAt }) => ({
        checkedAt: options.clock.now(),
        pages: pages.read,
        damagedPages: pages.faults,
        journalIntact: journal.intact,
        entries: journal.entries,
        recoveryKeyAt: recoveryKeyAt ?? null,
      })),
    addPlace: async (request) =>
      said(await register().backups.addPlace(request), ({ id, warning }) => ({ placeId: id, warning: warning ?? null })),
    forgetPlace: async (request) => said(await register().backups.forgetPlace(request), () => ({})),
    make: async ({ placeId }) =>
      said(await register().backups.make(placeId ?? undefined), (attempts) => ({
        attempts: attempts.map(({ place, copy, refusal }) => ({
          placeId: place.id,
          folder: place.folder,
          copy: copy === undefined ? null : copyView(copy),
          failure: refusal === undefined ? null : { ...failureOf(refusal.problem), values: refusal.problem.values },
        })),
      })),
    verify: async ({ file, passphrase, user }) => {
      const proven =
        passphrase === null
          ? await register().backups.verify(file)
          : await verifyBackup(file, unlockWith(passphrase, await ownerOf(user)), options)
      return said(proven, (copy) => ({ ...copyView(copy), pages: copy.pages }))
    },
    list: async ({ folder: from }) =>
      said(await answer(() => findBackups(from)), (found) => ({
        registers: found.map(({ folder: at, copies }) => ({
          registerId: copies[0]?.registerId ?? '',
          folder: at,
          copies: copies.map(copyView),
        })),
      })),
    tryOut: async ({ placeId, operationId }) => said(await register().backups.tryOut(placeId, operationId), (trial) => trial),
    compare: async ({ from, copy, into, passphrase, user }) => {
      const own = door.opened?.register.backups.here
      const here = into === null && own !== undefined ? own : (into ?? folder) === undefined ? undefined : { folder: into ?? folder ?? '' }
      const request = { from, ...(copy === null ? {} : { copy }), here, unlock: unlockWith(passphrase, await ownerOf(user)) }
      return said(await compareBackup(request, options), comparisonView)
    },
    restore: async ({ from, copy, into, mode, passphrase, user }) => {
      const unlock = unlockWith(passphrase, await ownerOf(user))
      const erased = door.opened === undefined ? undefined : await door.opened.register.backups.erased()
      if (erased !== undefined && !erased.ok) return { ok: false, error: failureOf(erased.error) }
      const target = into ?? folder ?? noFolder()
      if (mode === 'instead' && target === folder) await door.lock()
      const known = erased === undefined ? {} : { erased: erased.value }
      const request = { from, ...(copy === null ? {} : { copy }), into: target, mode, unlock, ...known }
      return said(await restoreBackup(request, options), (restored) => ({ ...restored, asideIn: restored.asideIn ?? null }))
    },
  }
}

const done = <Value>(value: Value) => ({ ok: true, value }) as const

function said<Value, View>(given: Answer<Value>, view: (value: Value) => View): Result<View, Failure> {
  return given.ok ? done(view(given.value)) : { ok: false, error: failureOf(given.error) }
}
