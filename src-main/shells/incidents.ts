import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A ULID for one act of the user, chosen before the first attempt so that a retry is recognised. */
export function newOperationId(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const write = (value: bigint, length: number): string =>
    Array.from({ length }, (_, at) => alphabet[Number((value >> BigInt(5 * (length - 1 - at))) & 31n)]).join('')
  return write(BigInt(Date.now()), 10) + write(BigInt(`0x${randomBytes(10).toString('hex')}`), 16)
}

/** Where the local log and the shell's own memory lie: nothing of a case is ever written there. */
export function stateFolder(): string {
  const state = process.env['XDG_STATE_HOME'] ?? process.env['LOCALAPPDATA'] ?? join(homedir(), '.local', 'state')
  return join(state, 'hemvag')
}

/**
 * Something unexpected happened: its kind and its place in the program go to the local log, without the message, which could
 * hold what a case says. The user is shown the id.
 */
export function newIncident(error: unknown): string {
  const id = randomBytes(4).toString('hex')
  const kind = error instanceof Error ? error.name : typeof error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const places =
    error instanceof Error ? [...(error.stack ?? '').matchAll(/([\w.-]+\.(?:[cm]?[jt]sx?)):(\d+)/g)].map((match) => match[0]) : []
  try {
    mkdirSync(stateFolder(), { recursive: true, mode: 0o700 })
    appendFileSync(
      join(stateFolder(), 'incidents.log'),
      `${new Date().toISOString()} ${id} ${kind} ${code} ${places.slice(0, 12).join(' < ')}\n`,
      { mode: 0o600 },
    )
  } catch {
    // Without a place for the log the id alone must do; the user's work goes on.
  }
  return id
}
