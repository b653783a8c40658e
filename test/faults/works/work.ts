import type { Register } from '#register/register.ts'
import type { Paper } from '../../support/register-desk.ts'

/** One kind of acknowledged writing that a kill interrupts. Runs in a child process, together with all the others. */
export type Work = {
  readonly name: string
  /**
   * Writes without end. `tag` is another in each opening; `place` is a folder beside the register that the work may use. Waits after each
   * acknowledgement, so that the others get their turn: the database answers at once, files do not.
   */
  write(desk: WritingDesk, acknowledged: (what: string) => Promise<void>): Promise<void>
  /** After reopening: which of all that was ever acknowledged in this register is lost, and what stands there by halves. */
  check(register: Register<Paper>, acknowledged: readonly string[], place: string): Promise<Damage>
}

export type WritingDesk = { readonly register: Register<Paper>; readonly tag: string; readonly place: string }
export type Damage = { readonly lost: readonly string[]; readonly torn: readonly string[] }
