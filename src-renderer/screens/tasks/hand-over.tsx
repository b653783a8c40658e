import { type ReactNode, useState } from 'react'
import { handOver } from '../../app/actions/tasks.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useSettling } from '../../app/settling.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import type { CodedChoice } from '../../components/case-fields/choice-fields.tsx'
import { ConflictRows } from '../../components/conflict-rows.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './tasks.module.css'

type Given = { readonly at: string; readonly from: string | undefined; readonly people: readonly CodedChoice[] }

/** Another takes over; who had it before stays to be seen. */
export function HandOver({ at, from, people }: Given): ReactNode {
  const { t } = useSpeech()
  const { today } = useRegister()
  const { edit, version } = useCaseEditing()
  const { conflict, failure, save, settle, drop } = useSettling()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const run = (): void => {
    const handover = {
      ...(from === undefined ? {} : { from }),
      to,
      happenedOn: today,
      recordedAt: 'now',
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    }
    const edits = [
      { at: `${at}/handovers/+`, value: handover },
      { at: `${at}/responsible`, value: to },
    ]
    const seen = version
    void save((choice) => edit(edits, seen, { settle: choice, tell: true })).then((saved) => {
      if (!saved) return
      setTo('')
      setReason('')
    })
  }
  const others = people.filter(({ id }) => id !== from)
  return (
    <div className={css['hand-over']} data-hand-over="">
      <SelectField label={t('tasks.handOverTo')} value={to} choices={others} onChange={setTo} />
      <Field label={`${t('tasks.handOverWhy')} (${t('editing.optional')})`} value={reason} onChange={setReason} />
      <ActionButton action={handOver} context={{ to, run }} />
      {conflict === undefined ? null : (
        <ConflictRows key={conflict.version} conflict={conflict} onSettle={(choices) => void settle(choices)} onDrop={drop} />
      )}
      {failure === undefined ? null : (
        <p role="alert">
          <FailureText failure={failure} />
        </p>
      )}
    </div>
  )
}
