import { z } from 'zod'
import type { ChangeStep } from '#domain/changes/steps.ts'
import type { CaseEntry, ChangesPort } from '#operations/changes-port.ts'
import type { PeoplePort } from '#operations/people-port.ts'
import type { JournalEntry } from '#register/journal/read.ts'
import { expected, type RegisterDoor } from './register-port.ts'
import { noteLockMinutes } from './register-settings-port.ts'

const stepSchema = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })
const detailSchema = z.object({
  steps: z.array(stepSchema.partial({ before: true, after: true })).optional(),
  undoes: z.string().optional(),
  redoes: z.string().optional(),
  of: z.string().optional(),
})

export function changesPort(door: RegisterDoor, { nameOf }: Pick<PeoplePort, 'nameOf'>): ChangesPort {
  const register = () => {
    if (door.opened === undefined) throw new Error('the register is locked')
    return door.opened.register
  }
  return {
    me: () => register().personId,
    nameOf,
    entries: async (caseId, limit, before) => expected(await register().historyBack({ caseId }, limit, before)).map(entryOf),
    at: async (caseId, version) => expected(await register().loadCase(caseId, version)).document,
    noteLockMinutes: () => noteLockMinutes(door),
  }
}

function entryOf({ seq, operationId, at, actor, action, version, detail }: JournalEntry): CaseEntry {
  const parsed = detailSchema.safeParse(detail)
  const { steps = [], undoes, redoes, of } = parsed.success ? parsed.data : {}
  return { seq, operationId, at, actor, action, version, steps: steps.map(stepOf), undoes, redoes, of }
}

const stepOf = ({ path, before, after }: z.infer<typeof stepSchema> | { path: string; before?: unknown; after?: unknown }): ChangeStep => ({
  path,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})
