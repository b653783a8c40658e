import { GitCompareArrows } from 'lucide-react'
import type { Action } from './action.ts'

/** Immutable versions of a thing, and what differs between two of them. */
export const showVersions: Action<{ readonly open: () => void }> = {
  id: 'show-versions',
  label: () => ({ key: 'versions.action' }),
  icon: GitCompareArrows,
  run: (context) => context.open(),
}
