import type { Change } from '../session.ts'

/** Takes every attachment of a case with its content out of the register, removed ones too. Part of erasing the case, and of nothing else. */
export async function deleteAttachmentsOf(change: Change, caseId: string): Promise<void> {
  const contents = change.selectFrom('contents').select('id').where('case_id', '=', caseId)
  await change.deleteFrom('attachments').where('case_id', '=', caseId).execute()
  await change.deleteFrom('content_chunks').where('content', 'in', contents).execute()
  await change.deleteFrom('contents').where('case_id', '=', caseId).execute()
}
