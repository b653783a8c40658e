import { type ReactNode, useState } from 'react'
import { openPlaceForm } from '../../app/actions/backup.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { AddPlace } from './add-place.tsx'
import { PlaceRow } from './place-row.tsx'
import css from './safety.module.css'
import type { Attempt, BackupState } from './standing.ts'
import { TrialRow } from './trial-row.tsx'

type Given = {
  readonly state: BackupState
  readonly attempts: readonly Attempt[]
  readonly busy: boolean
  readonly onRestore: (placeId: string) => void
}

/** Where the copies lie. The first place is added here at once; later ones from a button. */
export function PlacesPanel({ state, attempts, busy, onRestore }: Given): ReactNode {
  const { t } = useSpeech()
  const { places, now } = state
  const [adding, setAdding] = useState(false)
  const [warning, setWarning] = useState<string | null>(null)
  const added = (found: string | null): void => {
    setAdding(false)
    setWarning(found)
    moveFocusTo('[data-action="copy-now"]')
  }
  return (
    <Panel title={t('safety.copies')}>
      {places.length === 0 ? (
        <p className={parts['lead']}>{t('safety.no-places')}</p>
      ) : (
        <ul className={css['list']}>
          {places.map((place) => (
            <PlaceRow
              key={place.id}
              place={place}
              now={now}
              attempt={attempts.find(({ placeId }) => placeId === place.id)}
              busy={busy}
              onRestore={() => onRestore(place.id)}
            />
          ))}
          <TrialRow state={state} busy={busy} />
        </ul>
      )}
      {warning === null ? null : (
        <p className={css['warning']} role="status">
          {t(`safety.warning.${warning}`)}
        </p>
      )}
      {places.length === 0 || adding ? (
        <AddPlace primary={places.length === 0} onAdded={added} />
      ) : (
        <div className={parts['foot']}>
          <ActionButton
            action={openPlaceForm}
            context={{
              busy: false,
              run: () => {
                setAdding(true)
                moveFocusTo('fieldset input')
              },
            }}
          />
        </div>
      )}
    </Panel>
  )
}
