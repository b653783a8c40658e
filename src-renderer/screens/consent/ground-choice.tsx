import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useSpeech } from '../../app/text.ts'
import fields from '../../components/case-fields/case-fields.module.css'
import { cx } from '../../components/cx.ts'
import css from './consent.module.css'
import type { Recipient } from './recipient-words.ts'
import { useOpenSheet } from './use-sheet.ts'

type Given = {
  readonly name: string
  /** Where the words of the grounds are. */
  readonly words: string
  readonly label: string
  readonly grounds: Recipient['secrecy']
}

/** The grounds of the catalogue. One that cannot be used here stays to be seen, with the reason, and cannot be chosen. */
export function GroundChoice({ name, words, label, grounds }: Given): ReactNode {
  const { t, tOr } = useSpeech()
  const { get, set } = useOpenSheet()
  return (
    <RadioGroup className={cx(fields['field'])} value={get(name) === '' ? null : get(name)} onChange={(value) => set(name, value)}>
      <Label className={cx(fields['label'])}>{label}</Label>
      <div className={fields['stack']}>
        {grounds.map(({ id, hindrance, buildsOnConsent }) => (
          <Radio key={id} value={id} isDisabled={hindrance !== null} className={cx(fields['choice'], css['ground'])} data-ground={id}>
            <span className={cx(fields['mark'], fields['round'])} />
            <span>
              {tOr([`${words}.${id}`])}
              {hindrance === null && !buildsOnConsent ? null : (
                <span className={css['why']}>{t(hindrance === null ? 'consent.buildsOnConsent' : `transfer-ground.${hindrance}`)}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
