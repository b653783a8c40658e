import { ArchiveRestore, FolderOpen, KeyRound, LockOpen, PencilLine, Printer, Shuffle } from 'lucide-react'
import type { Action, Refusal } from './action.ts'

/** What every act with keys looks at: whether something keeps it from being done now, and what it does. */
export type KeyAct = { readonly remains?: Refusal | undefined; readonly run: () => void }

const act = (id: string, icon?: Action<KeyAct>['icon']): Action<KeyAct> => ({
  id,
  label: () => ({ key: `keys.action.${id}` }),
  ...(icon === undefined ? {} : { icon }),
  refusal: ({ remains }) => remains,
  run: ({ run }) => run(),
})

export const changePassphrase = act('change-passphrase', KeyRound)
export const savePassphrase = act('save-passphrase')
export const replaceRecoveryKey = act('replace-recovery-key', Printer)
export const keepRecoveryKey = act('keep-recovery-key')
export const printRecoveryKey = act('print-recovery-key', Printer)
export const copyRecoveryKey = act('copy-recovery-key', PencilLine)
export const suggestPassphrase = act('suggest-passphrase', Shuffle)
export const leaveKeys = act('leave-keys')
export const forgotPassphrase = act('forgot-passphrase')
export const openOther = act('open-other')
export const openThere = act('open-there', FolderOpen)
export const choosePlace = act('choose-place', FolderOpen)
export const nextStep = act('next-step')
export const changeStep = act('change-step')
export const createRegister = act('create-register')
export const openRestoring = act('open-restoring')
export const restoreCopy = act('restore-copy', ArchiveRestore)
export const newRegister = act('new-register')
export const practise = act('practise')
export const readRecoveryKey = act('read-recovery-key', KeyRound)
export const setNewPassphrase = act('set-new-passphrase', LockOpen)
export const openRemembered = act('open-remembered')
