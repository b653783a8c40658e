import { attachmentSentences } from './attachments.ts'
import { caseSentences } from './cases.ts'
import { directorySentences } from './directory.ts'
import { engineSentences } from './engine.ts'
import { journalSentences } from './journal.ts'
import { listSentences } from './lists.ts'
import { peopleSentences } from './people.ts'
import { retentionSentences } from './retention.ts'
import type { Sentence } from './sentence.ts'

/** What every engine of the register must do alike. */
export const allSentences: readonly Sentence[] = [
  ...caseSentences,
  ...listSentences,
  ...journalSentences,
  ...engineSentences,
  ...attachmentSentences,
  ...retentionSentences,
  ...peopleSentences,
  ...directorySentences,
]
