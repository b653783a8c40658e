import type { ReactNode } from 'react'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseDay } from '../../components/case-fields/text-fields.tsx'
import css from './child.module.css'
import { FieldGroup } from './field-group.tsx'
import { recordsAt, textIn } from './records.ts'
import { Row } from './row.tsx'

/** Reports of concern to the social services, and the inquiries that followed. */
export function ConcernGroup(): ReactNode {
  const { t } = useSpeech()
  const { today } = useRegister()
  return (
    <FieldGroup title={t('child.concern')} id="concern">
      <CaseRecords
        at="/child/concernReports"
        label={t('child.reports')}
        empty={t('child.reports.empty')}
        name={() => t('child.report')}
        row={(record) => <Row title={t('child.report')} record={record} />}
        add={{
          label: t('child.report.add'),
          record: () => ({ happenedOn: today, recordedAt: 'now', reporterAskedForFeedback: false }),
        }}
      >
        {(at, record) => (
          <>
            <div className={css['pair']}>
              <CaseDay at={`${at}/happenedOn`} label={t('child.report.on')} needed={t('child.day.needed')} latest={today} />
              <CaseDay at={`${at}/protectionAssessedOn`} label={t('child.report.assessed')} latest={today} />
            </div>
            <InquiryDecision at={`${at}/inquiryDecision`} held={record['inquiryDecision'] ?? null} />
            <CaseYesNo at={`${at}/reporterAskedForFeedback`} label={t('child.report.feedback')} keeps="truth" />
            <CaseDay at={`${at}/feedbackGivenOn`} label={t('child.report.feedbackGiven')} latest={today} optional />
          </>
        )}
      </CaseRecords>
      <CaseRecords
        at="/child/inquiries"
        label={t('child.inquiries')}
        empty={t('child.inquiries.empty')}
        name={() => t('child.inquiry')}
        row={(record) => <Row title={t('child.inquiry')} record={record} />}
        add={{ label: t('child.inquiry.add'), record: () => ({ happenedOn: today, recordedAt: 'now' }) }}
      >
        {(at) => (
          <>
            <CaseDay at={`${at}/happenedOn`} label={t('child.inquiry.on')} needed={t('child.day.needed')} latest={today} />
            <div className={css['pair']}>
              <CaseDay at={`${at}/extendedThrough`} label={t('child.inquiry.extended')} optional />
              <CaseDay at={`${at}/completedOn`} label={t('child.inquiry.completed')} latest={today} optional />
            </div>
          </>
        )}
      </CaseRecords>
    </FieldGroup>
  )
}

/** Whether an inquiry was opened is asked once a day of the decision is there. */
function InquiryDecision({ at, held }: { readonly at: string; readonly held: Json }): ReactNode {
  const { t } = useSpeech()
  const { today } = useRegister()
  const decision = recordsAt([held])[0]
  const keeps = {
    shown: (value: Json): string => textIn(recordsAt([value])[0] ?? {}, 'decidedOn') ?? '',
    value: (decidedOn: string): Json => ({ decidedOn, opened: decision?.['opened'] ?? true }),
  }
  return (
    <>
      <CaseDay at={at} label={t('child.report.decision')} latest={today} keeps={keeps} />
      {decision === undefined ? null : <CaseYesNo at={`${at}/opened`} label={t('child.report.opened')} keeps="truth" />}
    </>
  )
}
