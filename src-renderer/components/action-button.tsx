import { Lock } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { Action } from '../app/actions/action.ts'
import { keysInWords } from '../app/shortcuts.ts'
import { useSpeech } from '../app/text.ts'
import css from './button.module.css'
import { cx } from './cx.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type Look = 'primary' | 'secondary' | 'bar' | 'link'
type Given<Context> = {
  readonly action: Action<Context>
  readonly context: Context
  readonly look?: Look
  /** Overrides the label with what is shown now, as “Namn dolda”. */
  readonly shown?: ReactNode
  readonly primary?: boolean
  /** Whom or what it is about, read out after the label where several rows have the same button. */
  readonly about?: string
}

/**
 * The button of an action. One that may not be run yet stays in the tab order, looks dashed with a lock,
 * and says what remains, to the eye on focus and hover and to a screen reader at once.
 */
export function ActionButton<Context>({
  action,
  context,
  look = 'secondary',
  shown,
  primary = look === 'primary',
  about,
}: Given<Context>): ReactNode {
  const { t } = useSpeech()
  const reasonId = useId()
  const { key, values } = action.label(context)
  const refusal = action.refusal?.(context)
  const reason = refusal === undefined ? undefined : t(refusal.key, refusal.values)
  const Icon = refusal === undefined ? action.icon : Lock
  const keys = action.keys === undefined ? undefined : keysInWords(action.keys)
  const tip = reason ?? (keys === undefined && shown === undefined ? undefined : t(key, values))
  return (
    <TooltipTrigger delay={500} closeDelay={80} isDisabled={tip === undefined}>
      <Button
        className={cx(css['button'], look !== 'secondary' && css[look], refusal !== undefined && css['not-yet'])}
        onPress={() => (refusal === undefined ? action.run(context) : undefined)}
        data-action={action.id}
        {...(refusal === undefined ? {} : { 'aria-disabled': true, 'aria-describedby': reasonId })}
        {...(primary ? { 'data-primary': '' } : {})}
      >
        {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
        {shown ?? t(key, values)}
        {about === undefined ? null : <VisuallyHidden> {about}</VisuallyHidden>}
        {reason === undefined ? null : <VisuallyHidden id={reasonId}>{reason}</VisuallyHidden>}
      </Button>
      <Tooltip className={cx(css['tip'])} placement="bottom" offset={6}>
        {tip}
        {keys === undefined ? null : <kbd className={css['key']}>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
