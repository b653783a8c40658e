import type { ReactNode } from 'react'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { NewRecord } from '../../components/case-fields/new-record.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseDay, CaseText } from '../../components/case-fields/text-fields.tsx'
import { Evidence, fact } from '../legal/fact-list.tsx'
import { newestFirst, stepChoices, textIn } from '../legal/legal-words.ts'
import css from './people.module.css'
import { personOf } from './person-words.ts'

/** Who is appointed by an authority to act for the child. */
const appointed: ReadonlySet<string> = new Set(['guardian', 'appointed-custodian', 'special-representative', 'counsel'])
const steps = ['applied', 'appointed', 'ended'] as const

/** Asked for, appointed, ended: the days from which the child has somebody who acts for it. */
export function Appointments({ at, record }: { readonly at: string; readonly record: CaseRecord }): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { today } = useRegister()
  const held = record['appointments'] ?? null
  const there = Array.isArray(held) && held.length > 0
  if (!there && !personOf(record).roles.some((role) => appointed.has(role))) return null
  const list = `${at}/appointments`
  const stepWords = stepChoices(speech, 'record.value', steps)
  const says = (each: CaseRecord): string => `${t(`record.value.${textIn(each, 'step')}`)} ${day(textIn(each, 'happenedOn'))}`
  return (
    <section className={css['group']} aria-label={t('people.appointments')}>
      <h2 className={css['group-title']}>{t('people.appointments')}</h2>
      <div className={css['fields']}>
        <p className={css['small']}>{t('people.appointments.help')}</p>
        <CaseRecords
          at={list}
          label={t('people.appointments')}
          empty={t('people.appointments.empty')}
          order={newestFirst}
          name={says}
          row={(each) => (
            <>
              <p>{says(each)}</p>
              <p className={css['small']}>{textIn(each, 'by')}</p>
            </>
          )}
        >
          {(place) => (
            <>
              <CaseChoice at={`${place}/step`} label={t('legal.step')} choices={stepWords} />
              <CaseText at={`${place}/by`} label={t('people.appointedBy')} optional size="middle" />
              <CaseDay at={`${place}/happenedOn`} label={t('legal.day')} latest={today} needed={t('legal.dayNeeded')} />
              <Evidence at={`${place}/evidence`} />
            </>
          )}
        </CaseRecords>
        <NewRecord
          at={list}
          label={t('people.appointments.add')}
          fields={[
            { kind: 'choice', name: 'step', label: t('legal.step'), choices: stepWords },
            { kind: 'day', name: 'happenedOn', label: t('legal.day') },
          ]}
          record={(said) => ({ step: said['step'] ?? null, ...fact(said) })}
        />
      </div>
    </section>
  )
}
