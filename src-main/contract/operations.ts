import type { z } from 'zod'
import type { StartFact } from '#domain/starts/safe-facts.ts'
import { adviceOperations } from './advice.ts'
import { attachmentCommands, attachmentOperations } from './attachments.ts'
import { backupOperations } from './backup.ts'
import { caseOperations } from './cases.ts'
import { changeOperations } from './changes.ts'
import { commandLineOperations } from './command-line.ts'
import { consentOperations } from './consent.ts'
import { decisionOperations } from './decisions.ts'
import { editingOperations } from './editing.ts'
import { journalOperations } from './journal.ts'
import { keysOperations } from './keys.ts'
import { newCaseOperations } from './new-case.ts'
import { partnerOperations } from './partners.ts'
import { peopleOperations } from './people.ts'
import { personRecordOperations } from './person-record.ts'
import { planOperations } from './plans.ts'
import { questionnaireOperations } from './questionnaires.ts'
import { registerOperations } from './register.ts'
import { registerSettingsOperations } from './register-settings.ts'
import { retentionOperations } from './retention.ts'
import { searchOperations } from './search.ts'
import { startOperations } from './starts.ts'

/** What the window may call: name, effect, input, output, which other answers it makes stale (`*` all), and whether it works on a locked register. */
export const windowOperations = {
  ...registerOperations,
  ...registerSettingsOperations,
  ...keysOperations,
  ...caseOperations,
  ...newCaseOperations,
  ...peopleOperations,
  ...planOperations,
  ...journalOperations,
  ...attachmentOperations,
  ...searchOperations,
  ...startOperations,
  ...backupOperations,
  ...retentionOperations,
  ...personRecordOperations,
  ...changeOperations,
  ...partnerOperations,
  ...adviceOperations,
  ...decisionOperations,
  ...consentOperations,
  ...editingOperations,
  ...questionnaireOperations,
} as const

export const operations = { ...windowOperations, ...commandLineOperations, ...attachmentCommands } as const

export type OperationName = keyof typeof operations
export type WindowOperationName = keyof typeof windowOperations
export type Input<N extends OperationName> = z.output<(typeof operations)[N]['input']>
export type Output<N extends OperationName> = z.output<(typeof operations)[N]['output']>

/** One fault in a file that was refused: where, and the sentence that says what was expected and how to mend it. */
export type Fault = {
  readonly path: string
  readonly messageKey: string
  readonly values: Readonly<Record<string, string | number>>
}

/** One field of a stale change, as the person may see it. `overlap`: others changed it too; else only this person did. */
export type ConflictRow = {
  readonly path: string
  readonly before: string | null
  readonly mine: string | null
  readonly theirs: string | null
  /** A name: only that it differs is told. */
  readonly hidden: boolean
  readonly overlap: boolean
  readonly by: string | null
  readonly at: string | null
}

/** An expected failure: a code for programs, a message key and its values for people. */
export type Failure = {
  readonly code: string
  readonly messageKey: string
  readonly values?: Readonly<Record<string, string | number>> | undefined
  readonly faults?: readonly Fault[] | undefined
  /** What was looked at and found, where a register does not open. */
  readonly safe?: readonly StartFact[] | undefined
  /** Safeguards and obstacles that remain, where an act was refused. */
  readonly remains?: { readonly gates: readonly string[]; readonly obstacles: readonly string[] } | undefined
  /** What others made of the same fields, up to a version, where a change was made on an older one. */
  readonly conflict?: { readonly version: number; readonly rows: readonly ConflictRow[] } | undefined
}
export type Reply<N extends OperationName> =
  | { readonly ok: true; readonly value: Output<N> }
  | { readonly ok: false; readonly error: Failure }

/** What the application tells on its own accord. */
export const eventNames = ['register.locked', 'register.unlocked'] as const
export type ApplicationEvent = { readonly name: (typeof eventNames)[number]; readonly detail: null }
