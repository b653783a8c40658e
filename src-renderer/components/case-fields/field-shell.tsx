import type { ReactNode } from 'react'
import { Button, Text } from 'react-aria-components'
import { toggleNames } from '../../app/actions/toggle-names.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import type { Autosave } from '../../app/editing/use-autosave.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../action-button.tsx'
import buttons from '../button.module.css'
import { ConflictRows } from '../conflict-rows.tsx'
import { cx } from '../cx.ts'
import { FailureText } from '../failure-note.tsx'
import { Glyph } from '../glyph.tsx'
import css from './case-fields.module.css'

/** What every field of a case is told, whatever its kind. */
export type CaseFieldGiven = {
  /** Path in the case file; items of lists by their own names. */
  readonly at: string
  readonly label: string
  /** One line, always there; an error takes its place. */
  readonly help?: string
  /** Nothing in the case waits for it: says so after the label. */
  readonly optional?: boolean
  /** What to say where it may not be left empty. */
  readonly needed?: string
  readonly size?: 'short' | 'middle' | 'full'
}

type ShellGiven = {
  readonly field: Pick<Autosave<never>, 'conflict' | 'settle' | 'drop' | 'found' | 'foundHidden'> & { readonly hidden?: boolean }
  readonly label: string
  readonly size?: CaseFieldGiven['size']
  readonly children: ReactNode
}

/** Around a field: a name that is hidden, what was found again after a lock, and what others have changed meanwhile. */
export function FieldShell({ field, label, size = 'full', children }: ShellGiven): ReactNode {
  return (
    <div className={cx(css['field'], css[size])} data-field="">
      {field.hidden === true ? <HiddenValue label={label} /> : children}
      <Found field={field} />
      {field.conflict === undefined ? null : (
        <ConflictRows key={field.conflict.version} conflict={field.conflict} onSettle={field.settle} onDrop={field.drop} />
      )}
    </div>
  )
}

function HiddenValue({ label }: { readonly label: string }): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  return (
    <>
      <span className={css['label']}>{label}</span>
      <div className={css['hidden']} data-hidden-value="">
        {t('editing.namesHidden')}
        <ActionButton action={toggleNames(context)} context={context} look="link" about={label} />
      </div>
    </>
  )
}

function Found({ field }: Pick<ShellGiven, 'field'>): ReactNode {
  const { t } = useSpeech()
  if (field.foundHidden) return <p className={css['note']}>{t('editing.foundHidden')}</p>
  if (!field.found || field.conflict !== undefined) return null
  return (
    <p className={css['note']} role="status" data-found="">
      {t('editing.found')}
      <Button className={cx(buttons['button'], buttons['link'])} onPress={field.drop}>
        {t('editing.drop')}
      </Button>
    </p>
  )
}

/** The words of a label, and whether it may be left out. */
export function labelWords(t: (key: string) => string, { label, optional = false }: Pick<CaseFieldGiven, 'label' | 'optional'>): string {
  return optional ? `${label} (${t('editing.optional')})` : label
}

/** Whether something is to be said instead of the help. */
export const isWrong = ({ fault, failure }: Pick<Autosave<never>, 'fault' | 'failure'>): boolean =>
  fault !== undefined || failure !== undefined

/** Help, or the sentence that says what is wrong and what to do. Stands inside a field of React Aria. */
export function Under({
  field,
  help,
}: {
  readonly field: Pick<Autosave<never>, 'fault' | 'failure'>
  readonly help?: string | undefined
}): ReactNode {
  if (isWrong(field))
    return (
      <Text slot="errorMessage" className={cx(css['error'])} data-fault="">
        <Glyph status="stop" size={14} />
        <span>{field.failure === undefined ? field.fault : <FailureText failure={field.failure} />}</span>
      </Text>
    )
  if (help === undefined) return null
  return (
    <Text slot="description" className={cx(css['aside'])}>
      {help}
    </Text>
  )
}
