import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure } from '#contract/operations.ts'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { type Deciding, decideBestInterests } from '../../app/actions/best-interests.ts'
import { useChanges } from '../../app/changes.tsx'
import { type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useAutosave } from '../../app/editing/use-autosave.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextBox } from '../../components/text-area.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './best-interests.module.css'
import { PanelMembers } from './panel-members.tsx'

type Draft = {
  readonly outcome: string
  readonly reasons: string
  readonly decidedOn: string
  readonly reviewBy: string
  readonly dissentBy: string
  readonly dissent: string
}
const empty: Draft = { outcome: '', reasons: '', decidedOn: '', reviewBy: '', dissentBy: '', dissent: '' }
const isDraft = (value: Json): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(empty).every((name) => typeof value[name] === 'string')

const isDay = (words: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(words)

type Given = { readonly reference: string; readonly opened: OpenedForm; readonly onDecided: () => void }

/** Panel and decision. What is being written is kept as a draft; it becomes the decision, for ever, only when it is completed. */
export function DecisionDesk({ reference, opened, onDecided }: Given): ReactNode {
  const { t, tOr } = useSpeech()
  const { save } = useChanges()
  const { held, version } = useCaseEditing()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const field = useAutosave<Draft>({
    place: `form:${opened.id}:${opened.index}:decision`,
    held: empty,
    // Words of a decision are a draft until it is completed: they wait, and nothing of them is saved before.
    fault: () => '',
    isShown: isDraft,
    attempt: async () => ({ ok: true, value: { version } }),
  })
  const draft = field.shown
  const set = (change: Partial<Draft>): void => field.type({ ...draft, ...change })
  const panel = held(`/bestInterests/${opened.index}/panel`)
  const decide = async (): Promise<void> => {
    setBusy(true)
    const made = await save('best-interests.decide', {
      reference,
      version: opened.version,
      index: opened.index,
      decision: {
        decidedOn: draft.decidedOn,
        outcome: draft.outcome,
        reasons: draft.reasons,
        dissent: draft.dissent.trim() === '' || draft.dissentBy.trim() === '' ? [] : [{ by: draft.dissentBy, text: draft.dissent }],
        ...(isDay(draft.reviewBy) ? { reviewBy: draft.reviewBy } : {}),
      },
      operationId: ulid(),
    })
    setBusy(false)
    setFailure(made.ok ? undefined : made.error)
    if (!made.ok) return
    field.drop()
    onDecided()
  }
  const deciding: Deciding = {
    left: opened.faults.length,
    members: Array.isArray(panel) ? panel.length : 0,
    decided: draft.outcome !== '' && draft.reasons.trim() !== '' && isDay(draft.decidedOn),
    busy,
    decide: () => void decide(),
  }
  return (
    <>
      <PanelMembers index={opened.index} />
      <Panel title={t('best-interests.outcome')}>
        <div className={css['body']} data-decision="">
          <SelectField
            label={t('best-interests.outcome')}
            value={draft.outcome}
            choices={(opened.bestInterests?.outcomes ?? []).map((id) => ({ id, label: tOr([`best-interests-outcome.${id}`]) }))}
            onChange={(outcome) => set({ outcome })}
          />
          <TextBox
            label={t('best-interests.reasons')}
            value={draft.reasons}
            onChange={(reasons) => set({ reasons })}
            onLeave={field.leave}
          />
          <Field
            label={t('best-interests.decidedOn')}
            value={draft.decidedOn}
            onChange={(decidedOn) => set({ decidedOn })}
            onLeave={field.leave}
            help={t('forms.dayHelp')}
          />
          <Field
            label={t('best-interests.reviewBy')}
            value={draft.reviewBy}
            onChange={(reviewBy) => set({ reviewBy })}
            onLeave={field.leave}
          />
          <Field
            label={t('best-interests.dissentBy')}
            value={draft.dissentBy}
            onChange={(dissentBy) => set({ dissentBy })}
            onLeave={field.leave}
          />
          <TextBox
            label={t('best-interests.dissent')}
            value={draft.dissent}
            onChange={(dissent) => set({ dissent })}
            onLeave={field.leave}
          />
          {failure === undefined ? null : (
            <p role="alert">
              <FailureText failure={failure} />
            </p>
          )}
          <ActionButton action={decideBestInterests} context={deciding} look="primary" />
        </div>
      </Panel>
    </>
  )
}
