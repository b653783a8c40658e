import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { forget, useAnswer } from '../../app/queries.ts'

/** What the lock knows beside the passphrase, with the seconds counting down until the next try is taken. */
export type Wait = {
  readonly needsName: boolean
  readonly tries: number
  readonly seconds: number
  readonly hasRecoveryKey: boolean
  readonly canChange: boolean
  readonly remembered: boolean
  /** Asks anew, after a try that failed. */
  readonly again: () => void
}

const unknown = { needsName: false, tries: 0, waitSeconds: 0, hasRecoveryKey: false, canChange: false, remembered: false }

export function useWait(): Wait {
  const { data = unknown, dataUpdatedAt } = useAnswer('unlock.state', {})
  const client = useQueryClient()
  const { waitSeconds, ...rest } = data
  const until = dataUpdatedAt + waitSeconds * 1000
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return undefined
    const timer = window.setInterval(() => setNow(Date.now()), 500)
    return () => window.clearInterval(timer)
  }, [until])
  const seconds = waitSeconds === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
  return { ...rest, seconds, again: () => void forget(client, ['unlock.state']) }
}
