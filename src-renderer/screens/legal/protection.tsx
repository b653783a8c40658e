import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice, CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseProse, CaseText } from '../../components/case-fields/text-fields.tsx'
import { FactList } from './fact-list.tsx'
import { stepChoices, textIn } from './legal-words.ts'

/** An application for asylum, opened and closed. While one is open nothing is carried out. */
export function ProtectionClaims(): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const steps = stepChoices(speech, 'legal.claim', ['opened', 'closed'])
  return (
    <FactList
      at="/legal/protectionClaims"
      title={t('legal.claims')}
      help={t('legal.claims.help')}
      empty={t('legal.claims.empty')}
      add={t('legal.claims.add')}
      fields={[{ kind: 'choice', name: 'step', label: t('legal.step'), choices: steps }]}
      record={({ step = '' }) => ({ step })}
      says={(each) => t(`legal.claim.${textIn(each, 'step')}`)}
      more={(each) => [textIn(each, 'note')]}
    >
      {(at) => (
        <>
          <CaseChoice at={`${at}/step`} label={t('legal.step')} choices={steps} />
          <CaseProse at={`${at}/note`} label={t('legal.note')} optional />
        </>
      )}
    </FactList>
  )
}

/** Whether somebody who knows the law has found an obstacle to the return. */
export function LegalChecks(): ReactNode {
  const { t } = useSpeech()
  const found = (obstacle: boolean): string => t(obstacle ? 'legal.obstacle.yes' : 'legal.obstacle.no')
  return (
    <FactList
      at="/legal/legalChecks"
      title={t('legal.checks')}
      empty={t('legal.checks.empty')}
      add={t('legal.checks.add')}
      fields={[
        {
          kind: 'choice',
          name: 'obstacle',
          label: t('legal.obstacle'),
          choices: ['no', 'yes'].map((id) => ({ id, label: t(`editing.${id}`) })),
        },
        { kind: 'text', name: 'by', label: t('legal.checkedBy') },
      ]}
      record={({ obstacle, by = '' }) => ({ obstacle: obstacle === 'yes', by })}
      says={(each) => found(each['obstacle'] === true)}
      more={(each) => [textIn(each, 'by'), textIn(each, 'note')]}
    >
      {(at) => (
        <>
          <CaseYesNo at={`${at}/obstacle`} label={t('legal.obstacle')} keeps="truth" />
          <CaseText at={`${at}/by`} label={t('legal.checkedBy')} needed={t('legal.checkedByNeeded')} size="middle" />
          <CaseProse at={`${at}/note`} label={t('legal.note')} optional />
        </>
      )}
    </FactList>
  )
}
