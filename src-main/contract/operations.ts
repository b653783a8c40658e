import type { z } from 'zod'
import { caseOperations } from './cases.ts'
import { planOperations } from './plans.ts'
import { registerOperations } from './register.ts'

/** Everything that may be called: name, effect, input, output, and which other answers it makes stale (`*` all). */
export const operations = { ...registerOperations, ...caseOperations, ...planOperations } as const

export type OperationName = keyof typeof operations
export type Input<N extends OperationName> = z.input<(typeof operations)[N]['input']>
export type Output<N extends OperationName> = z.output<(typeof operations)[N]['output']>

/** An expected failure: a code for programs, a message key and its values for people, fields for forms. */
export type Failure = {
  readonly code: string
  readonly messageKey: string
  readonly values?: Readonly<Record<string, string | number>> | undefined
  readonly fields?: Readonly<Record<string, string>> | undefined
}
export type Reply<N extends OperationName> =
  | { readonly ok: true; readonly value: Output<N> }
  | { readonly ok: false; readonly error: Failure }

/** What the application tells on its own accord. */
export const eventNames = ['register.locked', 'register.unlocked', 'names.hidden'] as const
export type ApplicationEvent = { readonly name: (typeof eventNames)[number]; readonly detail: null }

export const isOperationName = (name: string): name is OperationName => Object.hasOwn(operations, name)
