import { z } from 'zod'
import type { DraftsPort } from '#operations/drafts-port.ts'
import { expected, type RegisterDoor } from './register-port.ts'

const contentSchema = z.object({ version: z.int(), value: z.unknown() })

export function draftsPort(door: RegisterDoor): DraftsPort {
  const drafts = () => door.openRegister.drafts
  return {
    keep: async (caseId, { place, version, value }) => expected(await drafts().keep({ caseId, place, content: { version, value } })),
    drop: async (caseId, place) => expected(await drafts().drop({ caseId, place })),
    of: async (caseId) =>
      expected(await drafts().of(caseId)).flatMap(({ place, keptAt, content }) => {
        const parsed = contentSchema.safeParse(content)
        return parsed.success ? [{ place, keptAt, version: parsed.data.version, value: parsed.data.value }] : []
      }),
  }
}
