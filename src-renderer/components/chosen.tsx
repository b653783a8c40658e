import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useSpeech } from '../app/text.ts'
import css from './chosen.module.css'
import { cx } from './cx.ts'

type Given = {
  readonly label: string
  readonly value: readonly string[]
  readonly labelOf: (id: string) => string
  /** Absent where they only are to be read. */
  readonly onRemove?: ((id: string) => void) | undefined
}

/** Values that were chosen, each with a way out. */
export function Chosen({ label, value, labelOf, onRemove }: Given): ReactNode {
  const { t } = useSpeech()
  return (
    <ul className={css['chosen']} aria-label={label}>
      {value.map((id) => (
        <li key={id} className={css['one']}>
          {labelOf(id)}
          {onRemove === undefined ? null : (
            <Button className={cx(css['remove'])} aria-label={t('several.remove', { what: labelOf(id) })} onPress={() => onRemove(id)}>
              <X size={14} strokeWidth={1.9} aria-hidden="true" />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
