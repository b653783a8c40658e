import { fileURLToPath } from 'node:url'
import type { JournalPort } from '#operations/journal-port.ts'
import { readHeadsSeen, seenFile } from '#register/heads-seen.ts'
import { Refusal } from '#register/problem.ts'
import { resources } from '../resources.ts'
import { witnessIn } from './journal-witness.ts'
import { expected, type RegisterDoor } from './register-port.ts'

/** The journal of the register behind the door. */
export function journalPort(door: RegisterDoor, folder: string | undefined): JournalPort {
  const open = () => {
    if (door.opened === undefined) throw new Error('the register is locked')
    return door.opened.register
  }
  return {
    registerId: () => open().info.id,
    witnessIn,
    async witnesses() {
      const seen = folder === undefined ? undefined : await readHeadsSeen(folder)
      const side = seen === undefined || seen instanceof Refusal || seen.registerId !== open().info.id ? [] : [seen]
      const { places } = expected(await open().backups.state())
      const copies = places.flatMap(({ label, copies: there }) =>
        there.flatMap(({ name, checkpoint }) =>
          checkpoint === null ? [] : [{ kind: 'copy', name: `${label}: ${name}`, ...checkpoint } as const],
        ),
      )
      return [...side.map(({ checkpoint }) => ({ kind: 'side-file', name: seenFile, ...checkpoint }) as const), ...copies]
    },
    verifier: () => fileURLToPath(new URL('journal-verifier/verify-journal.mjs', resources)),
    async verify({ heads, checkpoints }) {
      const { intact, chains, entries, faults } = expected(await open().verifyJournal(heads, checkpoints))
      return {
        intact,
        chains,
        entries,
        faults: faults.map((fault) =>
          'chain' in fault
            ? { code: fault.code, chain: fault.chain, entry: fault.seq }
            : { code: fault.code, chain: null, entry: fault.checkpoint },
        ),
      }
    },
    async mark(reference) {
      const register = open()
      const caseId = expected(await register.findByReference(reference))
      if (caseId === undefined) throw new Error('a plan of no case')
      expected(await register.checkpoint())
      const { registerId, case: head, checkpoint } = expected(await register.headsFor(caseId))
      if (head === undefined || checkpoint === undefined) throw new Error('a case without a journal')
      return { registerId, head: head.hash, checkpoint }
    },
    file: async () => expected(await open().exportJournal()),
    async recordExport(detail, operationId) {
      expected(await open().record({ action: 'journal.exported', operationId, detail }))
    },
  }
}
