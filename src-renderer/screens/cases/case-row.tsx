import type { ReactNode } from 'react'
import { GridListItem } from 'react-aria-components'
import type { SearchHitView } from '#contract/search.ts'
import type { IdentityView } from '#contract/views.ts'
import { ageOf, departureLabel } from '../../app/reasons.ts'
import { useRegister } from '../../app/status-context.ts'
import { daysBetween, useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { phaseNumber } from '../../components/phase.ts'
import { verdictOf } from '../../components/status.ts'
import { StatusTag } from '../../components/status-tag.tsx'
import { SafeguardStrip } from '../../pictures/safeguard-strip.tsx'
import css from './cases.module.css'
import { HitPlaces } from './hit-places.tsx'

type Given = { readonly identity: IdentityView; readonly hit?: SearchHitView | undefined }

/** One case: who, safeguards, the next step and what it is for, departure, verdict. Never a name. */
export function CaseRow({ identity, hit }: Given): ReactNode {
  const speech = useSpeech()
  const { t, tOr, weekday, daysAhead } = speech
  const { today } = useRegister()
  const verdict = verdictOf(identity)
  const next =
    identity.pausedSince !== null
      ? t('readiness.resume.talk')
      : identity.next === null
        ? t('cases.nothingLeft')
        : t(`readiness.next.${identity.next.gate}`)
  const purpose =
    identity.next === null || identity.pausedSince !== null
      ? t(`phase.${phaseNumber(identity.phase)}`)
      : t(`cases.for.${identity.next.act}`)
  return (
    <GridListItem id={identity.reference} textValue={identity.reference} className={cx(css['row'])}>
      <div>
        <div className={css['who']}>
          {identity.reference}
          <span>{identity.alias}</span>
        </div>
        <div className={css['small']}>{[ageOf(speech, identity), tOr([`country.${identity.country}`])].join(' · ')}</div>
      </div>
      <div className={css['strip-cell']}>
        <SafeguardStrip ticks={identity.ticks} />
        <div className={css['small']}>{t('identity.count', { met: identity.met, total: identity.total })}</div>
      </div>
      <div>
        <div className={css['step']}>{next.replace(/\.$/, '')}</div>
        <div className={css['small']}>{purpose}</div>
      </div>
      <div className={css['when-cell']}>
        <div className={css['when']}>{identity.departure === null ? t('identity.noDeparture') : weekday(identity.departure, today)}</div>
        <div className={css['small']}>
          {identity.departure === null
            ? null
            : [departureLabel(speech, identity).toLowerCase(), daysAhead(daysBetween(today, identity.departure))].join(' · ')}
        </div>
      </div>
      <div>
        <StatusTag status={verdict.status} small>
          {t(verdict.key, { n: verdict.n })}
        </StatusTag>
      </div>
      {hit === undefined ? null : <HitPlaces hit={hit} />}
    </GridListItem>
  )
}
