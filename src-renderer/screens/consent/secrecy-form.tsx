import type { ReactNode } from 'react'
import { transferPurposes } from '#domain/case/consent.ts'
import { typedDay } from '#domain/dates-typed.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { GroundChoice } from './ground-choice.tsx'
import { type Recipient, recipientWords } from './recipient-words.ts'
import { SheetDay, SheetForm, SheetLine, SheetPaper, SheetProse, SheetSegment, SheetSelect } from './sheet-fields.tsx'
import { dayNeed, firstEmpty, noPaper, paperOf, type Sheet, useSheet, written } from './use-sheet.ts'

const empty = (today: string): Sheet => ({
  purpose: 'plan',
  outcome: '',
  secrecyGround: '',
  dataProtectionGround: '',
  interests: '',
  law: '',
  reason: '',
  official: '',
  on: today,
  paper: noPaper,
})

/** What the chosen grounds ask for besides. */
function asked({ secrecy, dataProtection, swedishInterests }: Recipient, sheet: Sheet) {
  const grounds = [
    secrecy.find(({ id }) => id === sheet['secrecyGround']),
    dataProtection.find(({ id }) => id === sheet['dataProtectionGround']),
  ]
  const allowed = sheet['outcome'] === 'may-be-disclosed'
  return {
    law: grounds.some((ground) => ground?.needs === 'law-cited'),
    reason: grounds.some((ground) => ground?.needs === 'reason'),
    interests: allowed && swedishInterests,
  }
}

type Given = { readonly recipient: Recipient; readonly onClose: () => void }

/** Secrecy, data protection and purpose, answered by a named official for one recipient. */
export function SecrecyForm({ recipient, onClose }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { today } = useRegister()
  const sheet = useSheet({
    place: `secrecy:${recipient.id}`,
    empty: empty(today),
    needs: (each) => {
      const more = asked(recipient, each)
      return (
        firstEmpty(each, ['outcome', 'secrecyGround', 'dataProtectionGround']) ??
        firstEmpty(each, [...(more.law ? ['law'] : []), ...(more.reason ? ['reason'] : [])]) ??
        firstEmpty(each, [...(more.interests ? ['interests'] : []), 'official']) ??
        dayNeed(each['on'], today)
      )
    },
    edits: (each) => {
      const day = typedDay(each['on'] ?? '', today) ?? today
      const issuer = (each['official'] ?? '').trim()
      const paper = paperOf(each['paper'], day, { type: 'DOC_SECRECY', title: t('document-type.DOC_SECRECY'), issuer })
      const value = {
        happenedOn: day,
        recordedAt: 'now',
        ...paper.proof,
        recipient: recipient.id,
        purpose: each['purpose'] ?? '',
        outcome: each['outcome'] ?? '',
        secrecyGround: each['secrecyGround'] ?? '',
        ...(asked(recipient, each).interests ? { swedishInterests: written('decidedBy', each['interests']) } : {}),
        dataProtectionGround: each['dataProtectionGround'] ?? '',
        ...written('lawCited', each['law']),
        ...written('reason', each['reason']),
        official: issuer,
      }
      return [{ at: '/transfers/secrecyChecks/+', value }, ...paper.edits]
    },
    onSaved: onClose,
  })
  const more = asked(recipient, sheet.field.shown)
  const label = t('consent.secrecy.title', { recipient: recipientWords(speech, recipient) })
  return (
    <SheetForm sheet={sheet} label={label} save="consent.saveSecrecy" onClose={onClose}>
      <SheetSelect
        name="purpose"
        label={t('consent.transfer.purpose')}
        choices={transferPurposes.map((id) => ({ id, label: t(`transfer-purpose.${id}`) }))}
      />
      <GroundChoice name="secrecyGround" words="secrecy-ground" label={t('consent.secrecy.ground')} grounds={recipient.secrecy} />
      <GroundChoice
        name="dataProtectionGround"
        words="data-protection-ground"
        label={t('consent.secrecy.protection')}
        grounds={recipient.dataProtection}
      />
      {more.law ? <SheetLine name="law" label={t('consent.secrecy.law')} /> : null}
      <SheetProse name="reason" label={t('consent.secrecy.reason')} optional={!more.reason} />
      <SheetSegment
        name="outcome"
        label={t('consent.secrecy.outcome')}
        choices={['may-be-disclosed', 'may-not-be-disclosed'].map((id) => ({ id, label: t(`record.value.${id}`) }))}
      />
      {more.interests ? (
        <SheetLine name="interests" label={t('consent.secrecy.interests')} help={t('consent.secrecy.interestsHelp')} />
      ) : null}
      <SheetLine name="official" label={t('consent.secrecy.official')} />
      <SheetDay name="on" label={t('consent.secrecy.on')} />
      <SheetPaper type="DOC_SECRECY" />
    </SheetForm>
  )
}
