import { createHash } from 'node:crypto'
import { setRecord } from '#documents/export-record.ts'
import type { PersonRecordPort } from '#operations/person-record-port.ts'
import type { PlansPort } from '#operations/ports.ts'
import { layoutFailure } from './plan-failures.ts'
import { expected, type RegisterDoor } from './register-port.ts'

/** Access requests over the open register and the documents room. `nameOf` gives the name of whoever read. */
export function personRecordPort(
  door: RegisterDoor,
  plans: Pick<PlansPort, 'organisation'>,
  nameOf: (person: string) => Promise<string>,
): PersonRecordPort {
  const register = () => door.openRegister
  return {
    async accesses(caseId) {
      const entries = expected(await register().accessesOf(caseId))
      return Promise.all(
        entries.map(async ({ at, actor, action, detail }) => ({ at, who: await nameOf(actor), action, purpose: purposeOf(detail) })),
      )
    },
    // One that was removed is held until the case is erased, and so it is told.
    async files(caseId) {
      const held = expected(await register().attachments.list(caseId))
      return held.map(({ addedAt, facts }) => ({ title: facts.name, type: facts.documentType ?? '', addedOn: addedAt.slice(0, 10) }))
    },
    async set(record, language, issuedAt) {
      const { name, demonstration } = await plans.organisation()
      const set = await setRecord(record, language, { organisation: name, demonstration, issuedAt })
      return set.ok ? set : { ok: false, error: layoutFailure(set.error) }
    },
    async note(caseId, person, purpose, bytes, operationId) {
      const detail = { what: 'person-record', person, purpose, sha256: createHash('sha256').update(bytes).digest('hex') }
      expected(await register().record({ action: 'case.exported', operationId, caseId, detail }))
    },
  }
}

const purposeOf = (detail: unknown): string | null =>
  typeof detail === 'object' && detail !== null && 'purpose' in detail && typeof detail.purpose === 'string' ? detail.purpose : null
