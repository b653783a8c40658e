import { useMutationState } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { backupOperations } from '#contract/backup.ts'
import { CallFailure } from '../../app/call.ts'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'
import { FailureText } from '../../components/failure-note.tsx'

const { input, output } = backupOperations['backup.restore']

/** What became of a copy that was to take the place of the register that had been open. */
export function RestoredInstead(): ReactNode {
  const { t, when } = useSpeech()
  const attempts = useMutationState({
    filters: { mutationKey: ['backup.restore'] },
    select: ({ state }) => ({
      asked: input.safeParse(state.variables).data,
      data: output.safeParse(state.data).data,
      error: state.error,
    }),
  })
  const last = attempts.at(-1)
  if (last?.asked?.mode !== 'instead') return null
  if (last.data !== undefined)
    return (
      <Banner status="met" title={t('safety.instead.done', { at: when(last.data.at) })}>
        <p>{t('safety.instead.kept', { folder: last.data.asideIn ?? '' })}</p>
      </Banner>
    )
  if (!(last.error instanceof CallFailure)) return null
  return (
    <Banner status="stop" title={t('safety.instead.failed')}>
      <p>
        <FailureText failure={last.error.failure} />
      </p>
    </Banner>
  )
}
