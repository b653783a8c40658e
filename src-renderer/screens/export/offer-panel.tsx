import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Language } from '../../app/preferences.tsx'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import css from './export.module.css'
import { nameOf } from './recipients.tsx'
import type { Offer } from './views.ts'

/** “Stannar kvar” is as visible as “Följer med”. */
export function OfferPanel({ offer, language }: { readonly offer: Offer; readonly language: Language }): ReactNode {
  const { t } = useSpeech()
  return (
    <Panel>
      <div className={css['part']}>
        <div className={css['two']}>
          <div>
            <h2>{t('export.goes')}</h2>
            <Goes offer={offer} />
          </div>
          <div>
            <h2>{t('export.stays')}</h2>
            <Stays offer={offer} />
          </div>
        </div>
      </div>
      <div className={css['part']}>
        <h2>{t('export.ground')}</h2>
        <Grounds offer={offer} language={language} />
      </div>
      <div className={css['part']}>
        <h2>{t('export.signatures')}</h2>
        <Signatures offer={offer} />
      </div>
    </Panel>
  )
}

function Goes({ offer }: { readonly offer: Offer }): ReactNode {
  const { t, tOr } = useSpeech()
  return (
    <ul className={cx(css['items'], css['goes'])}>
      {offer.goes.map(({ field, extent }) => (
        <li key={field}>
          <Check size={15} strokeWidth={2.2} aria-hidden="true" />
          {tOr([`plan.field.${field}`])}
          {extent === 'shortened' ? <span className={css['aside']}>{t('export.shortened')}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Stays({ offer }: { readonly offer: Offer }): ReactNode {
  const { t, tOr } = useSpeech()
  return (
    <ul className={cx(css['items'], css['stays'])}>
      {offer.stays.map(({ field, always, why }) => (
        <li key={field}>
          <Minus size={15} strokeWidth={2.2} aria-hidden="true" />
          <span>
            {tOr([`plan.field.${field}`])}
            <br />
            <span className={css['small']}>{tOr([`plan.stays.${why}`])}</span>
          </span>
          {always ? <span className={css['aside']}>{t('export.always')}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Grounds({ offer, language }: { readonly offer: Offer; readonly language: Language }): ReactNode {
  const { t, tOr, day } = useSpeech()
  const { grounds, recipient } = offer
  if (grounds === null) {
    return (
      <ul className={css['remains']}>
        <li>
          <Glyph status="open" size={14} />
          {t(`readiness.secrecy.${recipient.gap ?? 'not-checked'}`)}
        </li>
      </ul>
    )
  }
  return (
    <Facts
      rows={[
        [t('export.purpose'), tOr([`transfer-purpose.${grounds.purpose}`])],
        [
          t('export.secrecy'),
          <span key="secrecy">
            {tOr([`secrecy-ground.${grounds.secrecy}`])}
            <br />
            {t('export.checkedOn', { date: day(grounds.checkedOn) })}
          </span>,
        ],
        grounds.swedishInterests === null
          ? undefined
          : [t('export.swedishInterests'), t(grounds.swedishInterests ? 'export.compatible' : 'export.undecided')],
        [
          t('export.dataProtection'),
          [tOr([`data-protection-ground.${grounds.dataProtection}`]), grounds.lawCited].filter((part) => part !== null).join(', '),
        ],
        grounds.consentOn === null ? undefined : [t('export.consent'), t('export.consentOn', { date: day(grounds.consentOn) })],
        [t('export.language'), t(`user.language.${language}`)],
        [t('export.attachment'), t(offer.attachment ? 'export.withData' : 'export.withoutData')],
      ]}
    />
  )
}

function Signatures({ offer }: { readonly offer: Offer }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { signer, recipient } = offer
  return (
    <ul className={cx(css['items'], css['signatures'])}>
      <li>
        <Glyph status={signer === null ? 'stop' : 'open'} size={14} />
        <b>{signer === null ? t(offer.signerTrouble ?? 'export.noSigner') : `${signer.name}, ${signer.organisation}`}</b>
        <span>{t('export.youSign')}</span>
      </li>
      <li>
        <Glyph status="open" size={14} />
        <b>{nameOf(speech, recipient)}</b>
        <span>{t('export.theySign')}</span>
      </li>
      <li>
        <Glyph status="na" size={14} />
        <b>{t('export.timeStamp')}</b>
        <span>{t('export.noTimeStamp')}</span>
      </li>
    </ul>
  )
}
