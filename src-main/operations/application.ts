import type { z } from 'zod'
import { type ApplicationEvent, type Failure, type OperationName, type Output, operations, type Reply } from '#contract/operations.ts'
import { implementations } from './implementations.ts'
import { OperationRefused } from './outcome.ts'
import { refusalOf } from './permissions.ts'
import type { Ports } from './ports.ts'

/** What a shell talks to. `answer` never throws: expected failures come as values, the unexpected as an incident id. */
export interface Application {
  answer(name: string, input: unknown): Promise<Reply<OperationName>>
  subscribe(listener: (event: ApplicationEvent) => void): () => void
  /** Locks the register and lets go of the keys. */
  close(): Promise<void>
}

type Table = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>

/** The application over a table of operations: the window's, or the command line's larger one. */
export function createApplication(ports: Ports, table: Table = operations): Application {
  const listeners = new Set<(event: ApplicationEvent) => void>()
  const tell = (event: ApplicationEvent) => {
    for (const listener of listeners) listener(event)
  }
  return {
    async answer(name, raw) {
      try {
        return await answer(ports, table, name, raw, tell)
      } catch (error) {
        if (error instanceof OperationRefused) return refuse(error.failure)
        return refuse({ code: 'incident', messageKey: 'failure.incident', values: { id: ports.incident(error) } })
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => ports.register.lock(),
  }
}

const refuse = (error: Failure): Reply<OperationName> => ({ ok: false, error })

const isOperation = (table: Table, name: string): name is OperationName => Object.hasOwn(table, name) && Object.hasOwn(operations, name)

async function answer(
  ports: Ports,
  table: Table,
  name: string,
  raw: unknown,
  tell: (event: ApplicationEvent) => void,
): Promise<Reply<OperationName>> {
  if (!isOperation(table, name)) return refuse({ code: 'unknown-operation', messageKey: 'failure.unknown-operation' })
  const input = operations[name].input.safeParse(raw)
  if (!input.success)
    return refuse({ code: 'malformed-input', messageKey: 'failure.malformed-input', values: { fields: pathsOf(input.error) } })
  const needsOpen = !('whileLocked' in operations[name])
  if (needsOpen && ports.register.state() !== 'open') return refuse({ code: 'locked', messageKey: 'failure.locked' })
  const forbidden = await refusalOf(ports, name, input.data)
  if (forbidden !== undefined) return refuse(forbidden)
  const wasOpen = ports.register.state() === 'open'
  const outcome = await implementations[name](ports, input.data as never)
  if (name === 'register.lock' || (wasOpen && ports.register.state() !== 'open')) tell({ name: 'register.locked', detail: null })
  if (!outcome.ok) return refuse(outcome.error)
  if (name === 'register.unlock') tell({ name: 'register.unlocked', detail: null })
  return { ok: true, value: operations[name].output.parse(outcome.value) as Output<OperationName> }
}

const pathsOf = (error: z.ZodError): string => [...new Set(error.issues.map((issue) => issue.path.join('.')))].join(', ')
