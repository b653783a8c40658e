import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Output } from '#contract/operations.ts'
import { copyRecoveryKey, printRecoveryKey } from '../app/actions/keys.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from './action-button.tsx'
import css from './recovery-paper.module.css'
import { Field } from './text-field.tsx'

export type DrawnRecoveryKey = Output<'recovery-key.draw'>

type Given = {
  readonly drawn: DrawnRecoveryKey
  readonly code: string
  readonly onCode: (code: string) => void
  readonly printed: boolean
  readonly onPrinted: () => void
}

/** A drawn recovery key on its way to paper: by the printer or by hand, never by clipboard or file. The code is typed back from it. */
export function RecoveryPaper({ drawn, code, onCode, printed, onPrinted }: Given): ReactNode {
  const { t } = useSpeech()
  const [byHand, setByHand] = useState(false)
  const print = (): void => {
    window.print()
    onPrinted()
  }
  const copy = (): void => {
    setByHand(true)
    onPrinted()
  }
  const wrong = code.trim().length >= drawn.code.length && code.trim().toUpperCase() !== drawn.code
  return (
    <div className={css['beside']}>
      <div className={css['part']}>
        <p className={css['lead']}>{t('keys.recovery.lead')}</p>
        <div className={css['acts']}>
          <ActionButton action={printRecoveryKey} context={{ run: print }} look={printed ? 'secondary' : 'primary'} />
          <ActionButton action={copyRecoveryKey} context={{ run: copy }} />
        </div>
        {byHand ? <Words drawn={drawn} /> : null}
        <div className={css['code']}>
          <Field
            label={t('keys.recovery.code')}
            value={code}
            onChange={onCode}
            help={t('keys.recovery.code.help')}
            error={wrong ? t('failure.recovery-code-differs') : undefined}
          />
        </div>
      </div>
      <div className={css['sample']} aria-hidden="true">
        <div className={css['sheet']}>
          <strong>{t('app.name')}</strong>
          <span>{t('recovery.print.title')}</span>
          <div className={css['blind']}>
            {drawn.words.map((_, at) => (
              <i key={String(at)} />
            ))}
          </div>
        </div>
      </div>
      {createPortal(<Sheet drawn={drawn} />, document.body)}
    </div>
  )
}

function Words({ drawn }: { readonly drawn: DrawnRecoveryKey }): ReactNode {
  const { t } = useSpeech()
  return (
    <div className={css['hand']}>
      <ol className={css['words']}>
        {drawn.words.map((word, at) => (
          <li key={word + String(at)}>
            <span>{`${at + 1}.`}</span> {word}
          </li>
        ))}
      </ol>
      <p>{t('recovery.print.code', { code: drawn.code })}</p>
    </div>
  )
}

/** The page that the printer gets. The screen never shows it. */
function Sheet({ drawn }: { readonly drawn: DrawnRecoveryKey }): ReactNode {
  const { t } = useSpeech()
  return (
    <div data-print="" aria-hidden="true">
      <h1>{t('recovery.print.title')}</h1>
      <Words drawn={drawn} />
      <p>{t('recovery.print.keep')}</p>
    </div>
  )
}
