import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { transferPurposes } from '#domain/case/consent.ts'
import { checkSecrecy, newTransferConsent, withdrawTransfer } from '../../app/actions/consent.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useSettling } from '../../app/settling.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import css from './consent.module.css'
import { type Recipient, recipientWords } from './recipient-words.ts'
import { consentStep, newestOf, type Records } from './records.ts'
import { SecrecyForm } from './secrecy-form.tsx'
import { TransferConsentForm } from './transfer-consent-form.tsx'
import { whoInWords } from './voices.ts'

type Given = { readonly view: Output<'consent.view'>; readonly records: Records; readonly paused: boolean }

/** To whom information about the child may go: consent and secrecy for each recipient. */
export function Recipients({ view, records, paused }: Given): ReactNode {
  const { t } = useSpeech()
  const { mayChange, draftOf } = useCaseEditing()
  const [consenting, setConsenting] = useState(() => draftOf('/transfers/consents/+') !== undefined)
  return (
    <Panel title={t('consent.transfers')}>
      <div className={css['body']} data-recipients="">
        {view.recipients.length === 0 ? <p className={css['aside']}>{t('consent.noRecipients')}</p> : null}
        <ul className={css['rows']}>
          {view.recipients.map((recipient) => (
            <RecipientRow key={recipient.id} recipient={recipient} records={records} paused={paused} />
          ))}
        </ul>
        {!mayChange || view.recipients.length === 0 ? null : consenting ? (
          <TransferConsentForm view={view} onClose={() => setConsenting(false)} />
        ) : (
          <div>
            <ActionButton action={newTransferConsent} context={{ run: () => setConsenting(true) }} />
          </div>
        )}
      </div>
    </Panel>
  )
}

type RowGiven = { readonly recipient: Recipient; readonly records: Records; readonly paused: boolean }

function RecipientRow({ recipient, records, paused }: RowGiven): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { mayChange, draftOf } = useCaseEditing()
  const [checking, setChecking] = useState(() => draftOf(`secrecy:${recipient.id}`) !== undefined)
  const name = recipientWords(speech, recipient)
  const check = newestOf(records.checks.filter((each) => each.recipient === recipient.id))
  return (
    <li className={css['recipient']} data-recipient={recipient.id}>
      <div className={css['line']}>
        <b>{name}</b>
        <Verdict recipient={recipient} paused={paused} />
      </div>
      <Consents recipient={recipient} name={name} records={records} />
      {check === undefined ? null : (
        <p className={css['aside']}>
          {t('consent.checked', {
            day: day(check.happenedOn),
            outcome: t(`record.value.${check.outcome}`).toLowerCase(),
            official: whoInWords(speech, check.official, 'consent.officialHidden'),
            secrecy: speech.tOr([`secrecy-ground.${check.secrecyGround}`]),
            protection: speech.tOr([`data-protection-ground.${check.dataProtectionGround}`]),
          })}
        </p>
      )}
      {!mayChange ? null : checking ? (
        <SecrecyForm recipient={recipient} onClose={() => setChecking(false)} />
      ) : (
        <div>
          <ActionButton action={checkSecrecy} context={{ run: () => setChecking(true) }} look="bar" about={name} />
        </div>
      )}
    </li>
  )
}

/** While the case is paused nothing goes anywhere, whatever was checked before. */
function Verdict({ recipient: { gap, coveredOn }, paused }: Pick<RowGiven, 'recipient' | 'paused'>): ReactNode {
  const { t, day } = useSpeech()
  if (paused) return <StatusText status="pause">{t('consent.nothingGoes')}</StatusText>
  if (gap === null) return <StatusText status="met">{t('consent.covered', { day: day(coveredOn ?? '') })}</StatusText>
  return <StatusText status={gap === 'consent-withdrawn' ? 'stop' : 'open'}>{t(`readiness.secrecy.${gap}`)}</StatusText>
}

type ConsentsGiven = Omit<RowGiven, 'paused'> & { readonly name: string }

function Consents({ recipient, name, records }: ConsentsGiven): ReactNode {
  const { t, day } = useSpeech()
  const { today } = useRegister()
  const { edit, mayChange, version } = useCaseEditing()
  const { failure, save } = useSettling()
  const withdraw = (purpose: string): void => {
    const value = { happenedOn: today, recordedAt: 'now', step: 'withdrawn', recipients: [recipient.id], purpose, by: ['child'] }
    const seen = version
    void save((settle) => edit([{ at: '/transfers/consents/+', value }], seen, { settle }))
  }
  return (
    <>
      {transferPurposes.map((purpose) => {
        const last = consentStep(records, recipient.id, purpose)
        if (last === undefined) return null
        const given = last.step === 'given'
        return (
          <div key={purpose} className={css['line']} data-consent={purpose}>
            <StatusText status={given ? 'met' : 'stop'} small>
              {t(given ? 'consent.transferGiven' : 'consent.transferWithdrawn', {
                purpose: t(`transfer-purpose.${purpose}`),
                day: day(last.happenedOn),
              })}
            </StatusText>
            {given && mayChange ? (
              <ActionButton
                action={withdrawTransfer}
                context={{ run: () => withdraw(purpose) }}
                look="bar"
                about={`${name}, ${t(`transfer-purpose.${purpose}`)}`}
              />
            ) : null}
          </div>
        )
      })}
      {failure === undefined ? null : (
        <p role="alert" className={css['failure']}>
          <FailureText failure={failure} />
        </p>
      )}
    </>
  )
}
