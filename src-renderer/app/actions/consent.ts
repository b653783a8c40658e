import { Ban, Check, MessageCirclePlus, PenLine, Play, Scale, Send, Undo2, X } from 'lucide-react'
import type { Action, Refusal } from './action.ts'

type Doing = { readonly run: () => void }
type Told = Doing & { readonly busy: boolean }

const unlessBusy = ({ busy }: Told): Refusal | undefined => (busy ? { key: 'refusal.busy' } : undefined)

/** One click, no reason: the case is paused before anything is asked. */
export const withdrawConsent: Action<Told> = {
  id: 'withdraw-consent',
  label: () => ({ key: 'consent.withdraw' }),
  icon: Undo2,
  refusal: unlessBusy,
  run: ({ run }) => run(),
}

export const withdrawByGuardian: Action<Told> = {
  id: 'withdraw-by-guardian',
  label: () => ({ key: 'consent.withdrawGuardian' }),
  refusal: unlessBusy,
  run: ({ run }) => run(),
}

export const newTalk: Action<Doing> = {
  id: 'new-talk',
  label: () => ({ key: 'consent.newTalk' }),
  icon: MessageCirclePlus,
  run: ({ run }) => run(),
}

export const newDeclaration: Action<Doing> = {
  id: 'new-declaration',
  label: () => ({ key: 'consent.newDeclaration' }),
  icon: PenLine,
  run: ({ run }) => run(),
}

export const newTransferConsent: Action<Doing> = {
  id: 'new-transfer-consent',
  label: () => ({ key: 'consent.newTransferConsent' }),
  icon: Send,
  run: ({ run }) => run(),
}

export const checkSecrecy: Action<Doing> = {
  id: 'check-secrecy',
  label: () => ({ key: 'consent.checkSecrecy' }),
  icon: Scale,
  run: ({ run }) => run(),
}

export const withdrawTransfer: Action<Doing> = {
  id: 'withdraw-transfer',
  label: () => ({ key: 'consent.withdrawTransfer' }),
  icon: Ban,
  run: ({ run }) => run(),
}

/** Becomes a record that stands for ever: refused until what it must say is there. */
export const saveSheet: Action<Doing & { readonly needs: Refusal | undefined; readonly label: string }> = {
  id: 'save-sheet',
  label: ({ label }) => ({ key: label }),
  icon: Check,
  refusal: ({ needs }) => needs,
  run: ({ run }) => run(),
}

export const closeSheet: Action<Doing> = {
  id: 'close-sheet',
  label: () => ({ key: 'editing.close' }),
  icon: X,
  run: ({ run }) => run(),
}

type Resuming = Doing & { readonly left: number; readonly mayResume: boolean; readonly reason: string }

export const resumeCase: Action<Resuming> = {
  id: 'resume-case',
  label: () => ({ key: 'consent.resume' }),
  icon: Play,
  refusal: ({ left, mayResume, reason }) => {
    if (left > 0) return { key: 'consent.refusal.resumeEarly' }
    if (!mayResume) return { key: 'failure.not-permitted.approve-resumption' }
    return reason.trim() === '' ? { key: 'consent.refusal.reason' } : undefined
  },
  run: ({ run }) => run(),
}
