import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Failure, Input, OperationName, Output } from '#contract/operations.ts'
import { type Composed, compose } from '#shells/compose.ts'
import { createDemonstration, demonstration } from '#shells/demonstration.ts'
import { newOperationId } from '#shells/incidents.ts'

export const caseOfA = 'HV-2026-0001'

/** A real register with both example cases, as a window and the command line call it. */
export class ChangesHouse {
  readonly folder = mkdtempSync(join(tmpdir(), 'hemvag-changes-'))
  #house: Composed | undefined

  async open(): Promise<void> {
    this.#house = await createDemonstration(join(this.folder, 'DEMO-register'), { language: 'sv', exportFolder: this.folder })
  }

  /** The program is closed and started anew on the same register. */
  async reopen(): Promise<void> {
    await this.#house?.close()
    this.#house = await compose({ folder: join(this.folder, 'DEMO-register'), language: 'sv', exportFolder: this.folder })
    await this.call('register.unlock', { passphrase: demonstration.passphrase })
  }

  get house(): Composed {
    if (this.#house === undefined) throw new Error('not opened')
    return this.#house
  }

  async close(): Promise<void> {
    await this.#house?.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
    const reply = await this.house.commands.answer(name, input)
    if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.error)}`)
    return reply.value as Output<N>
  }

  async refusal<N extends OperationName>(name: N, input: Input<N>): Promise<Failure> {
    const reply = await this.house.commands.answer(name, input)
    if (reply.ok) throw new Error(`${name} was not refused`)
    return reply.error
  }

  about = (reference = caseOfA) => this.call('case.about', { reference })

  /** One field set by one person, from what they saw. */
  async set(path: string, before: string | undefined, after: string, version?: number) {
    const from = version ?? (await this.about()).version
    const steps = [{ path, ...(before === undefined ? {} : { before }), after }]
    return { reference: caseOfA, version: from, steps, operationId: newOperationId() } satisfies Input<'case.change'>
  }
}
