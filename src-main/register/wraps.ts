import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Recipient } from './keyring.ts'
import type { Clock, Keyholder } from './ports.ts'
import type { KeyringTables, Standing } from './tables.ts'

/** Somebody who holds the key of a subject, and why. */
export type Holding = { readonly recipient: string; readonly standing: Standing; readonly grantedBy: string; readonly grantedAt: string }

/** For whom keys are wrapped: this list is the need-to-know list, and there is no other. */
export type Wraps = {
  /** Wraps a key for others; somebody who holds it already gets the new standing, or with `keep` stays as is. */
  grant(
    subject: string,
    key: KeyObject,
    to: readonly (Recipient & { readonly standing: Standing })[],
    existing?: 'replace' | 'keep',
  ): Promise<void>
  withdraw(subject: string, recipients: readonly string[]): Promise<void>
  /** Takes every key from somebody. */
  withdrawAll(recipient: string): Promise<void>
  holdingsOf(subject: string): Promise<readonly Holding[]>
  subjectsOf(recipient: string): Promise<readonly { readonly subject: string; readonly standing: Standing }[]>
  /** What is wrapped for another pair, to be opened with its private half. */
  wrappedFor(subject: string, recipient: string): Promise<Uint8Array | undefined>
  /** Subjects that this one owns and nobody else does. */
  ownedAloneBy(recipient: string): Promise<readonly string[]>
}

export function wrapsOver(database: Kysely<KeyringTables>, keys: Keyholder, clock: Clock, forget: (subject: string) => void): Wraps {
  const rowsOf = (recipient: string) => database.selectFrom('case_key').where('recipient', '=', recipient)

  return {
    async grant(subject, key, to, existing = 'replace') {
      const own = keys.person.id
      const rows = to.map(({ id, exchangeKey, standing }) => ({
        case_id: subject,
        recipient: id,
        wrapped: keys.wrap(key, exchangeKey, { subject, recipient: id }),
        granted_by: own,
        granted_at: clock.now(),
        standing,
      }))
      if (rows.length === 0) return
      await database
        .insertInto('case_key')
        .values(rows)
        .onConflict((conflict) => {
          const held = conflict.columns(['case_id', 'recipient'])
          if (existing === 'keep') return held.doNothing()
          return held.doUpdateSet((update) => ({
            wrapped: update.ref('excluded.wrapped'),
            granted_by: update.ref('excluded.granted_by'),
            granted_at: update.ref('excluded.granted_at'),
            standing: update.ref('excluded.standing'),
          }))
        })
        .execute()
      if (existing === 'replace' && to.some(({ id }) => id === own)) forget(subject)
    },
    async withdraw(subject, recipients) {
      if (recipients.length === 0) return
      await database.deleteFrom('case_key').where('case_id', '=', subject).where('recipient', 'in', recipients).execute()
      if (recipients.includes(keys.person.id)) forget(subject)
    },
    async withdrawAll(recipient) {
      await database.deleteFrom('case_key').where('recipient', '=', recipient).execute()
    },
    async holdingsOf(subject) {
      const rows = await database
        .selectFrom('case_key')
        .select(['recipient', 'standing', 'granted_by', 'granted_at'])
        .where('case_id', '=', subject)
        .orderBy('granted_at')
        .orderBy('recipient')
        .execute()
      return rows.map(({ granted_by: grantedBy, granted_at: grantedAt, ...row }) => ({ ...row, grantedBy, grantedAt }))
    },
    subjectsOf: (recipient) => rowsOf(recipient).select(['case_id as subject', 'standing']).execute(),
    async wrappedFor(subject, recipient) {
      return (await rowsOf(recipient).select('wrapped').where('case_id', '=', subject).executeTakeFirst())?.wrapped
    },
    async ownedAloneBy(recipient) {
      const rows = await rowsOf(recipient)
        .select('case_id')
        .where('standing', '=', 'owner')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('case_key as other')
                .select('other.case_id')
                .whereRef('other.case_id', '=', 'case_key.case_id')
                .where('other.recipient', '!=', recipient)
                .where('other.standing', '=', 'owner'),
            ),
          ),
        )
        .orderBy('case_id')
        .execute()
      return rows.map((row) => row.case_id)
    },
  }
}
