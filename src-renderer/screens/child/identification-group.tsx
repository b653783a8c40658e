import type { ReactNode } from 'react'
import { identifiers } from '#domain/case/child.ts'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseDay, CaseProse } from '../../components/case-fields/text-fields.tsx'
import css from './child.module.css'
import { useChoices } from './choices.ts'
import { FieldGroup } from './field-group.tsx'
import { Municipality } from './municipality.tsx'
import { recordsAt, textIn } from './records.ts'
import { Row } from './row.tsx'

const list = '/child/identifications'
const companies = ['unaccompanied', 'separated', 'with-family', 'unknown']

/** When and by whom the child was found, and with whom it was then. One identification always stays. */
export function IdentificationGroup(): ReactNode {
  const { t, tOr } = useSpeech()
  const { today } = useRegister()
  const { held } = useCaseEditing()
  const known = recordsAt(held(list))
  const municipality = textIn(known[0] ?? {}, 'municipality') ?? ''
  const by = useChoices(identifiers, 'identified-by')
  const words = (record: CaseRecord): string => tOr([`identified-by.${textIn(record, 'by')}`])
  return (
    <FieldGroup title={t('child.identification')} id="identification">
      <CaseRecords
        at={list}
        label={t('child.identification')}
        empty=""
        name={words}
        row={(record) => <Row title={words(record)} record={record} facts={[textIn(record, 'municipality')]} />}
        add={{
          label: t('child.identification.add'),
          record: () => ({ happenedOn: today, recordedAt: 'now', by: 'other', municipality }),
        }}
        removable={known.length > 1}
      >
        {(at) => (
          <>
            <div className={css['pair']}>
              <CaseDay at={`${at}/happenedOn`} label={t('child.foundOn')} needed={t('child.day.needed')} latest={today} />
              <Municipality at={`${at}/municipality`} />
            </div>
            <CaseChoice at={`${at}/by`} label={t('child.foundBy')} choices={by} needed={t('child.foundBy.needed')} />
            <CaseProse at={`${at}/circumstances`} label={t('child.circumstances')} optional />
          </>
        )}
      </CaseRecords>
      <CaseChoice at="/child/accompaniment" label={t('child.company')} choices={useChoices(companies, 'record.value')} />
    </FieldGroup>
  )
}
