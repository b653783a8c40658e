import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import type { CodedChoice } from '../../components/case-fields/choice-fields.tsx'
import { CaseCombo } from '../../components/case-fields/combo-field.tsx'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import { CaseDay, CaseProse, CaseText } from '../../components/case-fields/text-fields.tsx'
import { HandOver } from './hand-over.tsx'
import { sourceId, sourceOf, sourceWords, textOf } from './task-words.ts'
import css from './tasks.module.css'

type Given = {
  readonly at: string
  readonly record: CaseRecord
  readonly people: readonly CodedChoice[]
  readonly sources: readonly CodedChoice[]
  readonly personWords: (id: string) => string
}

/** What, why, who, by when, and where it comes from. */
export function TaskFields({ at, record, people, sources, personWords }: Given): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const held = sourceId(record['from'] ?? null)
  const known = held === '' || sources.some(({ id }) => id === held)
  const choices = known ? sources : [...sources, { id: held, label: sourceWords(speech, held) }]
  const handovers = Array.isArray(record['handovers']) ? record['handovers'] : []
  const responsible = textOf(record, 'responsible')
  return (
    <>
      <CaseText at={`${at}/title`} label={t('tasks.title')} needed={t('tasks.titleNeeded')} />
      <CaseProse at={`${at}/why`} label={t('tasks.why')} optional />
      <div className={css['pair']}>
        <CaseCombo at={`${at}/responsible`} label={t('tasks.who')} choices={people} optional />
        <CaseDay at={`${at}/dueOn`} label={t('tasks.when')} optional />
      </div>
      <CaseCombo
        at={`${at}/from`}
        label={t('tasks.from')}
        choices={choices}
        optional
        size="full"
        keeps={{ shown: sourceId, value: sourceOf }}
      />
      {handovers.length === 0 ? null : (
        <ol className={css['past']} data-handovers="">
          {handovers.map((each) => {
            if (typeof each !== 'object' || each === null || Array.isArray(each)) return null
            const [from, to, on] = [textOf(each, 'from'), textOf(each, 'to') ?? '', textOf(each, 'happenedOn') ?? '']
            const values = { to: personWords(to), day: day(on) }
            const words =
              from === undefined ? t('tasks.handedOverFirst', values) : t('tasks.handedOver', { from: personWords(from), ...values })
            return (
              <li key={textOf(each, 'recordedAt')}>{[words, textOf(each, 'reason')].filter((part) => part !== undefined).join('. ')}</li>
            )
          })}
        </ol>
      )}
      <HandOver at={at} from={responsible} people={people} />
    </>
  )
}
