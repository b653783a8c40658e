import { ArrowBigUp, Eye, EyeOff } from 'lucide-react'
import { type ReactNode, type Ref, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { useSpeech } from '../app/text.ts'
import buttons from './button.module.css'
import { cx } from './cx.ts'
import css from './passphrase-field.module.css'
import { Field } from './text-field.tsx'

type Given = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: ReactNode
  readonly help?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A passphrase that can be shown while it is typed, with a note when capitals are locked. */
export function PassphraseField(given: Given): ReactNode {
  const { t } = useSpeech()
  const [visible, setVisible] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const Icon = visible ? EyeOff : Eye
  return (
    <div>
      <Field
        {...given}
        type={visible ? 'text' : 'password'}
        onKey={(event) => setCapsLock(event.getModifierState('CapsLock'))}
        inside={
          <ToggleButton
            className={cx(buttons['button'], buttons['bar'])}
            isSelected={visible}
            onChange={setVisible}
            aria-label={t('keys.show', { field: given.label })}
          >
            <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
          </ToggleButton>
        }
      />
      {capsLock ? (
        <p className={css['caps']} role="status">
          <ArrowBigUp size={15} strokeWidth={1.75} aria-hidden="true" />
          {t('unlock.capsLock')}
        </p>
      ) : null}
    </div>
  )
}
