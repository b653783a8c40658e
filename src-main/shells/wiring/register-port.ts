import type { Failure } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Result } from '#domain/result.ts'
import type { AcceptableTrouble } from '#domain/starts/safe-facts.ts'
import { OperationRefused } from '#operations/outcome.ts'
import type { CaseChange, RegisterPort, StoredCase } from '#operations/ports.ts'
import type { Answer, Problem } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import type { Credentials } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'

export type Opened = { readonly register: Register<CaseFile>; readonly vault: Vault }

/** How the register opens: by a passphrase, or because this computer remembers one. */
type Ways = {
  unlock(given: Credentials, accept: readonly AcceptableTrouble[]): Promise<Result<Opened, Problem>>
  remembered(): Promise<Result<Opened, Problem>>
}

export const failureOf = ({ code, values }: { readonly code: string; readonly values: Problem['values'] }): Failure => ({
  code,
  messageKey: `register.error.${code}`,
  values,
})

/** The register and the vault as the operations see them; opening and locking change which one stands behind. */
export class RegisterDoor implements RegisterPort {
  #opened: Opened | undefined
  readonly #unlock: Ways['unlock']
  readonly #remembered: Ways['remembered']
  readonly #exists: () => boolean
  readonly #lockListeners: (() => void)[] = []
  constructor(exists: () => boolean, ways: Ways, opened?: Opened) {
    this.#exists = exists
    this.#unlock = ways.unlock
    this.#remembered = ways.remembered
    this.#opened = opened
  }

  get opened(): Opened | undefined {
    return this.#opened
  }

  /** The open register; asked for a locked one it throws. */
  get openRegister(): Register<CaseFile> {
    return this.#register
  }

  state() {
    if (this.#opened !== undefined) return 'open'
    return this.#exists() ? 'locked' : 'none'
  }

  unlock(passphrase: string, accept: readonly AcceptableTrouble[] = [], user?: string): Promise<Result<null, Failure>> {
    return this.#open(() => this.#unlock({ user, passphrase }, accept))
  }

  /** Opens without a passphrase, as this computer remembers it. */
  unlockRemembered(): Promise<Result<null, Failure>> {
    return this.#open(this.#remembered)
  }

  async #open(way: () => Promise<Result<Opened, Problem>>): Promise<Result<null, Failure>> {
    if (this.#opened !== undefined) return { ok: true, value: null }
    const opened = await way()
    if (!opened.ok) return { ok: false, error: failureOf(opened.error) }
    this.#opened = opened.value
    return { ok: true, value: null }
  }

  /** Hears of every lock before the register is closed. */
  whenLocked(listener: () => void): void {
    this.#lockListeners.push(listener)
  }

  async lock(): Promise<void> {
    const opened = this.#opened
    this.#opened = undefined
    for (const listener of this.#lockListeners) listener()
    await opened?.register.close()
  }

  async info() {
    const { info } = this.#register
    const cases = expected(await this.#register.listCases({ limit: listLimit }))
    return {
      registerId: info.id,
      mark: info.mark,
      schema: info.schema,
      demonstration: info.demonstration !== undefined,
      cases: cases.length,
    }
  }

  async list(): Promise<readonly StoredCase[]> {
    const listed = expected(await this.#register.listCases({ limit: listLimit }))
    const readable = listed.filter((each) => each.headline !== undefined)
    return Promise.all(readable.map(async (each) => stored(expected(await this.#register.loadCase(each.id)))))
  }

  async find(reference: string): Promise<StoredCase | undefined> {
    const id = await this.#idOf(reference)
    return id === undefined ? undefined : stored(expected(await this.#register.loadCase(id)))
  }

  async newest(): Promise<StoredCase | undefined> {
    const listed = expected(await this.#register.listCases({ limit: listLimit }))
    const last = listed.findLast((each) => each.headline !== undefined)
    return last && stored(expected(await this.#register.loadCase(last.id)))
  }

  async add(caseFile: CaseFile, operationId: string): Promise<Result<StoredCase, Failure>> {
    const added = await this.#register.insertCase({ document: caseFile, operationId, action: 'case.imported' })
    return added.ok ? { ok: true, value: { caseFile, version: added.value.version } } : { ok: false, error: failureOf(added.error) }
  }

  async open(operationId: string, year: number, make: (reference: string) => CaseFile): Promise<Result<StoredCase, Failure>> {
    const there = await this.#register.loadCase(operationId)
    if (there.ok) return { ok: true, value: stored(there.value) }
    const document = make(expected(await this.#register.nextReference(year)))
    const opened = await this.#register.insertCase({ document, operationId, action: 'case.opened' })
    return opened.ok ? { ok: true, value: { caseFile: document, version: 1 } } : { ok: false, error: failureOf(opened.error) }
  }

  async change({ before, steps, action, operationId, links }: CaseChange): Promise<Result<StoredCase, Failure>> {
    const { id } = before.caseFile
    const changed = await this.#register.changeCase({ caseId: id, expectedVersion: before.version, steps, action, operationId, links })
    if (!changed.ok) return { ok: false, error: failureOf(changed.error) }
    return { ok: true, value: stored(expected(await this.#register.loadCase(id))) }
  }

  async recordRead(reference: string, what: string, operationId: string): Promise<void> {
    const caseId = await this.#idOf(reference)
    if (caseId !== undefined) expected(await this.#register.record({ action: 'case.read', operationId, caseId, detail: { what } }))
  }

  get #register(): Register<CaseFile> {
    if (this.#opened === undefined) throw new Error('the register is locked')
    return this.#opened.register
  }

  async #idOf(reference: string): Promise<string | undefined> {
    return expected(await this.#register.findByReference(reference))
  }
}

const listLimit = 10_000

const stored = ({ document, version }: { readonly document: CaseFile; readonly version: number }): StoredCase => ({
  caseFile: document,
  version,
})

/** For answers that a sound register does not refuse: a full disk or a damaged page still reaches the user as a sentence. */
export function expected<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value
  throw new OperationRefused(failureOf(answer.error))
}
