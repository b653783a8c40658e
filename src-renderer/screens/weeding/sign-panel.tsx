import { Check } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { ulid } from 'ulid'
import type { RetentionView } from '#contract/retention.ts'
import { type SigningContext, signWeedingList } from '../../app/actions/weeding.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { cx } from '../../components/cx.ts'
import { FailureNote } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'
import css from './weeding.module.css'
import { WhenText, WhyText } from './why-text.tsx'

type Given = { readonly due: readonly RetentionView[]; readonly mayErase: boolean; readonly primary: boolean }

/** The cases whose clock has run. Each stays on the list or is left out with a reason; signing erases nothing yet. */
export function SignPanel({ due, mayErase, primary }: Given): ReactNode {
  const { t } = useSpeech()
  const [out, setOut] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const command = useCommand('retention.sign')
  const attempt = useRef({ key: '', id: '' })
  const chosen = due.filter((each) => out[each.reference] === undefined).map((each) => each.reference)
  const leaveOut = Object.entries(out).map(([reference, why]) => ({ reference, reason: why.trim() }))
  const context: SigningContext = {
    mayErase,
    chosen: chosen.length,
    unexplained: leaveOut.filter((each) => each.reason === '').length,
    reason,
    busy: command.isPending,
    sign: () => {
      const list = { cases: chosen, leaveOut, reason: reason.trim() }
      // The same list keeps its id, so that a retry after a lost reply is recognised; a changed one is another list.
      const key = JSON.stringify(list)
      if (attempt.current.key !== key) attempt.current = { key, id: ulid() }
      command.mutate({ ...list, operationId: attempt.current.id })
    },
  }
  const keep = (reference: string, isOn: boolean): void =>
    setOut((before) => {
      const { [reference]: _, ...others } = before
      return isOn ? others : { ...others, [reference]: '' }
    })
  return (
    <Panel title={t('weeding.due', { n: due.length })} aside={t('weeding.due-aside')}>
      <ul className={css['due']}>
        {due.map((view) => (
          <li key={view.reference} className={css['case']} data-case={view.reference}>
            <Checkbox
              className={cx(parts['check'])}
              isSelected={out[view.reference] === undefined}
              onChange={(isOn) => keep(view.reference, isOn)}
            >
              <span className={parts['box']} aria-hidden="true">
                <Check size={14} strokeWidth={2.5} />
              </span>
              <span className={css['reference']}>{view.reference}</span>
            </Checkbox>
            <WhenText view={view} />
            <div className={css['why']}>
              <WhyText view={view} />
              {out[view.reference] === undefined ? null : (
                <Field
                  label={t('weeding.why-left-out', { reference: view.reference })}
                  value={out[view.reference] ?? ''}
                  onChange={(why) => setOut((before) => ({ ...before, [view.reference]: why }))}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      <div className={css['act']}>
        <Field label={t('weeding.reason')} value={reason} onChange={setReason} help={t('weeding.reason-help')} />
        {command.isError ? <FailureNote failure={command.error.failure} /> : null}
        <ActionButton action={signWeedingList} context={context} look={primary ? 'primary' : 'secondary'} primary={primary} />
      </div>
    </Panel>
  )
}
