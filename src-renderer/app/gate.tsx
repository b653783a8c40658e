import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Answer } from '../components/answer.tsx'
import { StartScreen } from '../screens/start/start-screen.tsx'
import { TroubleScreen } from '../screens/trouble/trouble-screen.tsx'
import { UnlockScreen } from '../screens/unlock/unlock-screen.tsx'
import { useStartTrouble } from './accepted-troubles.ts'
import { subscribe } from './call.ts'
import { usePreferences } from './preferences.tsx'
import { coverCases, forgetRestores, useAnswer } from './queries.ts'
import { StatusProvider } from './status-context.ts'

/** Nothing of the register is shown while it is locked. */
export function Gate({ children }: { readonly children: ReactNode }): ReactNode {
  const status = useAnswer('register.status', {})
  const client = useQueryClient()
  const { suggest } = usePreferences()
  const [met, lookAfresh] = useStartTrouble()
  const suggested = status.data?.language
  useEffect(() => (suggested === undefined ? undefined : suggest(suggested)), [suggested, suggest])
  useEffect(
    () =>
      subscribe((event) => {
        if (event === 'register.locked') coverCases(client)
        if (event === 'register.unlocked') forgetRestores(client)
        void client.invalidateQueries()
      }),
    [client],
  )
  return (
    <Answer query={status}>
      {(found) => {
        if (found.state === 'none') return <StartScreen canChoose={found.canChooseFiles} />
        const failure = met ?? found.trouble
        if (found.state === 'locked' && failure !== undefined)
          return <TroubleScreen key={failure.code} failure={failure} onRetry={lookAfresh} />
        if (found.state === 'locked') return <UnlockScreen status={found} />
        return <StatusProvider value={found}>{children}</StatusProvider>
      }}
    </Answer>
  )
}
