import type { ReactNode } from 'react'
import { placementKinds } from '#domain/case/child.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseDay, CaseText } from '../../components/case-fields/text-fields.tsx'
import css from './child.module.css'
import { useChoices } from './choices.ts'
import { FieldGroup } from './field-group.tsx'
import { Municipality } from './municipality.tsx'
import { recordsAt, textIn } from './records.ts'
import { Row } from './row.tsx'

/** Where the child lives now and has lived since it was found. */
export function PlacementGroup(): ReactNode {
  const { t, tOr, day } = useSpeech()
  const { today } = useRegister()
  const { held } = useCaseEditing()
  const kinds = useChoices(placementKinds, 'placement')
  const words = (record: CaseRecord): string => tOr([`placement.${textIn(record, 'kind')}`])
  const municipality = textIn(recordsAt(held('/child/identifications'))[0] ?? {}, 'municipality') ?? ''
  const ended = (record: CaseRecord): string | undefined => {
    const endedOn = textIn(record, 'endedOn')
    return endedOn === undefined ? undefined : t('child.placement.endedLine', { day: day(endedOn) })
  }
  return (
    <FieldGroup title={t('child.placements')} id="placements">
      <CaseRecords
        at="/child/placements"
        label={t('child.placements')}
        empty={t('child.placements.empty')}
        name={words}
        row={(record) => <Row title={words(record)} record={record} facts={[ended(record), textIn(record, 'municipality')]} />}
        add={{
          label: t('child.placement.add'),
          record: () => ({ happenedOn: today, recordedAt: 'now', kind: 'other', municipality }),
        }}
      >
        {(at) => (
          <>
            <CaseChoice at={`${at}/kind`} label={t('child.placement.kind')} choices={kinds} />
            <CaseText at={`${at}/name`} label={t('child.placement.name')} size="middle" optional />
            <div className={css['pair']}>
              <CaseDay at={`${at}/happenedOn`} label={t('child.placement.from')} needed={t('child.day.needed')} />
              <CaseDay at={`${at}/endedOn`} label={t('child.placement.ended')} optional />
            </div>
            <Municipality at={`${at}/municipality`} />
          </>
        )}
      </CaseRecords>
    </FieldGroup>
  )
}
