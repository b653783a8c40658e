import { z } from 'zod'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { LockChange } from '#operations/keys-port.ts'
import type { Answer } from '#register/problem.ts'
import type { Register } from '#register/register.ts'

const lockSettings = z.object({
  idleMinutes: z.int().min(1).max(30).catch(10),
  remembers: z.boolean().catch(false),
  rememberDays: z.int().min(1).max(30).catch(7),
})
export type LockSettings = z.infer<typeof lockSettings>

const nameFor = (register: Register<CaseFile>) => `lock:${register.personId}`

/** How one person's window locks; each person of a register has their own. */
export async function lockSettingsOf(register: Register<CaseFile>): Promise<LockSettings> {
  const kept = await register.setting(nameFor(register))
  return lockSettings.parse(kept.ok ? (kept.value ?? {}) : {})
}

export async function keepLockSettings(register: Register<CaseFile>, { operationId, ...change }: LockChange): Promise<Answer<unknown>> {
  const before = await lockSettingsOf(register)
  const value = {
    idleMinutes: change.idleMinutes ?? before.idleMinutes,
    remembers: change.remembers ?? before.remembers,
    rememberDays: change.rememberDays ?? before.rememberDays,
  }
  return register.keepSetting({ name: nameFor(register), value, operationId })
}
