import { type ReactNode, useCallback, useState } from 'react'
import { copyNow } from '../../app/actions/backup.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { numberWord, sentence } from '../../app/reasons.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import parts from '../../components/parts.module.css'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { HealthPanel } from './health-panel.tsx'
import { JournalPanel } from './journal-panel.tsx'
import { LossBanner } from './loss-banner.tsx'
import { MissedCopy } from './missed-copy.tsx'
import { PlacesPanel } from './places-panel.tsx'
import { RestoreDrawer } from './restore-drawer.tsx'
import css from './safety.module.css'
import { type BackupState, toDo } from './standing.ts'

/** What protects the register, and what would be lost today. */
export function SafetyScreen(): ReactNode {
  const state = useAnswer('backup.state', {})
  return (
    <PlainScreen ready={!state.isPending}>
      <Answer query={state}>{(found) => <Safety state={found} />}</Answer>
    </PlainScreen>
  )
}

function Safety({ state }: { readonly state: BackupState }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const health = useAnswer('backup.health', {})
  const command = useCommand('backup.make')
  const [restoring, setRestoring] = useState<string>()
  const close = useCallback(() => setRestoring(undefined), [])
  const attempts = command.data?.attempts ?? []
  const copied = attempts.filter(({ copy }) => copy !== null).length
  const n = toDo(state, health.data, attempts)
  const place = state.places.find(({ id }) => id === restoring)
  const context = { places: state.places.length, busy: command.isPending, run: () => command.mutate({ placeId: null }) }
  return (
    <>
      <TitleRow title={t('screen.safety')} line={t('safety.line', { n, word: sentence(numberWord(speech, n)) })}>
        <ActionButton
          action={copyNow}
          context={context}
          look={state.places.length === 0 ? 'secondary' : 'primary'}
          primary={state.places.length > 0}
        />
      </TitleRow>
      <p className={css['progress']} role="status">
        {command.isPending
          ? t('safety.copying')
          : attempts.length > 0
            ? t(copied < attempts.length ? 'safety.copied.some' : 'safety.copied', { n: copied, all: attempts.length })
            : null}
      </p>
      {command.isError ? <FailureNote failure={command.error.failure} /> : null}
      <LossBanner state={state} />
      <MissedCopy />
      <div className={parts['columns']}>
        <div className={parts['column']}>
          <PlacesPanel state={state} attempts={attempts} busy={command.isPending} onRestore={setRestoring} />
          <JournalPanel />
        </div>
        <HealthPanel query={health} state={state} />
      </div>
      <p className={parts['small']}>{t('safety.closing')}</p>
      {place === undefined ? null : <RestoreDrawer key={place.id} place={place} now={state.now} onClose={close} />}
    </>
  )
}
