import type { ReactNode } from 'react'
import type { FollowUpView } from '#contract/views.ts'
import { useAnswer } from '../../app/queries.ts'
import { numberWord, sentence } from '../../app/reasons.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { ContactsPicture } from '../../pictures/contacts-picture.tsx'
import { ContactTable } from './contact-table.tsx'
import css from './follow-up.module.css'

/** When somebody asks after the child, in which window, with which grace; and who has agreed to do it. */
export function FollowUpScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const answer = useAnswer('case.follow-up', { reference: overview.identity.reference })
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ followUp }) =>
          followUp.contacts.length === 0 ? (
            <>
              <TitleRow title={t('section.follow-up')} line={t('follow-up.none')} />
              <Banner status="open" title={t('follow-up.empty')} />
              <Agreements followUp={followUp} />
            </>
          ) : (
            <Series followUp={followUp} hopedFor={overview.identity.departureStanding === 'hoped-for'} />
          )
        }
      </Answer>
    </SectionScreen>
  )
}

function Series({ followUp, hopedFor }: { readonly followUp: FollowUpView; readonly hopedFor: boolean }): ReactNode {
  const speech = useSpeech()
  const { t, tOr, day } = speech
  const { contacts, dayZero, handedOver } = followUp
  const line = [
    t('follow-up.count', {
      word: sentence(numberWord(speech, contacts.length)),
      from: day(contacts[0]?.due ?? ''),
      to: day(contacts.at(-1)?.due ?? ''),
    }),
    dayZero === null
      ? undefined
      : t(handedOver ? 'follow-up.handedOver' : hopedFor ? 'follow-up.hopedFor' : 'follow-up.planned', { date: day(dayZero) }),
  ]
  return (
    <>
      <TitleRow title={t('section.follow-up')} line={line.filter((part) => part !== undefined).join(' · ')} />
      {followUp.calendarKnown ? null : (
        <Banner status="soon" title={t('follow-up.calendarUnknown', { country: tOr([`country.${followUp.country}`]) })}>
          <p>{t('follow-up.calendarUnknownWhat')}</p>
        </Banner>
      )}
      <div className={css['columns']}>
        <ContactsPicture followUp={followUp} />
        <Agreements followUp={followUp} />
      </div>
      <ContactTable contacts={contacts} />
    </>
  )
}

function Agreements({ followUp }: { readonly followUp: FollowUpView }): ReactNode {
  const { t, day } = useSpeech()
  return (
    <Panel title={t('follow-up.agreement')}>
      {followUp.agreements.map((agreement) => (
        <div key={`${agreement.on} ${agreement.recipient} ${agreement.channel}`} className={css['agreement']}>
          <Facts
            rows={[
              [t('follow-up.agreedOn'), day(agreement.on)],
              [t('follow-up.responsible'), agreement.responsible],
              [t('follow-up.channel'), agreement.channel],
              [t('follow-up.alarmRoute'), agreement.alarmRoute],
            ]}
          />
        </div>
      ))}
      <p className={css['note']}>{t(followUp.agreements.length === 0 ? 'follow-up.notAgreed' : 'follow-up.authority')}</p>
    </Panel>
  )
}
