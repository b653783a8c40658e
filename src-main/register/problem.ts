import type { Result } from '#domain/result.ts'

/** Every expected way to fail. Message key: `register.error.<code>`. */
export const problemCodes = [
  'wrong-passphrase',
  'user-needed',
  'recovery-words-count',
  'recovery-word-unknown',
  'recovery-words-misspelt',
  'recovery-key-wrong',
  'recovery-key-missing',
  'account-not-recoverable',
  'recovery-not-held',
  'unlock-wait',
  'passphrase-needed',
  'passphrase-too-short',
  'folder-missing',
  'folder-occupied',
  'mark-invalid',
  'not-a-register',
  'not-readable',
  'not-writable',
  'newer',
  'damaged',
  'mixed',
  'in-use',
  'disk-full',
  'not-encrypted',
  'stale',
  'case-unknown',
  'version-unknown',
  'case-closed',
  'case-invalid',
  'case-newer',
  'case-exists',
  'case-id-taken',
  'change-does-not-fit',
  'immutable',
  'operation-reused',
  'user-removed',
  'user-unknown',
  'name-taken',
  'last-manager',
  'last-owner',
  'sole-owner',
  'own-removal',
  'roles-missing',
  'role-cannot-own',
  'not-yours-to-share',
  'reason-too-short',
  'glass-closed',
  'rolled-back',
  'keys-altered',
  'attachment-unknown',
  'attachment-exists',
  'attachment-duplicate',
  'attachment-too-large',
  'wrong-key',
  'keys-missing',
  'log-missing',
  'clock-behind',
  'exchange-unfinished',
  'place-gone',
  'place-newer',
  'place-full',
  'place-inside',
  'place-known',
  'place-unknown',
  'copy-damaged',
  'copy-missing',
  'backup-missing',
  'case-erased',
  'weeding-list-invalid',
  'record-stale',
] as const

/** `values` are what the message needs: paths, numbers and ids, never what a case says. */
export type Problem = {
  readonly code: (typeof problemCodes)[number]
  readonly values: Readonly<Record<string, string | number>>
}

export type Answer<Value> = Result<Value, Problem>

/** A problem on its way out of a transaction, which it rolls back. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(code: Problem['code'], values: Problem['values'] = {}) {
    super(code)
    this.name = 'Refusal'
    this.problem = { code, values }
  }
}

/** Runs the work; a refusal becomes a value, anything else stays an unexpected error. */
export async function answer<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.problem }
    throw error
  }
}
