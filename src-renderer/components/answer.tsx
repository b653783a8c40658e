import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { CallFailure } from '../app/call.ts'
import { useSpeech } from '../app/text.ts'
import css from './answer.module.css'
import { FailureNote } from './failure-note.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Shows an answer when it is there: nothing before 400 ms, then skeleton lines, or why there is none. */
export function Answer<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T, CallFailure>
  readonly children: (value: T) => ReactNode
}): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <FailureNote failure={query.error.failure} onRetry={() => void query.refetch()} />
  return <Skeleton />
}

const patience = 400

function Skeleton(): ReactNode {
  const { t } = useSpeech()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), patience)
    return () => window.clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div className={css['skeleton']} role="status">
      <VisuallyHidden>{t('waiting')}</VisuallyHidden>
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <span key={line} className={css['line']} />
      ))}
    </div>
  )
}
