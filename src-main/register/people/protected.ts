import type { KeyObject } from 'node:crypto'
import type { AnyCase, CaseForm } from '../case-form.ts'
import { loadCase } from '../cases/load.ts'
import type { Session } from '../session.ts'
import { settleGlass } from './offices.ts'

/**
 * Saves a change of a case with the glass that the identity of the child calls for. One that becomes protected is put behind the
 * narrow glass before the change stands, one that no longer is behind the wide glass after: whatever stops in between, the
 * narrow one holds.
 */
export async function aroundGlass<Document extends AnyCase, Value>(
  session: Session,
  form: CaseForm<Document>,
  { before, after, key }: { readonly before: Document; readonly after: Document; readonly key: KeyObject },
  save: () => Promise<Value>,
): Promise<Value> {
  const isProtected = (document: Document) => form.project(document).protectedIdentity
  if (isProtected(before) === isProtected(after)) return save()
  if (!isProtected(after)) {
    const saved = await save()
    await settleGlass(session, after.id, key, false)
    return saved
  }
  await settleGlass(session, after.id, key, true)
  try {
    return await save()
  } catch (error) {
    await settleGlass(session, after.id, key, isProtected((await loadCase(session, form, after.id)).document))
    throw error
  }
}
