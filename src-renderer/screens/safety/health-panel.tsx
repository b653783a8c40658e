import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { checkHealth } from '../../app/actions/backup.ts'
import type { CallFailure } from '../../app/call.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import css from './safety.module.css'
import type { BackupState, Health } from './standing.ts'
import { StateRow } from './state-row.tsx'
import { whenSeen } from './words.ts'

type Given = { readonly query: UseQueryResult<Health, CallFailure>; readonly state: BackupState }

/** Every page and the whole journal, read now, and what else keeps the register alive. */
export function HealthPanel({ query, state }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { data, isFetching } = query
  const aside = data === undefined || isFetching ? undefined : t('safety.checked', { at: whenSeen(speech, data.checkedAt, state.now) })
  return (
    <Panel title={t('safety.health')} aside={aside}>
      {isFetching ? (
        <p className={parts['lead']} role="status">
          {t('safety.checking')}
        </p>
      ) : null}
      {query.isError && !isFetching ? <FailureNote failure={query.error.failure} /> : null}
      {data === undefined ? null : <Findings health={data} state={state} />}
      <div className={parts['foot']}>
        <ActionButton action={checkHealth} context={{ busy: isFetching, run: () => void query.refetch() }} />
      </div>
    </Panel>
  )
}

function Findings({ health, state }: { readonly health: Health; readonly state: BackupState }): ReactNode {
  const { t, longDay, number } = useSpeech()
  const { pages, damagedPages, journalIntact, entries, recoveryKeyAt } = health
  const behind = state.places.filter((place) => place.unreached).map((place) => place.label)
  const whole = damagedPages === 0
  return (
    <ul className={css['list']}>
      <StateRow
        status={whole ? 'met' : 'stop'}
        title={t('safety.pages', { n: damagedPages })}
        line={t(whole ? 'safety.pages.read' : 'safety.pages.damaged', { good: number(pages - damagedPages), pages: number(pages) })}
      />
      <StateRow
        status={journalIntact ? 'met' : 'stop'}
        title={t(journalIntact ? 'safety.journal' : 'safety.journal.broken')}
        line={t(journalIntact ? 'safety.journal.whole' : 'safety.journal.what', { n: entries })}
      />
      <StateRow
        status={recoveryKeyAt === null ? 'soon' : 'met'}
        title={t(recoveryKeyAt === null ? 'safety.recovery.none' : 'safety.recovery')}
        line={recoveryKeyAt === null ? t('safety.recovery.what') : t('safety.recovery.made', { day: longDay(recoveryKeyAt.slice(0, 10)) })}
      />
      {state.places.length === 0 ? null : (
        <StateRow
          status={behind.length === 0 ? 'met' : 'soon'}
          title={t(behind.length === 0 ? 'safety.erasures' : 'safety.erasures.behind')}
          line={t(behind.length === 0 ? 'safety.erasures.reached' : 'safety.erasures.where', { places: behind.join(', ') })}
        />
      )}
    </ul>
  )
}
