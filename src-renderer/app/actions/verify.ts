import { FileCheck2, FolderOpen } from 'lucide-react'
import type { Action } from './action.ts'

export type VerifyContext = { readonly file: string; readonly check: () => void; readonly chooseFile: () => void }

export const checkPlan: Action<VerifyContext> = {
  id: 'check-plan',
  label: () => ({ key: 'action.check' }),
  icon: FileCheck2,
  refusal: ({ file }) => (file.trim() === '' ? { key: 'refusal.file' } : undefined),
  run: (context) => context.check(),
}

export const choosePlan: Action<VerifyContext> = {
  id: 'choose-plan',
  label: () => ({ key: 'action.chooseFile' }),
  icon: FolderOpen,
  run: (context) => context.chooseFile(),
}
