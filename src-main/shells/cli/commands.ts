import type { Command } from './command.ts'
import { adviceAdd, adviceAnswer, adviceList, adviceYear } from './commands/advice.ts'
import { attachmentAdd, attachmentExport, attachmentList } from './commands/attachment.ts'
import { backupCreate, backupList, backupVerify } from './commands/backup.ts'
import { backupRestore } from './commands/backup-restore.ts'
import { caseAccess, caseBreakGlass } from './commands/case-access.ts'
import { caseCreate } from './commands/case-create.ts'
import { caseExport, caseImport, caseList } from './commands/case-file.ts'
import { caseShow } from './commands/case-show.ts'
import { caseHistory, caseNote, caseUndo } from './commands/changes.ts'
import { caseApproveBudget, caseRestoreSafeguard, caseSetAside } from './commands/decisions.ts'
import { demo } from './commands/demo.ts'
import { journalExport, journalVerify } from './commands/journal.ts'
import { registerPassphrase, registerRecover, registerRecoveryKey } from './commands/keys.ts'
import { partnerAdd, partnerChange, partnerFind, partnerList, partnerShow, partnerVerify } from './commands/partner.ts'
import { partnerExport, partnerImport } from './commands/partner-sheet.ts'
import { personRecord } from './commands/person-record.ts'
import { planExport } from './commands/plan-export.ts'
import { registerCreate, registerInfo } from './commands/register.ts'
import { retentionDecide, retentionErase, retentionList, retentionSign, retentionState } from './commands/retention.ts'
import { schemaCase } from './commands/schema.ts'
import { search } from './commands/search.ts'
import { signerCreate, signerShow } from './commands/signer.ts'
import { registerUsers, registerUsersAdd, registerUsersChange, registerUsersRemove } from './commands/users.ts'
import { verify } from './commands/verify.ts'

/** Every command, in the order in which the help names them. */
export const commands: readonly Command[] = [
  demo,
  registerCreate,
  registerInfo,
  registerPassphrase,
  registerRecoveryKey,
  registerRecover,
  registerUsersAdd,
  registerUsersChange,
  registerUsersRemove,
  registerUsers,
  signerCreate,
  signerShow,
  caseCreate,
  caseImport,
  caseList,
  caseShow,
  caseExport,
  caseAccess,
  caseBreakGlass,
  attachmentAdd,
  attachmentList,
  attachmentExport,
  search,
  caseHistory,
  caseUndo,
  caseNote,
  caseApproveBudget,
  caseSetAside,
  caseRestoreSafeguard,
  planExport,
  personRecord,
  verify,
  journalVerify,
  journalExport,
  backupCreate,
  backupVerify,
  backupList,
  backupRestore,
  partnerList,
  partnerShow,
  partnerAdd,
  partnerChange,
  partnerVerify,
  partnerFind,
  partnerImport,
  partnerExport,
  adviceList,
  adviceAdd,
  adviceAnswer,
  adviceYear,
  retentionList,
  retentionDecide,
  retentionSign,
  retentionErase,
  retentionState,
  schemaCase,
]
