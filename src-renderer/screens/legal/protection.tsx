import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseProse, CaseText } from '../../components/case-fields/text-fields.tsx'
import { FactList } from './fact-list.tsx'
import { textIn } from './legal-words.ts'
import { StepList } from './step-list.tsx'

/** An application for asylum, opened and closed. While one is open nothing is carried out. */
export function ProtectionClaims(): ReactNode {
  const { t } = useSpeech()
  return (
    <StepList
      at="/legal/protectionClaims"
      titled="legal.claims"
      help={t('legal.claims.help')}
      steps={['opened', 'closed']}
      words="legal.claim"
      more="note"
    >
      {(at) => <CaseProse at={`${at}/note`} label={t('legal.note')} optional />}
    </StepList>
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
