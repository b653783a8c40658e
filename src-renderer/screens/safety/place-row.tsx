import { type ReactNode, useState } from 'react'
import { confirmForgetting, forgetPlace, openRestore } from '../../app/actions/backup.ts'
import { useAttempt } from '../../app/attempt.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useCommand } from '../../app/queries.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import parts from '../../components/parts.module.css'
import { FormFoot } from '../settings/form-foot.tsx'
import { type Attempt, kindOf, type Place, placeStatus } from './standing.ts'
import { StateRow } from './state-row.tsx'
import { sizeOf, whenSeen } from './words.ts'

type Given = {
  readonly place: Place
  readonly now: string
  readonly attempt: Attempt | undefined
  readonly busy: boolean
  readonly onRestore: () => void
}

/** A place for copies: whether it can be reached, when it got the last one, and how large that is. */
export function PlaceRow({ place, now, attempt, busy, onRestore }: Given): ReactNode {
  const speech = useSpeech()
  const [leaving, setLeaving] = useState(false)
  const failure = attempt?.failure ?? undefined
  return (
    <StateRow
      status={failure === undefined ? placeStatus[kindOf(place)] : 'stop'}
      title={place.label}
      line={failure === undefined ? placeLine(speech, place, now) : <FailureText failure={failure} />}
      acts={
        <>
          {place.newest === null ? null : <ActionButton action={openRestore} context={{ busy, run: onRestore }} look="link" />}
          <ActionButton action={forgetPlace} context={{ busy, run: () => setLeaving(true) }} look="link" />
        </>
      }
    >
      {leaving ? <Forgetting place={place} onClose={() => setLeaving(false)} /> : null}
    </StateRow>
  )
}

function placeLine(speech: Speech, place: Place, now: string): string {
  const { t } = speech
  const { lastGoodAt, newest, copies, folder, sameDisk } = place
  const at = lastGoodAt === null ? '' : whenSeen(speech, lastGoodAt, now)
  const size = newest === null ? '' : sizeOf(speech, newest.size)
  const kind = lastGoodAt === null && !place.isThere ? 'gone-empty' : kindOf(place)
  return [t(`safety.place.${kind}`, { at, size, n: copies }), sameDisk ? t('safety.place.same-disk') : '', folder].filter(Boolean).join(' ')
}

/** Says what forgetting a place does not take away, before it is done. */
function Forgetting({ place, onClose }: { readonly place: Place; readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech()
  const command = useCommand('backup.forget-place')
  const { idOf } = useAttempt()
  const run = (): void =>
    command.mutate(
      { placeId: place.id, operationId: idOf(place.id) },
      { onSuccess: () => moveFocusTo('[data-action="open-place-form"], [data-action="add-place"]') },
    )
  return (
    <fieldset className={parts['form']} aria-label={t('safety.forget.label', { place: place.label })}>
      <p>{t('safety.forget.what', { place: place.label })}</p>
      <FormFoot action={confirmForgetting} context={{ busy: command.isPending, run }} onCancel={onClose} failure={command.error?.failure} />
    </fieldset>
  )
}
