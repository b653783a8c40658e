import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { ulid } from 'ulid'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useAutosave } from '../../app/editing/use-autosave.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import css from '../../components/case-fields/case-fields.module.css'
import { FieldShell, isWrong, Under } from '../../components/case-fields/field-shell.tsx'
import { isText } from '../../components/case-fields/use-field.ts'
import { cx } from '../../components/cx.ts'

const longest = 300

/** What is to be done, in a line; Enter puts it among the tasks. Half a line stays here, also over a lock. */
export function NewTask(): ReactNode {
  const { t } = useSpeech()
  const { edit, mayChange } = useCaseEditing()
  const field = useAutosave<string>({
    place: '/tasks/+',
    held: '',
    byHand: true,
    isShown: isText,
    fault: (title) => (title.trim().length > longest ? t('editing.fault.long', { n: longest }) : undefined),
    attempt: (title, version, settle) => {
      const value = { id: ulid().toLowerCase(), title: title.trim(), recordedAt: 'now' }
      return edit([{ at: '/tasks/+', value }], version, { settle, tell: true })
    },
  })
  if (!mayChange) return null
  return (
    <FieldShell field={field} label={t('tasks.new')}>
      <div className={css['new']}>
        <TextField
          className={cx(css['field'], css['grow'])}
          value={field.shown}
          onChange={field.type}
          onBlur={field.leave}
          isInvalid={isWrong(field)}
          data-new-task=""
        >
          <Label className={cx(css['label'])}>{t('tasks.new')}</Label>
          <Input
            className={cx(css['input'])}
            autoComplete="off"
            onKeyDown={({ key }) => (key === 'Enter' && field.shown.trim() !== '' ? field.submit() : undefined)}
          />
          <Under field={field} help={t('tasks.newHelp')} />
        </TextField>
      </div>
      <div>
        <Button className={cx(buttons['button'])} onPress={() => (field.shown.trim() === '' ? undefined : field.submit())}>
          <Plus size={16} strokeWidth={1.75} aria-hidden="true" />
          {t('tasks.add')}
        </Button>
      </div>
    </FieldShell>
  )
}
