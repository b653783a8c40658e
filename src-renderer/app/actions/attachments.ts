import { ChevronLeft, ChevronRight, Download, FilePlus2, FolderOpen, Save, Trash2, Undo2, X, ZoomIn, ZoomOut } from 'lucide-react'
import type { Action } from './action.ts'

/** Files that were chosen and are not in the case yet. */
export type NewFilesContext = {
  readonly count: number
  /** Every file has its type, and no day is written wrongly. */
  readonly typed: boolean
  readonly dated: boolean
  readonly busy: boolean
  readonly add: () => void
  readonly drop: () => void
}

export const addFiles: Action<NewFilesContext> = {
  id: 'add-files',
  label: ({ count }) => ({ key: 'action.addFiles', values: { n: count } }),
  icon: FilePlus2,
  refusal: ({ typed, dated, busy }) => {
    if (busy) return { key: 'refusal.busy' }
    if (!typed) return { key: 'attachment.refusal.type' }
    return dated ? undefined : { key: 'attachment.issuedOnWrong' }
  },
  run: (context) => context.add(),
}

export const dropNewFiles: Action<NewFilesContext> = {
  id: 'drop-new-files',
  label: () => ({ key: 'action.dropNew' }),
  icon: X,
  refusal: ({ busy }) => (busy ? { key: 'refusal.busy' } : undefined),
  run: (context) => context.drop(),
}

/** One attachment that is shown. */
export type AttachmentContext = {
  readonly folder: string
  readonly recipient: string
  readonly purpose: string
  readonly busy: boolean
  readonly dated: boolean
  readonly exportCopy: () => void
  readonly chooseFolder: () => void
  readonly remove: () => void
  readonly save: () => void
}

const whileBusy = ({ busy }: { readonly busy: boolean }) => (busy ? { key: 'refusal.busy' } : undefined)

export const exportAttachment: Action<AttachmentContext> = {
  id: 'export-attachment',
  label: () => ({ key: 'action.exportAttachment' }),
  icon: Download,
  refusal: (context) => {
    if (context.recipient.trim() === '') return { key: 'attachment.refusal.recipient' }
    if (context.purpose.trim() === '') return { key: 'attachment.refusal.purpose' }
    return context.folder.trim() === '' ? { key: 'refusal.folder' } : whileBusy(context)
  },
  run: (context) => context.exportCopy(),
}

export const chooseCopyFolder: Action<AttachmentContext> = {
  id: 'choose-folder',
  label: () => ({ key: 'action.choose' }),
  icon: FolderOpen,
  run: (context) => context.chooseFolder(),
}

export const removeAttachment: Action<AttachmentContext> = {
  id: 'remove-attachment',
  label: () => ({ key: 'action.removeAttachment' }),
  icon: Trash2,
  refusal: whileBusy,
  run: (context) => context.remove(),
}

export const saveAttachment: Action<AttachmentContext> = {
  id: 'save-attachment',
  label: () => ({ key: 'action.saveAttachment' }),
  icon: Save,
  refusal: (context) => (context.dated ? whileBusy(context) : { key: 'attachment.issuedOnWrong' }),
  run: (context) => context.save(),
}

export const undoRemoval: Action<{ readonly undo: () => void }> = {
  id: 'undo-removal',
  label: () => ({ key: 'action.undoRemove' }),
  icon: Undo2,
  run: (context) => context.undo(),
}

export type PagesContext = {
  readonly page: number
  readonly pages: number
  readonly goTo: (page: number) => void
  readonly zoom: (by: 1 | -1) => void
}

export const previousPage: Action<PagesContext> = {
  id: 'previous-page',
  label: () => ({ key: 'action.previousPage' }),
  icon: ChevronLeft,
  refusal: ({ page }) => (page <= 1 ? { key: 'attachment.refusal.first' } : undefined),
  run: ({ page, goTo }) => goTo(page - 1),
}

export const nextPage: Action<PagesContext> = {
  id: 'next-page',
  label: () => ({ key: 'action.nextPage' }),
  icon: ChevronRight,
  refusal: ({ page, pages }) => (page >= pages ? { key: 'attachment.refusal.last' } : undefined),
  run: ({ page, goTo }) => goTo(page + 1),
}

export const zoomIn: Action<PagesContext> = {
  id: 'zoom-in',
  label: () => ({ key: 'action.zoomIn' }),
  icon: ZoomIn,
  run: ({ zoom }) => zoom(1),
}

export const zoomOut: Action<PagesContext> = {
  id: 'zoom-out',
  label: () => ({ key: 'action.zoomOut' }),
  icon: ZoomOut,
  run: ({ zoom }) => zoom(-1),
}
