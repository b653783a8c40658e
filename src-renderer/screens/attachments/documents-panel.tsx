import type { ReactNode } from 'react'
import { EditCase } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { type CaseRecord, CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseDay, CaseText } from '../../components/case-fields/text-fields.tsx'
import { Panel } from '../../components/panel.tsx'
import css from './attachments.module.css'
import { typeName } from './words.ts'

const places = ['/documents']
type Given = { readonly reference: string; readonly types: readonly string[] }

/** What the case says of its papers: title, type, and from when until when they hold. */
export function DocumentsPanel({ reference, types }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const choices = types.map((id) => ({ id, label: typeName(speech, id) }))
  return (
    <Panel title={t('documents.title')}>
      <div className={css['part']}>
        <EditCase reference={reference} places={places}>
          <CaseRecords
            at="/documents"
            label={t('documents.title')}
            empty={t('documents.empty')}
            name={(record) => textOf(record, 'title')}
            row={(record) => <DocumentRow record={record} />}
            removable={false}
          >
            {(at, record) => (
              <>
                <CaseText at={`${at}/title`} label={t('documents.name')} needed={t('documents.nameNeeded')} />
                {record['sha256'] === undefined ? (
                  <>
                    <CaseChoice at={`${at}/type`} label={t('documents.type')} choices={choices} />
                    <CaseDay at={`${at}/issuedOn`} label={t('documents.issuedOn')} needed={t('documents.issuedNeeded')} />
                  </>
                ) : (
                  <p className={css['small']}>{t('documents.atFile')}</p>
                )}
                <CaseDay at={`${at}/validThrough`} label={t('documents.validThrough')} earliest={textOf(record, 'issuedOn')} optional />
              </>
            )}
          </CaseRecords>
        </EditCase>
      </div>
    </Panel>
  )
}

const textOf = (record: CaseRecord, field: string): string => {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

function DocumentRow({ record }: { readonly record: CaseRecord }): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { today } = useRegister()
  const until = textOf(record, 'validThrough')
  const facts = [
    typeName(speech, textOf(record, 'type')),
    t('documents.issued', { day: day(textOf(record, 'issuedOn')) }),
    until === '' ? undefined : t(until < today ? 'documents.expired' : 'documents.valid', { day: day(until) }),
  ]
  return (
    <>
      <p>
        <b>{textOf(record, 'title')}</b>
      </p>
      <p className={css['small']}>{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
    </>
  )
}
