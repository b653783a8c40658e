import { keyOfCase } from './cases/load.ts'
import { registerChain } from './journal/entry.ts'
import { type Written, write } from './journal/write.ts'
import { openJson, sealJson } from './sealed-json.ts'
import type { Session } from './session.ts'

export type SettingChange = { readonly name: string; readonly value: unknown; readonly operationId: string }

const placeOf = (name: string) => ({ table: 'settings', row: name, column: 'value', version: 1 })

/** What the register has been told to do in one respect; nothing when it has not been told. Plain JSON, checked by whoever asks. */
export async function setting(session: Session, name: string): Promise<unknown> {
  const row = await session.database.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row && openJson(session.keys, await keyOfCase(session, session.info.id), row.value, placeOf(name))
}

/** Changes a setting of the whole register. The entry keeps what it was and what it became. */
export async function keepSetting(session: Session, { name, value, operationId }: SettingChange): Promise<Written> {
  const chain = registerChain(session.info.id)
  const before = await setting(session, name)
  const sealed = sealJson(session.keys, await keyOfCase(session, session.info.id), value, placeOf(name))
  const draft = { chain, operationId, action: 'setting.changed', object: `setting:${name}`, detail: { before, after: value } }
  return write(session, draft, async (change) => {
    const insert = change.insertInto('settings').values({ name, value: sealed })
    await insert.onConflict((conflict) => conflict.column('name').doUpdateSet({ value: sealed })).execute()
    return undefined
  })
}
