import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { IdentityView } from '#contract/views.ts'
import { showSafeguards } from '../app/actions/show-safeguards.ts'
import { useWindowContext } from '../app/actions/window-context.ts'
import { useNames } from '../app/names.tsx'
import { ageOf, departureLabel } from '../app/reasons.ts'
import { keysInWords } from '../app/shortcuts.ts'
import { useRegister } from '../app/status-context.ts'
import { daysBetween, useSpeech } from '../app/text.ts'
import { SafeguardStrip } from '../pictures/safeguard-strip.tsx'
import { cx } from './cx.ts'
import css from './identity-bar.module.css'
import { phaseNumber } from './phase.ts'
import { verdictOf } from './status.ts'
import { StatusTag } from './status-tag.tsx'

/** The same on every screen of a case: who, where on the way, how many safeguards, the verdict. */
export function IdentityBar({ identity }: { readonly identity: IdentityView }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const context = useWindowContext()
  const names = useNames()
  const verdict = verdictOf(identity)
  const facts = [ageOf(speech, identity), tOr([`country.${identity.country}`])].join(' · ')
  return (
    <section className={css['bar']} aria-label={t('identity.label')} data-pane="">
      <div>
        <div className={css['who']}>
          <span className={css['reference']}>{identity.reference}</span>
          <span className={css['alias']}>{names.child(identity.reference) ?? identity.alias}</span>
        </div>
        <div className={cx(css['small'], css['facts'])}>{facts}</div>
        <div className={cx(css['small'], css['narrow'])}>
          <Departure identity={identity} />
        </div>
      </div>
      <span className={css['divider']} />
      <div className={css['phase']}>
        <div className={css['small']}>{t('identity.phase', { n: phaseNumber(identity.phase) })}</div>
        <div className={css['value']}>{tOr([`phase.${phaseNumber(identity.phase)}`])}</div>
      </div>
      <span className={cx(css['divider'], css['phase'])} />
      <div className={css['departure']}>
        <div className={css['small']}>{departureLabel(speech, identity)}</div>
        <div className={css['value']}>
          <Departure identity={identity} />
        </div>
      </div>
      <Button className={cx(css['safeguards'])} onPress={() => showSafeguards.run(context)}>
        <span className={css['count']}>
          {identity.overridden > 0
            ? t('identity.countOverridden', { met: identity.met, total: identity.total, overridden: identity.overridden })
            : t('identity.count', { met: identity.met, total: identity.total })}
          <SafeguardStrip ticks={identity.ticks} />
        </span>
        <span className={cx(css['small'], css['key-line'])}>
          {t('identity.safeguardsMet')}
          <kbd className={css['key']}>{keysInWords(showSafeguards.keys ?? '')}</kbd>
        </span>
      </Button>
      <StatusTag status={verdict.status}>{t(verdict.key, { n: verdict.n })}</StatusTag>
      <VerdictNews text={t(verdict.key, { n: verdict.n })} />
    </section>
  )
}

function Departure({ identity }: { readonly identity: IdentityView }): ReactNode {
  const { t, weekday, daysAhead } = useSpeech()
  const { today } = useRegister()
  if (identity.departure === null) return t('identity.noDeparture')
  const day = weekday(identity.departure, today)
  if (identity.pausedSince !== null) return t('identity.cannotBook', { day })
  return `${day} · ${daysAhead(daysBetween(today, identity.departure))}`
}

/** Tells a screen reader once when the verdict has changed. */
function VerdictNews({ text }: { readonly text: string }): ReactNode {
  const last = useRef(text)
  const [news, setNews] = useState('')
  useEffect(() => {
    if (last.current !== text) setNews(text)
    last.current = text
  }, [text])
  return (
    <div role="status" className={css['news']}>
      {news}
    </div>
  )
}
