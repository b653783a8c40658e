import type { ReactNode } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { GateView } from '#contract/views.ts'
import { nextOf, whyOf } from '../../app/reasons.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { statusOf } from '../../components/status.ts'
import css from './overview.module.css'

type Given = { readonly gates: readonly GateView[]; readonly act: 'book' | 'confirm'; readonly onOpen: (gate: string) => void }

/** Each row is one thing to do, in the imperative, and why. Enter opens its safeguard. */
export function Steps({ gates, act, onOpen }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { today } = useRegister()
  return (
    <GridList
      className={cx(css['steps'])}
      aria-label={t('overview.steps')}
      items={gates.map((gate) => ({ id: gate.id, gate }))}
      onAction={(key) => onOpen(String(key))}
    >
      {({ gate }) => (
        <GridListItem id={gate.id} textValue={nextOf(speech, gate, today)} className={cx(css['step'])}>
          <Glyph status={statusOf(gate)} />
          <div className={css['words']}>
            <div className={css['what']}>{nextOf(speech, gate, today)}</div>
            <div className={css['why']}>{whyOf(speech, gate)}</div>
          </div>
          <span className={css['when']}>{t(`overview.before.${act}`)}</span>
          <span className={css['show']}>{t('action.show')}</span>
        </GridListItem>
      )}
    </GridList>
  )
}
