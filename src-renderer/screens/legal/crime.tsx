import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseSeveral, CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseProse, CaseText } from '../../components/case-fields/text-fields.tsx'
import { FactList } from './fact-list.tsx'
import { stepChoices, textsIn } from './legal-words.ts'
import { StepList } from './step-list.tsx'

const investigationSteps = [
  'reported',
  'not-opened',
  'opened',
  'closed',
  'prosecution-dropped',
  'charged',
  'judgment-in-legal-force',
] as const
const compensationSteps = ['explained', 'planned', 'applied', 'awarded', 'refused', 'paid'] as const

/** The crime before police, prosecutor and court. Whether it was done in Sweden decides on compensation. */
export function Investigation(): ReactNode {
  const { t } = useSpeech()
  return (
    <StepList at="/legal/investigation" titled="legal.investigation" steps={investigationSteps} more="note">
      {(at) => <CaseProse at={`${at}/note`} label={t('legal.note')} optional />}
    </StepList>
  )
}

/** That police or prosecutor know of the plan, and what of the child's word is secured. */
export function PoliceContacts(): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const informed = stepChoices(speech, 'record.value', ['police', 'prosecutor'])
  const yesNo = ['yes', 'no'].map((id) => ({ id, label: t(`editing.${id}`) }))
  return (
    <FactList
      at="/legal/policeContacts"
      title={t('legal.police')}
      empty={t('legal.police.empty')}
      add={t('legal.police.add')}
      fields={[
        { kind: 'several', name: 'informed', label: t('legal.informed'), choices: informed },
        { kind: 'choice', name: 'evidenceSecured', label: t('legal.evidenceSecured'), choices: yesNo },
        { kind: 'choice', name: 'canBeHeardRemotely', label: t('legal.heardRemotely'), choices: yesNo },
      ]}
      record={({ informed: who = [], evidenceSecured, canBeHeardRemotely }) => ({
        informed: [...who],
        evidenceSecured: evidenceSecured === 'yes',
        canBeHeardRemotely: canBeHeardRemotely === 'yes',
      })}
      says={(each) =>
        t('legal.police.says', {
          who: textsIn(each, 'informed')
            .map((who) => t(`record.value.${who}`))
            .join(', '),
        })
      }
      more={(each) => [
        t(each['evidenceSecured'] === true ? 'legal.police.secured' : 'legal.police.notSecured'),
        t(each['canBeHeardRemotely'] === true ? 'legal.police.remote' : 'legal.police.notRemote'),
      ]}
    >
      {(at) => (
        <>
          <CaseSeveral at={`${at}/informed`} label={t('legal.informed')} choices={informed} needed={t('legal.informedNeeded')} />
          <CaseYesNo at={`${at}/evidenceSecured`} label={t('legal.evidenceSecured')} keeps="truth" />
          <CaseYesNo at={`${at}/canBeHeardRemotely`} label={t('legal.heardRemotely')} keeps="truth" />
        </>
      )}
    </FactList>
  )
}

export function Compensation(): ReactNode {
  const { t } = useSpeech()
  return (
    <StepList at="/legal/compensation" titled="legal.compensation" steps={compensationSteps} more="paymentRoute">
      {(at) => (
        <CaseText at={`${at}/paymentRoute`} label={t('legal.paymentRoute')} help={t('legal.paymentRoute.help')} optional size="middle" />
      )}
    </StepList>
  )
}
