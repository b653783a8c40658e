import { type ReactNode, useCallback, useState } from 'react'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { InTheWay } from './in-the-way.tsx'
import { KeyDates } from './key-dates-panel.tsx'
import css from './overview.module.css'
import { PauseBanner, PausedPanel } from './paused.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PhaseLine } from './phase-line.tsx'
import { SafeguardDrawer } from './safeguard-drawer.tsx'
import { SafeguardGrid } from './safeguard-grid.tsx'

/** What stands in the way of a safe return, what to do next, and by when. */
export function OverviewScreen({ overview }: SectionGiven): ReactNode {
  const { identity, readiness, people } = overview
  const [opened, setOpened] = useState<string>()
  const close = useCallback(() => setOpened(undefined), [])
  const gate = readiness.gates.find((each) => each.id === opened)
  return (
    <>
      <SectionScreen ready>
        <PhaseLine phase={identity.phase} paused={readiness.pause !== null} />
        {readiness.pause === null ? null : <PauseBanner pause={readiness.pause} />}
        <div className={css['columns']}>
          {readiness.pause === null ? (
            <InTheWay reference={identity.reference} readiness={readiness} nextGate={identity.next?.gate} onOpen={setOpened} />
          ) : (
            <PausedPanel readiness={readiness} pause={readiness.pause} onOpen={setOpened} />
          )}
          <div className={css['side']}>
            <KeyDates overview={overview} />
            <PeoplePanel reference={identity.reference} people={people} />
          </div>
        </div>
        <SafeguardGrid gates={readiness.gates} onOpen={setOpened} />
      </SectionScreen>
      {gate === undefined ? null : <SafeguardDrawer key={gate.id} gate={gate} identity={identity} onClose={close} />}
    </>
  )
}
