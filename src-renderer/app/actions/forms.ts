import { ArrowLeft, ArrowRight, CheckCheck, FilePlus2, PenLine, Plus, Trash2 } from 'lucide-react'
import type { Action } from './action.ts'

type Beginning = { readonly begun: boolean; readonly again: boolean; readonly busy: boolean; readonly begin: () => void }

/** Begins a form, or goes on with the one that is begun. */
export const beginForm: Action<Beginning> = {
  id: 'begin-form',
  label: ({ begun, again }) => ({ key: begun ? 'forms.continue' : again ? 'forms.beginAgain' : 'forms.begin' }),
  icon: FilePlus2,
  refusal: ({ busy }) => (busy ? { key: 'refusal.busy' } : undefined),
  run: ({ begin }) => begin(),
}

export const readForm: Action<{ readonly open: () => void }> = {
  id: 'read-form',
  label: () => ({ key: 'forms.read' }),
  icon: PenLine,
  run: ({ open }) => open(),
}

export const closeForm: Action<{ readonly close: () => void }> = {
  id: 'close-form',
  label: () => ({ key: 'forms.close' }),
  icon: ArrowLeft,
  run: ({ close }) => close(),
}

export const nextQuestion: Action<{ readonly next: () => void }> = {
  id: 'next-question',
  label: () => ({ key: 'forms.next' }),
  icon: ArrowRight,
  run: ({ next }) => next(),
}

export type SigningOff = { readonly left: number; readonly busy: boolean; readonly sign: () => void }

/** Refused while something that is required has no answer, or one that may not stand. */
export const signOffForm: Action<SigningOff> = {
  id: 'sign-form',
  label: () => ({ key: 'forms.sign' }),
  icon: CheckCheck,
  refusal: ({ left, busy }) => (busy ? { key: 'refusal.busy' } : left > 0 ? { key: 'forms.refusal.left', values: { n: left } } : undefined),
  run: ({ sign }) => sign(),
}

export const addMeasure: Action<{ readonly add: () => void }> = {
  id: 'add-measure',
  label: () => ({ key: 'forms.measure.add' }),
  icon: Plus,
  run: ({ add }) => add(),
}

export const removeMeasure: Action<{ readonly remove: () => void }> = {
  id: 'remove-measure',
  label: () => ({ key: 'forms.measure.remove' }),
  icon: Trash2,
  run: ({ remove }) => remove(),
}
