import type { Failure, Input, OperationName, Output } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import { adviceImplementations } from './advice.ts'
import { attachmentImplementations } from './attachments.ts'
import { backupImplementations } from './backup.ts'
import { caseImplementations } from './cases.ts'
import { changeImplementations } from './changes.ts'
import { commandLineImplementations } from './command-line.ts'
import { consentImplementations } from './consent.ts'
import { countryImplementations } from './countries.ts'
import { decisionImplementations } from './decisions.ts'
import { editingImplementations } from './editing.ts'
import { historyImplementations } from './history.ts'
import { journalImplementations } from './journal.ts'
import { keysImplementations } from './keys.ts'
import { newCaseImplementations } from './new-case.ts'
import { noteImplementations } from './notes.ts'
import { partnerSheetImplementations } from './partner-sheets.ts'
import { partnerImplementations } from './partners.ts'
import { peopleImplementations } from './people.ts'
import { personRecordImplementations } from './person-record.ts'
import { planImplementations } from './plans.ts'
import type { Ports } from './ports.ts'
import { questionnaireImplementations } from './questionnaires.ts'
import { registerImplementations } from './register.ts'
import { registerSettingsImplementations } from './register-settings.ts'
import { retentionImplementations } from './retention.ts'
import { searchImplementations } from './search.ts'
import { startImplementations } from './starts.ts'

export type Implementation<N extends OperationName> = (ports: Ports, input: Input<N>) => Promise<Result<Output<N>, Failure>>
export type Implementations<N extends OperationName = OperationName> = { readonly [Name in N]: Implementation<Name> }

export const implementations: Implementations = {
  ...registerImplementations,
  ...registerSettingsImplementations,
  ...keysImplementations,
  ...caseImplementations,
  ...newCaseImplementations,
  ...peopleImplementations,
  ...planImplementations,
  ...journalImplementations,
  ...attachmentImplementations,
  ...searchImplementations,
  ...retentionImplementations,
  ...personRecordImplementations,
  ...changeImplementations,
  ...decisionImplementations,
  ...consentImplementations,
  ...editingImplementations,
  ...historyImplementations,
  ...noteImplementations,
  ...commandLineImplementations,
  ...startImplementations,
  ...backupImplementations,
  ...questionnaireImplementations,
  ...partnerImplementations,
  ...partnerSheetImplementations,
  ...countryImplementations,
  ...adviceImplementations,
}
