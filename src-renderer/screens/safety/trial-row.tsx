import type { ReactNode } from 'react'
import { tryReading } from '../../app/actions/backup.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { type BackupState, isTrialDue, placeToTry, trialDays } from './standing.ts'
import { StateRow } from './state-row.tsx'
import { whenSeen } from './words.ts'

/** A copy counts when it has been read back. When that was, what was found, and doing it now. */
export function TrialRow({ state, busy }: { readonly state: BackupState; readonly busy: boolean }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const command = useCommand('backup.try')
  const { idOf, done } = useAttempt()
  const place = placeToTry(state)
  const run = (): void =>
    place === undefined ? undefined : command.mutate({ placeId: place.id, operationId: idOf(place.id) }, { onSuccess: done })
  const spoilt = command.isError || state.trial?.intact === false
  const status = command.isPending ? 'started' : spoilt ? 'stop' : !isTrialDue(state) ? 'met' : state.trial === null ? 'open' : 'soon'
  return (
    <StateRow
      status={status}
      title={t('safety.trial')}
      line={
        <span role="status">
          {command.isPending ? (
            t('safety.trial.running', { place: place?.label ?? '' })
          ) : command.isError ? (
            <FailureText failure={command.error.failure} />
          ) : (
            trialLine(speech, state)
          )}
        </span>
      }
      acts={
        <ActionButton action={tryReading} context={{ busy: busy || command.isPending, anyCopy: place !== undefined, run }} look="link" />
      }
    />
  )
}

function trialLine(speech: Speech, state: BackupState): string {
  const { t } = speech
  const { trial, now } = state
  if (trial === null) return t('safety.trial.never')
  const at = whenSeen(speech, trial.at, now)
  if (!trial.intact) return t('safety.trial.spoilt', { at })
  const found = t('safety.trial.good', { at, cases: trial.cases, closed: trial.closed })
  return isTrialDue(state) ? `${found} ${t('safety.trial.due', { days: trialDays })}` : found
}
