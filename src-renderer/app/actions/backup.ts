import { ArchiveRestore, BookOpenCheck, FolderOpen, HardDriveDownload, Plus, ScanSearch, ShieldCheck } from 'lucide-react'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const goToSafety: Action<WindowContext> = {
  id: 'go-to-safety',
  label: () => ({ key: 'screen.safety' }),
  icon: ShieldCheck,
  run: (context) => context.goToSafety(),
}

type Doing = { readonly busy: boolean; readonly run: () => void }
const waits = ({ busy }: Doing) => (busy ? { key: 'safety.busy' } : undefined)
const empty = (text: string): boolean => text.trim() === ''

export type CopyContext = Doing & { readonly places: number }

/** Copies the register to every place that it knows. */
export const copyNow: Action<CopyContext> = {
  id: 'copy-now',
  label: () => ({ key: 'action.copyNow' }),
  icon: HardDriveDownload,
  refusal: (context) => (context.places === 0 ? { key: 'safety.refusal.no-place' } : waits(context)),
  run: ({ run }) => run(),
}

export const openPlaceForm: Action<Doing> = {
  id: 'open-place-form',
  label: () => ({ key: 'action.openPlaceForm' }),
  icon: Plus,
  run: ({ run }) => run(),
}

type FolderContext = Doing & { readonly folder: string }

export const addPlace: Action<FolderContext> = {
  id: 'add-place',
  label: () => ({ key: 'action.addPlace' }),
  icon: Plus,
  refusal: (context) => (empty(context.folder) ? { key: 'safety.refusal.folder' } : waits(context)),
  run: ({ run }) => run(),
}

export const chooseBackupFolder: Action<Doing> = {
  id: 'choose-folder',
  label: () => ({ key: 'action.choose' }),
  icon: FolderOpen,
  run: ({ run }) => run(),
}

export const forgetPlace: Action<Doing> = {
  id: 'forget-place',
  label: () => ({ key: 'action.forgetPlace' }),
  refusal: waits,
  run: ({ run }) => run(),
}

export const confirmForgetting: Action<Doing> = { ...forgetPlace, id: 'confirm-forgetting' }

/** Reads the newest copy back into a temporary folder. */
export const tryReading: Action<Doing & { readonly anyCopy: boolean }> = {
  id: 'try-reading',
  label: () => ({ key: 'action.tryReading' }),
  icon: BookOpenCheck,
  refusal: (context) => (context.anyCopy ? waits(context) : { key: 'safety.refusal.no-copy' }),
  run: ({ run }) => run(),
}

export const checkHealth: Action<Doing> = {
  id: 'check-health',
  label: () => ({ key: 'action.checkHealth' }),
  icon: ScanSearch,
  refusal: waits,
  run: ({ run }) => run(),
}

export const openRestore: Action<Doing> = {
  id: 'open-restore',
  label: () => ({ key: 'action.openRestore' }),
  run: ({ run }) => run(),
}

export const compareCopy: Action<Doing & { readonly passphrase: string; readonly chosen: boolean }> = {
  id: 'compare-copy',
  label: () => ({ key: 'action.compareCopy' }),
  icon: ScanSearch,
  refusal: (context) => {
    if (!context.chosen) return { key: 'safety.refusal.no-copy' }
    return empty(context.passphrase) ? { key: 'safety.refusal.passphrase' } : waits(context)
  },
  run: ({ run }) => run(),
}

/** The number of entries that go, and what was typed. */
type InsteadContext = Doing & { readonly lost: number; readonly typed: string }

/** A copy takes the place of the register that is open. */
export const restoreInstead: Action<InsteadContext> = {
  id: 'restore-instead',
  label: () => ({ key: 'action.restoreInstead' }),
  icon: ArchiveRestore,
  refusal: (context) =>
    context.typed.trim() === String(context.lost) ? waits(context) : { key: 'safety.refusal.count', values: { n: context.lost } },
  run: ({ run }) => run(),
}

export const restoreBeside: Action<FolderContext> = {
  id: 'restore-beside',
  label: () => ({ key: 'action.restoreBeside' }),
  icon: ArchiveRestore,
  refusal: (context) => (empty(context.folder) ? { key: 'safety.refusal.folder' } : waits(context)),
  run: ({ run }) => run(),
}
