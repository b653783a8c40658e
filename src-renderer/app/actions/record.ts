import { FileText } from 'lucide-react'
import type { Action } from './action.ts'

export const openRecord: Action<{ readonly open: () => void }> = {
  id: 'open-record',
  label: () => ({ key: 'action.makeRecord' }),
  icon: FileText,
  run: ({ open }) => open(),
}

export type RecordContext = { readonly purpose: string; readonly folder: string; readonly busy: boolean; readonly save: () => void }

export const saveRecord: Action<RecordContext> = {
  id: 'save-record',
  label: () => ({ key: 'action.saveRecord' }),
  icon: FileText,
  refusal: ({ purpose, folder, busy }) => {
    if (purpose.trim() === '') return { key: 'record.refusal.purpose' }
    if (folder.trim() === '') return { key: 'refusal.folder' }
    return busy ? { key: 'refusal.busy' } : undefined
  },
  run: ({ save }) => save(),
}
