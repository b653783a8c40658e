import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { openDecision } from '../../app/actions/weeding.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { DecisionForm } from './decision-form.tsx'
import css from './weeding.module.css'

type Given = Pick<Output<'retention.list'>, 'decision' | 'on'> & { readonly mayDecide: boolean }

/** What the office has decided where the rule leaves it to the office, and putting in a new decision. */
export function DecisionPanel({ decision, on, mayDecide }: Given): ReactNode {
  const { t, day } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <Panel title={t('weeding.own')}>
      <div className={css['act']}>
        <p className={parts['small']}>
          {decision === null
            ? t('weeding.own.none')
            : t('weeding.decision', {
                text: decision.text,
                years: decision.years,
                from: t(`retention.from.${decision.from}`),
                by: decision.decidedBy,
                on: day(decision.decidedOn),
              })}
        </p>
        {open ? null : <ActionButton action={openDecision} context={{ mayDecide, anew: decision !== null, run: () => setOpen(true) }} />}
      </div>
      {open ? <DecisionForm decision={decision} on={on} onClose={() => setOpen(false)} /> : null}
    </Panel>
  )
}
