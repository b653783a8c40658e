import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useState } from 'react'
import { firstClosed, nextClosed, openGlass } from '../../app/actions/people.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './access.module.css'
import { GlassDrawer } from './glass-drawer.tsx'

/** References of cases closed to me, and nothing else about them. Absent where every case is open. */
export function ClosedCases(): ReactNode {
  const { t } = useSpeech()
  const navigate = useNavigate()
  const [opening, setOpening] = useState<string>()
  const [after, setAfter] = useState<string>()
  const { cases = [], next = null } = useAnswer('case.closed', after === undefined ? {} : { after }).data ?? {}
  const close = useCallback(() => setOpening(undefined), [])
  if (cases.length === 0 && after === undefined) return null
  const isWhole = next === null && after === undefined
  return (
    <>
      <Panel title={t('access.closed.title')} aside={isWhole ? t('access.closed.count', { n: cases.length }) : undefined}>
        <p className={css['line']}>{t('access.closed.line')}</p>
        <ul className={css['rows']}>
          {cases.map(({ reference, openable }) => (
            <li key={reference} className={css['row']}>
              <span className={css['who']}>{reference}</span>
              {openable ? (
                <ActionButton action={openGlass} context={{ busy: false, run: () => setOpening(reference) }} about={reference} />
              ) : (
                <span className={css['small']}>{t('access.closed.narrow')}</span>
              )}
            </li>
          ))}
        </ul>
        {next === null ? null : <ActionButton action={nextClosed} context={{ busy: false, run: () => setAfter(next) }} />}
        {after === undefined ? null : <ActionButton action={firstClosed} context={{ busy: false, run: () => setAfter(undefined) }} />}
      </Panel>
      {opening === undefined ? null : (
        <GlassDrawer
          key={opening}
          reference={opening}
          onClose={close}
          onOpened={(reference) => void navigate({ to: '/cases/$reference/$section', params: { reference, section: 'overview' } })}
        />
      )}
    </>
  )
}
