import type { Action } from './action.ts'
import { focusSearch, nextPane, previousPane, runPrimary } from './focus.ts'
import { goBack, goToNextSection, goToPlan, goToPreviousSection, goToSections } from './go.ts'
import { lock } from './lock.ts'
import { newCase } from './new-case.ts'
import { goToSettings } from './settings.ts'
import { showSafeguards } from './show-safeguards.ts'
import { toggleNames } from './toggle-names.ts'
import { redo, saveNow, undo } from './undo.ts'
import type { WindowContext } from './window-context.ts'

/** Every command that has a key everywhere in the open window. */
export const windowActions = (context: WindowContext): readonly Action<WindowContext>[] => [
  lock,
  toggleNames(context),
  showSafeguards,
  newCase,
  goToPlan,
  goToSettings,
  goBack,
  goToNextSection,
  goToPreviousSection,
  ...goToSections,
  focusSearch,
  nextPane,
  previousPane,
  runPrimary,
  undo,
  redo,
  saveNow,
]
