import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import type { Output } from '#contract/operations.ts'
import { transferPurposes } from '#domain/case/consent.ts'
import { typedDay } from '#domain/dates-typed.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import fields from '../../components/case-fields/case-fields.module.css'
import { cx } from '../../components/cx.ts'
import { recipientWords } from './recipient-words.ts'
import { SheetDay, SheetForm, SheetPaper, SheetSegment, SheetSelect } from './sheet-fields.tsx'
import { dayNeed, firstEmpty, noPaper, paperOf, useOpenSheet, useSheet } from './use-sheet.ts'
import { voiceChoices } from './voices.ts'

type View = Output<'consent.view'>
type Given = { readonly view: View; readonly onClose: () => void }

/** Consent that information about the child goes to others: another act than the declaration of return. */
export function TransferConsentForm({ view, onClose }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { today } = useRegister()
  const voices = voiceChoices(speech, view.hasCustodian)
  const sheet = useSheet({
    place: '/transfers/consents/+',
    empty: { recipients: '', purpose: '', by: '', on: today, paper: noPaper },
    needs: (each) => firstEmpty(each, ['recipients', 'purpose', 'by']) ?? dayNeed(each['on'], today),
    edits: ({ on, recipients = '', purpose = '', by = '', paper }) => {
      const day = typedDay(on ?? '', today) ?? today
      const issuer = voices.find(({ id }) => id === by)?.label ?? by
      const { proof, edits } = paperOf(paper, day, { type: 'DOC_CONSENT', title: t('document-type.DOC_CONSENT'), issuer })
      const value = {
        happenedOn: day,
        recordedAt: 'now',
        ...proof,
        step: 'given',
        recipients: recipients.split(' '),
        purpose,
        by: by.split(' '),
      }
      return [{ at: '/transfers/consents/+', value }, ...edits]
    },
    onSaved: onClose,
  })
  return (
    <SheetForm sheet={sheet} label={t('consent.newTransferConsent')} save="consent.saveTransferConsent" onClose={onClose}>
      <ToWhom view={view} />
      <SheetSelect
        name="purpose"
        label={t('consent.transfer.purpose')}
        choices={transferPurposes.map((id) => ({ id, label: t(`transfer-purpose.${id}`) }))}
      />
      <SheetSegment name="by" label={t('consent.declaration.by')} choices={voices} />
      <SheetDay name="on" label={t('consent.declaration.on')} />
      <SheetPaper type="DOC_CONSENT" />
    </SheetForm>
  )
}

function ToWhom({ view: { recipients } }: { readonly view: View }): ReactNode {
  const speech = useSpeech()
  const { get, set } = useOpenSheet()
  const chosen = get('recipients')
    .split(' ')
    .filter((id) => id !== '')
  return (
    <CheckboxGroup className={cx(fields['field'])} value={chosen} onChange={(some) => set('recipients', some.join(' '))}>
      <Label className={cx(fields['label'])}>{speech.t('consent.transfer.recipients')}</Label>
      <div className={fields['stack']}>
        {recipients.map((recipient) => (
          <Checkbox key={recipient.id} value={recipient.id} className={cx(fields['choice'])}>
            <span className={cx(fields['mark'], fields['square'])}>
              {chosen.includes(recipient.id) ? <Check size={14} strokeWidth={2.4} aria-hidden="true" /> : null}
            </span>
            {recipientWords(speech, recipient)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}
