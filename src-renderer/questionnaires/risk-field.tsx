import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { RiskAnswer } from '#domain/questionnaires/answer.ts'
import { addMeasure, removeMeasure } from '../app/actions/forms.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from '../components/action-button.tsx'
import { cx } from '../components/cx.ts'
import { Segment } from '../components/segment.tsx'
import { type HalfRisk, halfOf, wholeOf, withDigit } from './half-risk.ts'
import { isTyping } from './keys.ts'
import type { FieldGiven } from './option-field.tsx'
import css from './questionnaires.module.css'

type Present = Extract<RiskAnswer, { readonly finding: 'present' }>
type Measure = Present['measures'][number]

/** One factor: there or not, likelihood and severity before and after measures, each measure with who and how far, source and how sure. */
export function RiskField({ field }: FieldGiven<'risk'>): ReactNode {
  const { t } = useSpeech()
  const held = field.answer !== undefined && 'risk' in field.answer ? field.answer.risk : undefined
  const [half, setHalf] = useState<HalfRisk>()
  const shown = half ?? halfOf(held)
  const put = (next: HalfRisk, choose = true): void => {
    const whole = wholeOf(next)
    setHalf(whole === undefined ? next : undefined)
    if (whole !== undefined) (choose ? field.choose : field.type)({ risk: whole })
  }
  const press = (event: KeyboardEvent): void => {
    if (field.readOnly || isTyping(event) || event.ctrlKey || event.altKey) return
    const key = event.key.toUpperCase()
    const next =
      key === t('forms.key.absent')
        ? ({ ...shown, finding: 'absent' } as const)
        : key === t('forms.key.unknownFactor')
          ? ({ ...shown, finding: 'unknown' } as const)
          : key === t('forms.key.measure') && shown.finding === 'present'
            ? { ...shown, measures: [...shown.measures, { text: '', state: 'planned' as const }] }
            : /^[1-4]$/.test(key)
              ? withDigit(shown, Number(key))
              : undefined
    if (next === undefined) return
    event.preventDefault()
    put(next)
  }
  return (
    <fieldset className={css['risk']} disabled={field.readOnly} data-risk={shown.finding ?? ''} onKeyDown={press}>
      <Segment
        label={t('forms.finding')}
        value={shown.finding ?? ''}
        choices={findings.map((id) => ({ id, label: t(`forms.finding.${id}`) }))}
        onChange={(id) => {
          const finding = findings.find((each) => each === id)
          if (finding !== undefined) put({ ...shown, finding })
        }}
      />
      {shown.finding === 'present' ? (
        <>
          <Steps label={t('forms.before')} of={shown.inherent} onChange={(inherent) => put({ ...shown, inherent })} />
          <Measures measures={shown.measures} onChange={(measures, choose) => put({ ...shown, measures }, choose)} onLeave={field.leave} />
          <Segment
            label={t('forms.after')}
            value={shown.after}
            choices={afters.map((id) => ({ id, label: t(`forms.after.${id}`) }))}
            onChange={(after) => put({ ...shown, after })}
          />
          {shown.after === 'rated' ? (
            <Steps label={t('forms.after')} of={shown.residual} onChange={(residual) => put({ ...shown, residual })} />
          ) : null}
          <Line
            label={t('forms.source')}
            value={shown.source}
            onChange={(source) => put({ ...shown, source }, false)}
            onLeave={field.leave}
          />
          <Segment
            label={t('forms.reliability')}
            value={shown.reliability ?? ''}
            choices={(['A', 'B', 'C', 'D'] as const).map((id) => ({ id, label: t(`reliability.${id}`) }))}
            onChange={(id) => put({ ...shown, reliability: (['A', 'B', 'C', 'D'] as const).find((each) => each === id) })}
          />
        </>
      ) : null}
    </fieldset>
  )
}

const findings = ['present', 'absent', 'unknown'] as const
const afters = ['none', 'rated', 'unknown'] as const
const four = ['1', '2', '3', '4'] as const
type StepsGiven = {
  readonly label: string
  readonly of: HalfRisk['inherent']
  readonly onChange: (of: HalfRisk['inherent']) => void
}

function Steps({ label, of, onChange }: StepsGiven): ReactNode {
  const { t } = useSpeech()
  const axis = (name: 'likelihood' | 'severity') => (
    <Segment
      label={`${label}, ${t(`forms.${name}`)}`}
      value={of[name] === undefined ? '' : String(of[name])}
      choices={four.map((id) => ({ id, label: `${id} ${t(`${name}.${id}`)}` }))}
      onChange={(id) => onChange({ ...of, [name]: four.indexOf(id as (typeof four)[number]) + 1 })}
    />
  )
  return (
    <div className={css['steps']}>
      {axis('likelihood')}
      {axis('severity')}
    </div>
  )
}

type LineGiven = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
}

function Line({ label, value, onChange, onLeave }: LineGiven): ReactNode {
  return (
    <TextField className={cx(css['typed'])} value={value} onChange={onChange} onBlur={onLeave}>
      <Label className={cx(css['label'])}>{label}</Label>
      <Input className={cx(css['line'])} maxLength={300} autoComplete="off" />
    </TextField>
  )
}

type MeasuresGiven = {
  readonly measures: readonly Measure[]
  readonly onChange: (measures: readonly Measure[], choose: boolean) => void
  readonly onLeave: () => void
}

function Measures({ measures, onChange, onLeave }: MeasuresGiven): ReactNode {
  const { t } = useSpeech()
  const set = (at: number, change: Partial<Measure>, choose: boolean): void =>
    onChange(
      measures.map((each, index) => (index === at ? { ...each, ...change } : each)),
      choose,
    )
  return (
    <div className={css['measures']}>
      {measures.map((measure, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a measure has no name of its own
        <div key={at} className={css['measure']} data-measure={at}>
          <Line label={t('forms.measure.text')} value={measure.text} onChange={(text) => set(at, { text }, false)} onLeave={onLeave} />
          <Line
            label={t('forms.measure.responsible')}
            value={measure.responsible ?? ''}
            onChange={(responsible) => set(at, { responsible }, false)}
            onLeave={onLeave}
          />
          <Line label={t('forms.measure.on')} value={measure.on ?? ''} onChange={(on) => set(at, { on }, false)} onLeave={onLeave} />
          <Segment
            label={t('forms.measure.state')}
            value={measure.state}
            choices={(['planned', 'done', 'guaranteed'] as const).map((id) => ({ id, label: t(`risk.measure.${id}`) }))}
            onChange={(state) => set(at, { state }, true)}
          />
          <ActionButton
            action={removeMeasure}
            context={{
              remove: () =>
                onChange(
                  measures.filter((_, index) => index !== at),
                  true,
                ),
            }}
            look="link"
            about={measure.text}
          />
        </div>
      ))}
      <ActionButton action={addMeasure} context={{ add: () => onChange([...measures, { text: '', state: 'planned' }], false) }} />
    </div>
  )
}
