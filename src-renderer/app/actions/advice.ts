import { FileDown, MessageCircleQuestion, Plus } from 'lucide-react'
import type { Action } from './action.ts'
import { doing } from './partners.ts'
import type { WindowContext } from './window-context.ts'

export const goToAdvice: Action<WindowContext> = {
  id: 'go-to-advice',
  label: () => ({ key: 'screen.advice' }),
  icon: MessageCircleQuestion,
  run: (context) => context.goToAdvice(),
}

export const newAdvice = doing('new-advice', 'advice.action.new', Plus)
export const saveAdvice = doing('save-advice', 'advice.action.save')
export const openAnswer = doing('open-answer', 'advice.action.answer')
export const saveAnswer = doing('save-answer', 'advice.action.saveAnswer')
export const exportAdvice = doing('export-advice', 'advice.action.export', FileDown)
