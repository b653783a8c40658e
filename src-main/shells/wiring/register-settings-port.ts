import { z } from 'zod'
import { longestNoteLock, usualNoteLock } from '#domain/case/notes.ts'
import type { RegisterSettingsPort } from '#operations/register-settings-port.ts'
import { maxAgeSetting, usualHours } from '#register/backup/back-up.ts'
import { expected, failureOf, type RegisterDoor } from './register-port.ts'

const noteLockSetting = 'notes-lock-minutes'
const minutes = z.int().min(0).max(longestNoteLock)
const hours = z.int().min(1)

/** For how long an author may rewrite a note in the open register. */
export async function noteLockMinutes(door: RegisterDoor): Promise<number> {
  return minutes.safeParse(expected(await door.openRegister.setting(noteLockSetting))).data ?? usualNoteLock
}

export function registerSettingsPort(door: RegisterDoor): RegisterSettingsPort {
  return {
    async settings() {
      const copyHours = hours.safeParse(expected(await door.openRegister.setting(maxAgeSetting))).data ?? usualHours
      return { copyHours, noteMinutes: await noteLockMinutes(door) }
    },
    async change(change, operationId) {
      const setting =
        'copyHours' in change ? { name: maxAgeSetting, value: change.copyHours } : { name: noteLockSetting, value: change.noteMinutes }
      const kept = await door.openRegister.keepSetting({ ...setting, operationId })
      return kept.ok ? { ok: true, value: null } : { ok: false, error: failureOf(kept.error) }
    },
  }
}
