import { FileCheck2, FolderOpen } from 'lucide-react'
import { type SectionId, sections } from '../sections.ts'
import type { Action } from './action.ts'
import type { WindowContext } from './window-context.ts'

const withinCase = ({ reference }: WindowContext) => (reference === undefined ? { key: 'refusal.no-case-open' } : undefined)

export const goToCases: Action<WindowContext> = {
  id: 'go-to-cases',
  label: () => ({ key: 'screen.cases' }),
  icon: FolderOpen,
  run: (context) => context.goToCases(),
}

export const goToVerify: Action<WindowContext> = {
  id: 'go-to-verify',
  label: () => ({ key: 'rail.verify' }),
  icon: FileCheck2,
  run: (context) => context.goToVerify(),
}

export const goBack: Action<WindowContext> = {
  id: 'go-back',
  label: () => ({ key: 'action.back' }),
  keys: 'Alt+ArrowLeft',
  run: (context) => context.goBack(),
}

export const goToPlan: Action<WindowContext> = {
  id: 'go-to-plan',
  label: () => ({ key: 'section.export' }),
  keys: 'Ctrl+P',
  refusal: withinCase,
  run: (context) => context.goToSection('export'),
}

const step = (by: 1 | -1) => (context: WindowContext) => {
  const at = sections.findIndex((each) => each.id === context.section)
  const next = sections[(at + by + sections.length) % sections.length]
  if (at >= 0 && next !== undefined) context.goToSection(next.id)
}

export const goToNextSection: Action<WindowContext> = {
  id: 'next-section',
  label: () => ({ key: 'action.nextSection' }),
  keys: 'Ctrl+PageDown',
  refusal: withinCase,
  run: step(1),
}

export const goToPreviousSection: Action<WindowContext> = {
  id: 'previous-section',
  label: () => ({ key: 'action.previousSection' }),
  keys: 'Ctrl+PageUp',
  refusal: withinCase,
  run: step(-1),
}

/** Ctrl 1 … 9: the sections in the order of the path. */
export const goToSections: readonly Action<WindowContext>[] = sections.slice(0, 9).map(({ id }: { readonly id: SectionId }, index) => ({
  id: `go-to-${id}`,
  label: () => ({ key: `section.${id}` }),
  keys: `Ctrl+${index + 1}`,
  refusal: withinCase,
  run: (context) => context.goToSection(id),
}))
