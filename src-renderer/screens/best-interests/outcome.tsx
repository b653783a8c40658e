import { User } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import css from './best-interests.module.css'

/** What the panel came to, who sat on it, who dissented, and what followed. */
export function Outcome({ opened: { bestInterests }, children }: { readonly opened: OpenedForm; readonly children: ReactNode }): ReactNode {
  const { t, tOr, day, has } = useSpeech()
  if (bestInterests === null) return null
  const { panel, decision, childInformed } = bestInterests
  const tongue =
    childInformed === null
      ? ''
      : has(`language.${childInformed.language}`)
        ? t(`language.${childInformed.language}`)
        : childInformed.language
  return (
    <Panel title={t('best-interests.outcome')}>
      {decision === null ? null : (
        <div className={css['body']} data-outcome={decision.outcome}>
          <p className={css['outcome']}>{tOr([`best-interests-outcome.${decision.outcome}`])}</p>
          <p>{decision.reasons}</p>
        </div>
      )}
      <GroupRow title={t('best-interests.panel')} count={panel.length} />
      <ul className={css['body']}>
        {panel.map((member) => (
          <li key={`${member.name} ${member.role}`} className={css['member']}>
            <User size={16} strokeWidth={1.75} aria-hidden="true" />
            <span>
              {member.name} <span className={css['source']}>{member.chair ? t('best-interests.chair') : member.role}</span>
            </span>
          </li>
        ))}
        {decision?.dissent.map(({ by, text }) => (
          <li key={by} className={css['dissent']}>
            <b>{`${t('best-interests.dissent')}, ${by}`}</b>
            <p>{text}</p>
          </li>
        ))}
        {decision !== null && decision.dissent.length === 0 ? <li className={css['source']}>{t('best-interests.noDissent')}</li> : null}
      </ul>
      {decision === null ? null : (
        <ul className={css['body']}>
          <li className={css['member']}>
            <Glyph status={childInformed === null ? 'open' : 'met'} size={16} />
            {childInformed === null
              ? t('best-interests.notTold')
              : t('best-interests.told', { date: day(childInformed.on), language: tongue })}
          </li>
          {decision.reviewBy === null ? null : (
            <li className={css['member']}>
              <Glyph status="soon" size={16} />
              {`${t('best-interests.reviewBy')} ${day(decision.reviewBy)}`}
            </li>
          )}
        </ul>
      )}
      {decision === null || childInformed !== null ? null : <div className={css['body']}>{children}</div>}
    </Panel>
  )
}
