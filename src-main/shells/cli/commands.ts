import type { Command } from './command.ts'
import { caseExport, caseImport, caseList } from './commands/case-file.ts'
import { caseShow } from './commands/case-show.ts'
import { caseHistory, caseNote, caseUndo } from './commands/changes.ts'
import { demo } from './commands/demo.ts'
import { journalVerify } from './commands/journal.ts'
import { planExport } from './commands/plan-export.ts'
import { registerCreate, registerInfo } from './commands/register.ts'
import { schemaCase } from './commands/schema.ts'
import { signerCreate, signerShow } from './commands/signer.ts'
import { verify } from './commands/verify.ts'

/** Every command, in the order in which the help names them. */
export const commands: readonly Command[] = [
  demo,
  registerCreate,
  registerInfo,
  signerCreate,
  signerShow,
  caseImport,
  caseList,
  caseShow,
  caseExport,
  caseHistory,
  caseUndo,
  caseNote,
  planExport,
  verify,
  journalVerify,
  schemaCase,
]
