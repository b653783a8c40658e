import { Download, FileSignature, FolderOpen } from 'lucide-react'
import type { Action, Refusal } from './action.ts'

/** What stands before a plan for one recipient, and what can be done about it. */
export type ExportContext = {
  readonly permitted: boolean
  /** Short names and sentences of what remains. */
  readonly remaining: readonly string[]
  readonly available: boolean
  readonly hasSigner: boolean
  readonly folder: string
  readonly busy: boolean
  readonly signAndSave: () => void
  readonly saveDraft: () => void
  readonly chooseFolder: () => void
}

function common({ available, folder, busy }: ExportContext): Refusal | undefined {
  if (!available) return { key: 'refusal.profile' }
  if (folder.trim() === '') return { key: 'refusal.folder' }
  return busy ? { key: 'refusal.busy' } : undefined
}

export const signAndSave: Action<ExportContext> = {
  id: 'sign-and-save',
  label: () => ({ key: 'action.signAndSave' }),
  icon: FileSignature,
  refusal: (context) => {
    if (!context.permitted) return { key: 'refusal.notReady', values: { n: context.remaining.length, list: context.remaining.join(', ') } }
    if (!context.hasSigner) return { key: 'refusal.noSigner' }
    return common(context)
  },
  run: (context) => context.signAndSave(),
}

/** Marked on every page, unsigned, inside the house. */
export const saveDraft: Action<ExportContext> = {
  id: 'save-draft',
  label: () => ({ key: 'action.saveDraft' }),
  icon: Download,
  refusal: common,
  run: (context) => context.saveDraft(),
}

export const chooseFolder: Action<ExportContext> = {
  id: 'choose-folder',
  label: () => ({ key: 'action.choose' }),
  icon: FolderOpen,
  run: (context) => context.chooseFolder(),
}
