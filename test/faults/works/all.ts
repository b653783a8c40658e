import { attachmentsWork } from './attachments.ts'
import { backupsWork } from './backups.ts'
import { casesWork } from './cases.ts'
import { journalWork } from './journal.ts'
import type { Work } from './work.ts'

/** What is written while the program is killed. A further kind of writing is one file beside this and one word here. */
export const works: readonly Work[] = [casesWork, journalWork, attachmentsWork, backupsWork]
