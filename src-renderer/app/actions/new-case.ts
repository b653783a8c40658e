import { FolderPlus } from 'lucide-react'
import type { Action, Refusal } from './action.ts'
import type { WindowContext } from './window-context.ts'

export const newCase: Action<WindowContext> = {
  id: 'new-case',
  label: () => ({ key: 'new-case.action.new' }),
  keys: 'Ctrl+N',
  icon: FolderPlus,
  run: (context) => context.goToNewCase(),
}

export type OpeningAct = { readonly remains: Refusal | undefined; readonly run: () => void }

export const openCase: Action<OpeningAct> = {
  id: 'open-case',
  label: () => ({ key: 'new-case.action.open' }),
  refusal: ({ remains }) => remains,
  run: ({ run }) => run(),
}
