import type { ReactNode } from 'react'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseChips } from '../../components/case-fields/chips-field.tsx'
import { NewRecord } from '../../components/case-fields/new-record.tsx'
import type { NewField, Said } from '../../components/case-fields/new-record-fields.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseDay } from '../../components/case-fields/text-fields.tsx'
import css from './legal.module.css'
import { newestFirst, textIn, textsIn } from './legal-words.ts'

type Given = {
  /** Path of the list. */
  readonly at: string
  readonly title: string
  readonly help?: string
  readonly empty: string
  readonly add: string
  readonly fields: readonly NewField[]
  readonly record: (said: Said) => CaseRecord
  /** What a row says first, and what more. */
  readonly says: (record: CaseRecord) => string
  readonly more?: (record: CaseRecord) => readonly string[]
  readonly children: (at: string) => ReactNode
}

/** Facts of one kind, newest first: what happened, on which day, and the paper that proves it. */
export function FactList({ at, title, help, empty, add, fields, record: make, says, more, children }: Given): ReactNode {
  const { t, day } = useSpeech()
  const { today } = useRegister()
  const dayField: NewField = { kind: 'day', name: 'happenedOn', label: t('legal.day') }
  return (
    <section className={css['facts']} aria-label={title} data-facts={at}>
      <h3 className={css['kind']}>{title}</h3>
      {help === undefined ? null : <p className={css['small']}>{help}</p>}
      <CaseRecords
        at={at}
        label={title}
        empty={empty}
        order={newestFirst}
        name={(each) => `${says(each)} ${day(textIn(each, 'happenedOn'))}`}
        row={(each) => <Row says={says(each)} on={day(textIn(each, 'happenedOn'), today)} more={more?.(each) ?? []} record={each} />}
      >
        {(place) => (
          <>
            {children(place)}
            <CaseDay at={`${place}/happenedOn`} label={t('legal.day')} latest={today} needed={t('legal.dayNeeded')} />
            <Evidence at={`${place}/evidence`} />
          </>
        )}
      </CaseRecords>
      <NewRecord at={at} label={add} fields={[...fields, dayField]} record={(said) => ({ ...make(said), ...fact(said) })} />
    </section>
  )
}

export const fact = (said: Said): CaseRecord => ({ happenedOn: said['happenedOn'] ?? null, recordedAt: 'now' })

type RowGiven = { readonly says: string; readonly on: string; readonly more: readonly string[]; readonly record: CaseRecord }

function Row({ says, on, more, record }: RowGiven): ReactNode {
  const { t } = useSpeech()
  const papers = textsIn(record, 'evidence').length
  const facts = [...more, papers === 0 ? t('legal.noPaper') : t('legal.papers', { n: papers })].filter((each) => each !== '')
  return (
    <>
      <p className={css['says']}>
        {says} <span className={css['on']}>{on}</span>
      </p>
      <p className={css['small']}>{facts.join(' · ')}</p>
    </>
  )
}

/** Papers of the case that prove a fact. */
export function Evidence({ at }: { readonly at: string }): ReactNode {
  const { t, day } = useSpeech()
  const { held } = useCaseEditing()
  const documents = held('/documents')
  const choices = (Array.isArray(documents) ? documents : []).flatMap((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return []
    return [{ id: textIn(each, 'id'), label: t('legal.paper', { title: textIn(each, 'title'), day: day(textIn(each, 'issuedOn')) }) }]
  })
  if (choices.length === 0) return <p className={css['small']}>{t('legal.noDocuments')}</p>
  return <CaseChips at={at} label={t('legal.evidence')} choices={choices} optional />
}
