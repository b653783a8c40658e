import type { Bench } from './bench-definition.ts'
import { makePlan } from './make-plan.ts'
import { signAndVerify } from './sign-and-verify.ts'
import { useRegister } from './use-register.ts'
import { verifyJournal } from './verify-journal.ts'

/** A new bench is one file and one line here. */
export const benches: readonly Bench[] = [makePlan, signAndVerify, useRegister, verifyJournal]
