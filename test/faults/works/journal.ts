import type { ChainName } from '#register/register.ts'
import { accepted } from '../../support/register-desk.ts'
import type { Work } from './work.ts'

/** Writes that change no case: exports in the person's own chain, settings in the register's. */
export const journalWork: Work = {
  name: 'journal',
  async write({ register, tag }, acknowledged) {
    for (let number = 1; ; number += 1) {
      const record = { action: 'plan.exported', operationId: `record ${tag} ${number}`, detail: { recipient: 'IOM_FI' } } as const
      accepted(await register.record(record))
      await acknowledged(record.operationId)
      const operationId = `setting ${tag} ${number}`
      accepted(await register.keepSetting({ name: 'last', value: operationId, operationId }))
      await acknowledged(operationId)
    }
  },
  async check(register, acknowledged) {
    const entriesOf = async (chain: ChainName) => accepted(await register.history(chain, 1_000_000))
    const settings = await entriesOf('register')
    const kept = new Set([...(await entriesOf('own')), ...settings].map((entry) => entry.operationId))
    const newest = settings.findLast(({ action }) => action === 'setting.changed')?.operationId
    const value = accepted(await register.setting('last'))
    return { lost: acknowledged.filter((said) => !kept.has(said)), torn: value === newest ? [] : [`setting last: ${String(value)}`] }
  },
}
