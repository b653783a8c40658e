import { type ReactNode, useState } from 'react'
import type { PartnerView } from '#contract/directory-views.ts'
import type { Output } from '#contract/operations.ts'
import { editPartner, revealPartner } from '../../app/actions/partners.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { FailureLine } from '../../components/failure-note.tsx'
import { Facts, GroupRow, Panel } from '../../components/panel.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import { CheckForm } from './check-form.tsx'
import css from './partners.module.css'
import { nameOf, placeOf, statusOf } from './words.ts'

type Revealed = Output<'partner.reveal'>

/** One partner: what it can do, whether it can be trusted and reached, and who checked it when. */
export function PartnerPane({ id, onEdit }: { readonly id: string; readonly onEdit: (revealed: Revealed) => void }): ReactNode {
  const answer = useAnswer('partner.show', { id })
  return <Answer query={answer}>{(partner) => <Shown key={`${id} ${partner.version}`} partner={partner} onEdit={onEdit} />}</Answer>
}

function Shown({ partner, onEdit }: { readonly partner: PartnerView; readonly onEdit: (revealed: Revealed) => void }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [revealed, setRevealed] = useState<Revealed>()
  const command = useCommand('partner.reveal')
  const { idOf } = useAttempt()
  const reveal = (then: (value: Revealed) => void) => (): void =>
    revealed === undefined
      ? command.mutate({ id: partner.id, operationId: idOf(`${partner.id} ${partner.version}`) }, { onSuccess: then })
      : then(revealed)
  const { standing } = partner
  const hidden = partner.kept.length > 0 || partner.kind === 'person'
  return (
    <Panel className={css['pane']}>
      <div className={css['pane-head']}>
        <h2 tabIndex={-1} data-partner-pane="">
          {revealed?.details.name ?? nameOf(speech, partner)}
        </h2>
        <StatusTag status={statusOf(standing)}>{t(`partner.state.${standing.state}`)}</StatusTag>
        <p className={css['small']}>{[t(`partner.role.${partner.role}`), placeOf(speech, partner)].join(' · ')}</p>
        {standing.refusals.map((refusal) => (
          <p key={refusal} className={css['warning']}>
            <StatusText status={refusal === 'not-safe' ? 'stop' : 'expired'} small>
              {t(`partner.refusal.${refusal}`)}
            </StatusText>
          </p>
        ))}
      </div>
      <WhatItDoes partner={partner} />
      <div className={css['block']}>
        <Reach partner={partner} revealed={revealed} />
        {hidden && revealed === undefined ? (
          <ActionButton action={revealPartner} context={{ busy: command.isPending, run: reveal(setRevealed) }} look="link" />
        ) : null}
        <FailureLine failure={command.error?.failure} />
      </div>
      <Checks partner={partner} />
      <CheckForm partner={partner}>
        <ActionButton action={editPartner} context={{ busy: command.isPending, run: reveal(onEdit) }} />
      </CheckForm>
    </Panel>
  )
}

const orNothing = (text: string): string | undefined => (text === '' ? undefined : text)

function WhatItDoes({ partner: { details } }: { readonly partner: PartnerView }): ReactNode {
  const { t, tOr, day } = useSpeech()
  const seen = details.safeguardingSeenOn
  const safeguarding =
    seen === undefined ? t(`partners.safeguarding.${details.safeguarding}`) : t('partners.safeguarding.seen', { day: day(seen) })
  const list = (prefix: string, codes: readonly string[]) => codes.map((code) => tOr([`${prefix}.${code}`])).join(', ')
  const who = list('partner.sex', details.receives)
  const ages =
    details.fromAge === undefined && details.toAge === undefined
      ? ''
      : t('partners.ages', { from: details.fromAge ?? 0, to: details.toAge ?? 18 })
  const places = details.places === undefined ? '' : t('partners.places', { n: details.places })
  const trust = (value: 'yes' | 'no' | 'unknown', said: string) => (
    <StatusText status={value === 'yes' ? 'met' : value === 'no' ? 'stop' : 'open'} small>
      {said}
    </StatusText>
  )
  const rows: readonly (readonly [string, ReactNode] | undefined)[] = [
    ['services', orNothing(list('partner-service', details.services))],
    ['receives', orNothing([who, ages, places].filter((part) => part !== '').join(', '))],
    ['languages', orNothing(list('language', details.languages))],
    ['area', orNothing([...(details.wholeCountry ? [t('partner.column.wholeCountry')] : []), ...details.area].join(', '))],
    ['safeguarding', trust(details.safeguarding, safeguarding)],
    ['independentOfFamily', trust(details.independentOfFamily, t(`partners.independent.${details.independentOfFamily}`))],
    ['note', details.note],
  ]
  return (
    <div className={css['block']}>
      <Facts rows={rows.map((row) => (row?.[1] === undefined ? undefined : [t(`partner.column.${row[0]}`), row[1]]))} />
    </div>
  )
}

/** How to reach it. A person who is not safe to contact has no number here, also not once names are shown. */
function Reach({ partner, revealed }: { readonly partner: PartnerView; readonly revealed: Revealed | undefined }): ReactNode {
  const { t } = useSpeech()
  if (!partner.mayBeReached)
    return (
      <StatusTag status="stop" small>
        {t('partners.notSafe')}
      </StatusTag>
    )
  const shown = (['contactPerson', 'phone', 'email', 'address'] as const).map((field) => {
    if (!partner.kept.includes(field)) return undefined
    return [t(`partner.column.${field}`), revealed?.details[field] ?? <span className={css['small']}>{t('partners.hidden')}</span>] as const
  })
  const { safeChannel } = partner.details
  if (safeChannel === undefined && partner.kept.length === 0) return <p className={css['small']}>{t('partners.noReach')}</p>
  return <Facts rows={[safeChannel === undefined ? undefined : [t('partner.column.safeChannel'), safeChannel], ...shown]} />
}

const shownChecks = 5

function Checks({ partner: { checks } }: { readonly partner: PartnerView }): ReactNode {
  const { t, day } = useSpeech()
  const { today } = useRegister()
  return (
    <>
      <GroupRow title={t('partners.checks')} count={checks.length} />
      <ul className={css['checks']}>
        {checks.length === 0 ? <li className={css['small']}>{t('partners.checks.none')}</li> : null}
        {checks
          .toReversed()
          .slice(0, shownChecks)
          .map(({ on, how, outcome, by, note }) => (
            <li key={`${on} ${how} ${outcome} ${by}`}>
              <strong>{day(on, today)}</strong>{' '}
              {t('partners.check', { how: t(`partner.how.${how}`), outcome: t(`partner.outcome.${outcome}`), by })}
              {note === undefined ? null : <span className={css['small']}> {note}</span>}
            </li>
          ))}
      </ul>
    </>
  )
}
