import type { ReactNode } from 'react'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { sentence } from '../../app/reasons.ts'
import { useSettling } from '../../app/settling.ts'
import { useSpeech } from '../../app/text.ts'
import { AddFromList } from '../../components/case-fields/add-from-list.tsx'
import { CaseChoice, CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseCombo } from '../../components/case-fields/combo-field.tsx'
import { CaseRecords } from '../../components/case-fields/record-list.tsx'
import { CaseProse } from '../../components/case-fields/text-fields.tsx'
import { ConflictRows } from '../../components/conflict-rows.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import css from './child.module.css'
import { useChoices, useListed } from './choices.ts'
import { FieldGroup } from './field-group.tsx'
import { recordsAt, textIn } from './records.ts'

const levels = ['first', 'good', 'some']

/** What the child speaks, and what is needed for it to be understood. */
export function SpeechGroup(): ReactNode {
  const { t, tOr } = useSpeech()
  const choices = useChoices(levels, 'record.value')
  const languages = useListed('language')
  return (
    <FieldGroup title={t('child.speech')} id="speech">
      <CaseRecords
        at="/child/languages"
        label={t('child.languages')}
        empty={t('child.languages.empty')}
        name={(record) => tOr([`language.${textIn(record, 'language')}`])}
        row={(record) => (
          <p>
            <span className={css['title']}>{sentence(tOr([`language.${textIn(record, 'language')}`]))}</span>{' '}
            <span className={css['facts']}>{tOr([`record.value.${textIn(record, 'level')}`])}</span>
          </p>
        )}
      >
        {(at) => <CaseChoice at={`${at}/level`} label={t('child.level')} choices={choices} />}
      </CaseRecords>
      <AddLanguage />
      <CaseYesNo at="/child/interpreterNeeded" label={t('child.interpreter')} />
      <CaseCombo at="/child/interpreterLanguage" label={t('child.interpreterLanguage')} choices={languages} optional />
      <CaseProse at="/child/interpreterWish" label={t('child.interpreterWish')} help={t('child.interpreterWish.help')} optional />
    </FieldGroup>
  )
}

/** The first language that is added is taken for the child's own; its level can be changed in its row. */
function AddLanguage(): ReactNode {
  const { t } = useSpeech()
  const { held, edit, version, mayChange } = useCaseEditing()
  const { conflict, failure, save, settle, drop } = useSettling()
  const spoken = recordsAt(held('/child/languages')).map((record) => textIn(record, 'language'))
  const choices = useListed('language').filter(({ id }) => !spoken.includes(id))
  if (!mayChange) return null
  const add = (language: string): void => {
    const value = { language, level: spoken.length === 0 ? 'first' : 'good' }
    const seen = version
    void save((choice) => edit([{ at: '/child/languages/+', value }], seen, { settle: choice }))
  }
  return (
    <div>
      <AddFromList label={t('child.languages.add')} choices={choices} onAdd={add} />
      {conflict === undefined ? null : (
        <ConflictRows key={conflict.version} conflict={conflict} onSettle={(chosen) => void settle(chosen)} onDrop={drop} />
      )}
      {failure === undefined ? null : (
        <p role="alert">
          <FailureText failure={failure} />
        </p>
      )}
    </div>
  )
}
