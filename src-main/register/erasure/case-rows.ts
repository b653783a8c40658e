import type { Change } from '../session.ts'

/**
 * Takes away what the register holds of a case: attachments with their contents, why its glass was broken, drafts, every version of the document, and its row.
 * Its journal stays: the entries tell by ids that something was done, and what they say in words opens with no key that still exists.
 */
export async function deleteCaseRows(change: Change, caseId: string): Promise<void> {
  const contents = change.selectFrom('contents').select('id').where('case_id', '=', caseId)
  await change.deleteFrom('attachments').where('case_id', '=', caseId).execute()
  await change.deleteFrom('content_chunks').where('content', 'in', contents).execute()
  await change.deleteFrom('contents').where('case_id', '=', caseId).execute()
  await change.deleteFrom('glass_breaks').where('case_id', '=', caseId).execute()
  await change.deleteFrom('drafts').where('case_id', '=', caseId).execute()
  await change.deleteFrom('case_versions').where('case_id', '=', caseId).execute()
  await change.deleteFrom('cases').where('id', '=', caseId).execute()
}
