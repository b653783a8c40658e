import type { ReactNode } from 'react'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { CaseText } from '../../components/case-fields/text-fields.tsx'
import css from './child.module.css'
import { FieldGroup } from './field-group.tsx'
import { recordsAt, textIn } from './records.ts'

/** What the case is called here and by those whom the plan goes to. */
export function ReferencesGroup(): ReactNode {
  const { t, tOr } = useSpeech()
  const { held } = useCaseEditing()
  const recipients = recordsAt(held('/recipients'))
  return (
    <FieldGroup title={t('child.references')} id="references">
      <CaseText at="/diaryNumber" label={t('child.diary')} size="middle" optional />
      {recipients.length === 0 ? <p className={css['note']}>{t('child.references.empty')}</p> : null}
      {recipients.map((recipient) => (
        <CaseText
          key={textIn(recipient, 'id')}
          at={`/recipients/${textIn(recipient, 'id')}/caseReference`}
          label={t('child.reference', {
            who: textIn(recipient, 'name') ?? tOr([`recipient-profile.${textIn(recipient, 'profile')}`]),
          })}
          size="middle"
          optional
        />
      ))}
    </FieldGroup>
  )
}
