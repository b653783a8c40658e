import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Answer } from '../components/answer.tsx'
import { NoRegister } from '../screens/unlock/no-register.tsx'
import { UnlockScreen } from '../screens/unlock/unlock-screen.tsx'
import { subscribe } from './call.ts'
import { usePreferences } from './preferences.tsx'
import { forgetCases, useAnswer } from './queries.ts'
import { StatusProvider } from './status-context.ts'

/** Nothing of the register is shown while it is locked. */
export function Gate({ children }: { readonly children: ReactNode }): ReactNode {
  const status = useAnswer('register.status', {})
  const client = useQueryClient()
  const { suggest } = usePreferences()
  const suggested = status.data?.language
  useEffect(() => (suggested === undefined ? undefined : suggest(suggested)), [suggested, suggest])
  useEffect(
    () =>
      subscribe((event) => {
        if (event === 'register.locked') forgetCases(client)
        void client.invalidateQueries()
      }),
    [client],
  )
  return (
    <Answer query={status}>
      {(found) => {
        if (found.state === 'none') return <NoRegister />
        if (found.state === 'locked') return <UnlockScreen status={found} />
        return <StatusProvider value={found}>{children}</StatusProvider>
      }}
    </Answer>
  )
}
