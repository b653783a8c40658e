import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { Speech } from '../../app/text.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { VisuallyHidden } from '../../components/visually-hidden.tsx'
import css from './export.module.css'
import type { Recipient } from './views.ts'

type Given = { readonly recipients: readonly Recipient[]; readonly chosen: string; readonly onChoose: (recipient: string) => void }

/** Who the plan can go to, and for whom secrecy has been checked. */
export function Recipients({ recipients, chosen, onChoose }: Given): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  return (
    <Panel title={t('export.recipient')}>
      <RadioGroup className={cx(css['recipients'])} aria-label={t('export.recipient')} value={chosen} onChange={onChoose}>
        {recipients.map((recipient) => (
          <Radio key={recipient.id} value={recipient.id} className={cx(css['recipient'])}>
            <span className={css['radio']} />
            <span className={css['words']}>
              <span className={css['name']}>{nameOf(speech, recipient)}</span>
              {nameOf(speech, recipient) === tOr([`recipient-profile.${recipient.profile}`]) ? null : (
                <span className={css['small']}>{tOr([`recipient-profile.${recipient.profile}`])}</span>
              )}
              {recipient.available ? null : <span className={css['small']}>{t('export.notAvailable')}</span>}
            </span>
            <Glyph status={signOf(recipient)} size={14} />
            {recipient.available ? (
              <VisuallyHidden>{t(recipient.gap === null ? 'export.secrecyChecked' : 'export.secrecyNotChecked')}</VisuallyHidden>
            ) : null}
          </Radio>
        ))}
        {recipients.some((recipient) => signOf(recipient) === 'met') ? <p className={css['small']}>{t('export.secrecyLegend')}</p> : null}
      </RadioGroup>
    </Panel>
  )
}

const signOf = ({ available, gap }: Recipient) => (available ? (gap === null ? 'met' : 'open') : 'na')

/** An organisation by name, a private person by what they are to the plan. */
export const nameOf = ({ tOr }: Speech, { name, profile }: Recipient): string => name ?? tOr([`recipient-profile.${profile}`])
