import { Plus, X } from 'lucide-react'
import type { Action } from './action.ts'

type Adding = { readonly run: () => void /** Labels of what is still to be said. */; readonly missing: readonly string[] }

export const addRecord: Action<Adding> = {
  id: 'add-record',
  label: () => ({ key: 'records.add' }),
  icon: Plus,
  refusal: ({ missing }) => (missing.length === 0 ? undefined : { key: 'records.missing', values: { fields: missing.join(', ') } }),
  run: ({ run }) => run(),
}

export const dropRecord: Action<{ readonly run: () => void }> = {
  id: 'drop-record',
  label: () => ({ key: 'records.drop' }),
  icon: X,
  run: ({ run }) => run(),
}
