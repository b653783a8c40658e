import type { ReactNode } from 'react'
import { practise } from '../../app/actions/keys.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import css from './start.module.css'

/** A look around without a register of one's own. */
export function PracticeCard(): ReactNode {
  const { t } = useSpeech()
  const command = useCommand('register.practise')
  const remains = command.isPending ? { key: 'keys.waiting' } : undefined
  return (
    <section className={css['practice']} aria-label={t('start.practice')}>
      <h2>{t('start.practice')}</h2>
      <p className={css['lead']}>{t('start.practice.what')}</p>
      <div>
        <ActionButton action={practise} context={{ remains, run: () => command.mutate({}) }} />
      </div>
    </section>
  )
}
