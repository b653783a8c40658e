import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { CaseDay, CaseNumber, CaseText } from '../../components/case-fields/text-fields.tsx'
import { FactList } from './fact-list.tsx'
import css from './legal.module.css'
import { permitIds, stepChoices, textIn } from './legal-words.ts'

const steps = ['applied', 'granted', 'refused', 'withdrawn'] as const

/** Each step of each permit: applied for, decided, withdrawn. The clocks are worked out from what was granted. */
export function Permits(): ReactNode {
  const speech = useSpeech()
  const { t, tOr, day } = speech
  const permits = stepChoices(speech, 'permit', permitIds)
  const stepWords = stepChoices(speech, 'record.value', steps)
  return (
    <FactList
      at="/legal/permits"
      title={t('legal.permits')}
      empty={t('legal.permits.empty')}
      add={t('legal.permits.add')}
      fields={[
        { kind: 'choice', name: 'permit', label: t('legal.permit'), choices: permits },
        { kind: 'choice', name: 'step', label: t('legal.step'), choices: stepWords },
      ]}
      record={({ permit = '', step = '' }) => ({ permit, step })}
      says={(each) =>
        t('legal.permits.says', {
          permit: tOr([`permit.${textIn(each, 'permit')}`]),
          step: t(`record.value.${textIn(each, 'step')}`).toLowerCase(),
        })
      }
      more={(each) => [
        textIn(each, 'by'),
        typeof each['days'] === 'number' ? t('legal.daysLong', { n: each['days'] }) : '',
        textIn(each, 'validThrough') === '' ? '' : t('legal.through', { day: day(textIn(each, 'validThrough')) }),
      ]}
    >
      {(at) => (
        <>
          <CaseChoice at={`${at}/permit`} label={t('legal.permit')} choices={permits} needed={t('legal.permitNeeded')} />
          <CaseChoice at={`${at}/step`} label={t('legal.step')} choices={stepWords} />
          <CaseText at={`${at}/by`} label={t('legal.by')} optional size="middle" />
          <div className={css['pair']}>
            <CaseDay at={`${at}/validThrough`} label={t('legal.validThrough')} help={t('legal.validThrough.help')} optional />
            <CaseNumber at={`${at}/days`} label={t('legal.days')} help={t('legal.days.help')} least={1} most={3650} optional />
          </div>
        </>
      )}
    </FactList>
  )
}
