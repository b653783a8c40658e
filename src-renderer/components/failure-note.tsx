import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Failure } from '#contract/operations.ts'
import { useSpeech } from '../app/text.ts'
import { Banner } from './banner.tsx'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './failure-note.module.css'

/** Why an operation was refused, in words; the code for support where there are none. */
export function FailureNote({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: () => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <Banner
      status="stop"
      title={t('trouble.title')}
      actions={
        onRetry === undefined ? undefined : (
          <Button className={cx(buttons['button'])} onPress={onRetry}>
            {t('action.retry')}
          </Button>
        )
      }
    >
      <p>
        <FailureText failure={failure} />
      </p>
    </Banner>
  )
}

/** Why the last attempt was refused, beside the button that made it; nothing where it was not. */
export const FailureLine = ({ failure }: { readonly failure: Failure | undefined }): ReactNode =>
  failure === undefined ? null : (
    <p role="alert" className={css['line']}>
      <FailureText failure={failure} />
    </p>
  )

export function FailureText({ failure }: { readonly failure: Failure }): ReactNode {
  const { t, has } = useSpeech()
  const key = [failure.messageKey, `failure.${failure.code}`].find(has)
  return key === undefined ? t('trouble.unknown', { code: failure.code }) : t(key, failure.values)
}
