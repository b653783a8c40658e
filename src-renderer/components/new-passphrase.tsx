import { type ReactNode, useState } from 'react'
import { suggestPassphrase } from '../app/actions/keys.ts'
import { call } from '../app/call.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from './action-button.tsx'
import { Glyph } from './glyph.tsx'
import css from './new-passphrase.module.css'
import { PassphraseField } from './passphrase-field.tsx'

export type NewPassphrase = { readonly first: string; readonly again: string }
export const noPassphrase: NewPassphrase = { first: '', again: '' }

const shortest = 12
const wordsOf = (text: string): number => new Set(text.toLowerCase().match(/\p{L}{3,}/gu)).size

/** What remains before a passphrase can be used: a message key, or nothing. */
export function passphraseRemains({ first, again }: NewPassphrase): { readonly key: string } | undefined {
  if (first.length < shortest) return { key: 'keys.remains.passphrase' }
  return first === again ? undefined : { key: 'keys.remains.again' }
}

type Given = { readonly value: NewPassphrase; readonly onChange: (value: NewPassphrase) => void; readonly label?: string }

/** A new passphrase, twice, measured in words; six words can be suggested, to be written down or learned. */
export function NewPassphraseFields({ value, onChange, label }: Given): ReactNode {
  const { t } = useSpeech()
  const [suggested, setSuggested] = useState<string>()
  const suggest = async (): Promise<void> => {
    const { words } = await call('passphrase.suggest', {})
    const text = words.join(' ')
    setSuggested(text)
    onChange({ first: text, again: '' })
  }
  const words = wordsOf(value.first)
  const good = value.first.length >= shortest && words >= 5
  return (
    <div className={css['fields']}>
      <div className={css['pair']}>
        <div>
          <PassphraseField label={label ?? t('keys.passphrase')} value={value.first} onChange={(first) => onChange({ ...value, first })} />
          {value.first === '' ? null : <Verdict good={good} text={t(good ? 'keys.strong' : 'keys.weak', { words, least: shortest })} />}
        </div>
        <div>
          <PassphraseField label={t('keys.again')} value={value.again} onChange={(again) => onChange({ ...value, again })} />
          {value.again === '' ? null : (
            <Verdict good={value.first === value.again} text={t(value.first === value.again ? 'keys.same' : 'keys.differ')} />
          )}
        </div>
      </div>
      {suggested === undefined ? null : (
        <p className={css['suggested']} role="status">
          {t('keys.suggested')} <strong>{suggested}</strong>
        </p>
      )}
      <div>
        <ActionButton action={suggestPassphrase} context={{ run: () => void suggest() }} look="link" />
      </div>
    </div>
  )
}

function Verdict({ good, text }: { readonly good: boolean; readonly text: string }): ReactNode {
  return (
    <p className={css[good ? 'good' : 'weak']} role="status">
      <Glyph status={good ? 'met' : 'soon'} size={14} />
      {text}
    </p>
  )
}
