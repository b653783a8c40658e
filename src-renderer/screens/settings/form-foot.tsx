import type { ReactNode } from 'react'
import type { Failure } from '#contract/operations.ts'
import type { Action } from '../../app/actions/action.ts'
import { cancel } from '../../app/actions/people.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import parts from '../../components/parts.module.css'
import css from './settings.module.css'

type Given<Context> = {
  readonly action: Action<Context>
  readonly context: Context
  readonly onCancel: () => void
  readonly failure: Failure | undefined
}

/** The two ways out of a form, and why it was not done. */
export function FormFoot<Context>({ action, context, onCancel, failure }: Given<Context>): ReactNode {
  return (
    <>
      {failure === undefined ? null : (
        <p className={css['failed']} role="alert">
          <Glyph status="stop" size={14} />
          <span>
            <FailureText failure={failure} />
          </span>
        </p>
      )}
      <div className={parts['acts']}>
        <ActionButton action={action} context={context} look="primary" />
        <ActionButton action={cancel} context={{ busy: false, run: onCancel }} />
      </div>
    </>
  )
}
