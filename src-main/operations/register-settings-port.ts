import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'

type RegisterSettings = { readonly copyHours: number; readonly noteMinutes: number }

type SettingChange = Pick<RegisterSettings, 'copyHours'> | Pick<RegisterSettings, 'noteMinutes'>

/** What holds for the whole register. A change is an entry of its journal, with what it was and what it became. */
export interface RegisterSettingsPort {
  settings(): Promise<RegisterSettings>
  change(change: SettingChange, operationId: string): Promise<Result<null, Failure>>
}
