import { FileDown, FolderOpen, ScanSearch } from 'lucide-react'
import type { Action } from './action.ts'

type Doing = { readonly busy: boolean; readonly run: () => void }
const waits = ({ busy }: Doing) => (busy ? { key: 'safety.busy' } : undefined)

/** Checks the whole journal against whatever lies outside the register. */
export const verifyJournal: Action<Doing> = {
  id: 'verify-journal',
  label: () => ({ key: 'action.verifyJournal' }),
  icon: ScanSearch,
  refusal: waits,
  run: ({ run }) => run(),
}

export const exportJournal: Action<Doing & { readonly folder: string; readonly mayExport: boolean }> = {
  id: 'export-journal',
  label: () => ({ key: 'action.exportJournal' }),
  icon: FileDown,
  refusal: (context) => {
    if (!context.mayExport) return { key: 'failure.not-permitted.export-journal' }
    return context.folder.trim() === '' ? { key: 'safety.refusal.folder' } : waits(context)
  },
  run: ({ run }) => run(),
}

export const chooseJournalFolder: Action<Doing> = {
  id: 'choose-journal-folder',
  label: () => ({ key: 'action.choose' }),
  icon: FolderOpen,
  run: ({ run }) => run(),
}
