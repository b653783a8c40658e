import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { type RetentionDecision, retentionDecisionSchema } from '#domain/deadlines/retention-decision.ts'
import { keepDecision } from '../../app/actions/weeding.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { SelectField } from '../../components/select-field.tsx'
import { TextBox } from '../../components/text-area.tsx'
import { Field } from '../../components/text-field.tsx'
import { FormFoot } from '../settings/form-foot.tsx'
import { FormShell } from '../settings/form-shell.tsx'

type Given = Pick<Output<'retention.list'>, 'decision' | 'on'> & { readonly onClose: () => void }
type From = RetentionDecision['from']
const starts: readonly From[] = ['last-entry', 'closure', 'birth']

/** The decision in words with its number, how long, counted from what, by whom and when. It is journalled, and judges from its day on. */
export function DecisionForm({ decision, on, onClose }: Given): ReactNode {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const [years, setYears] = useState('')
  const [from, setFrom] = useState<From>(decision?.from ?? 'last-entry')
  const [decidedBy, setDecidedBy] = useState('')
  const [decidedOn, setDecidedOn] = useState(on)
  const command = useCommand('retention.decide')
  const { idOf } = useAttempt()
  const given = { text: text.trim(), years: Number(years), from, decidedBy: decidedBy.trim(), decidedOn: decidedOn.trim() }
  const parsed = retentionDecisionSchema.safeParse(given)
  const wanting = parsed.success ? undefined : String(parsed.error.issues[0]?.path[0])
  const run = (): void =>
    parsed.success
      ? command.mutate({ decision: parsed.data, operationId: idOf(JSON.stringify(parsed.data)) }, { onSuccess: onClose })
      : undefined
  return (
    <FormShell label={t('weeding.own')}>
      <TextBox label={t('weeding.own.text')} value={text} onChange={setText} help={t('weeding.own.text.help')} />
      <Field label={t('weeding.own.years')} value={years} onChange={setYears} help={t('weeding.own.years.help')} />
      <SelectField
        label={t('weeding.own.from')}
        value={from}
        choices={starts.map((id) => ({ id, label: t(`retention.from.${id}`) }))}
        onChange={(id) => setFrom(starts.find((each) => each === id) ?? from)}
      />
      <Field label={t('weeding.own.by')} value={decidedBy} onChange={setDecidedBy} />
      <Field label={t('weeding.own.on')} value={decidedOn} onChange={setDecidedOn} help={t('weeding.own.on.help')} />
      <FormFoot
        action={keepDecision}
        context={{ wanting, busy: command.isPending, run }}
        onCancel={onClose}
        failure={command.error?.failure}
      />
    </FormShell>
  )
}
