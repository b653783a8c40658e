import { type ReactNode, useState } from 'react'
import type { Language } from '../../app/preferences.tsx'
import { usePreferences } from '../../app/preferences.tsx'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { VersionsButton } from '../versions/versions-button.tsx'
import css from './export.module.css'
import { OfferPanel } from './offer-panel.tsx'
import { Recipients } from './recipients.tsx'
import { SavePanel } from './save-panel.tsx'
import type { Offer, Recipient } from './views.ts'

/** Recipient → what goes and what stays → ground for the transfer → signed and saved → verified. */
export function ExportScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { reference } = overview.identity
  const answer = useAnswer('plan.recipients', { reference })
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ recipients }) => {
          const [first] = recipients
          return first === undefined ? (
            <>
              <TitleRow title={t('section.export')} line={t('export.none')} />
              <Banner status="open" title={t('export.empty')} />
            </>
          ) : (
            <Plan
              reference={reference}
              paused={overview.readiness.pause !== null}
              recipients={recipients}
              first={
                recipients.find((each) => each.verdict.permitted && each.available) ?? recipients.find((each) => each.available) ?? first
              }
            />
          )
        }}
      </Answer>
    </SectionScreen>
  )
}

type PlanGiven = {
  readonly reference: string
  readonly paused: boolean
  readonly recipients: readonly Recipient[]
  readonly first: Recipient
}

function Plan({ reference, paused, recipients, first }: PlanGiven): ReactNode {
  const { t } = useSpeech()
  const { language: own } = usePreferences()
  const [recipient, setRecipient] = useState(first.id)
  const [language, setLanguage] = useState<Language>(own)
  const chosen = recipients.find((each) => each.id === recipient) ?? first
  const offer = useAnswer('plan.offer', { reference, recipient: chosen.id, language }, chosen.available)
  return (
    <>
      <PlanTitle reference={reference} chosen={chosen} offer={offer.data} />
      {offer.isError ? <FailureNote failure={offer.error.failure} /> : null}
      <div className={css['columns']}>
        <Recipients recipients={recipients} chosen={chosen.id} onChoose={setRecipient} />
        {offer.data === undefined || !chosen.available ? (
          <Banner status="na" title={t(chosen.available ? 'waiting' : 'refusal.profile')} />
        ) : (
          <>
            <OfferPanel offer={offer.data} language={language} />
            <SavePanel
              key={`${chosen.id} ${language}`}
              reference={reference}
              paused={paused}
              offer={offer.data}
              language={language}
              onLanguage={setLanguage}
            />
          </>
        )}
      </div>
    </>
  )
}

type TitleGiven = { readonly reference: string; readonly chosen: Recipient; readonly offer: Offer | undefined }

function PlanTitle({ reference, chosen, offer }: TitleGiven): ReactNode {
  const { t } = useSpeech()
  const verdict = t(chosen.verdict.permitted ? 'export.may' : 'export.mayNot')
  return (
    <TitleRow
      title={t('section.export')}
      line={[offer === undefined ? undefined : t('export.version', { n: offer.planVersion }), verdict]
        .filter((part) => part !== undefined)
        .join(' · ')}
    >
      <VersionsButton reference={reference} kinds={['plan']} />
    </TitleRow>
  )
}
