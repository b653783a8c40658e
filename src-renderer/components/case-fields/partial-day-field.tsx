import type { ReactNode } from 'react'
import { Group, Input, Label, TextField } from 'react-aria-components'
import { type DateParts, dayOfParts, type PartialDate, partsOfDay } from '#domain/dates-typed.ts'
import type { Edit, Json } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../cx.ts'
import css from './case-fields.module.css'
import { type CaseFieldGiven, FieldShell, isWrong, labelWords, Under } from './field-shell.tsx'
import { isText, useField } from './use-field.ts'

const parts = ['year', 'month', 'day'] as const
const nothing = '--'
const textOf = ({ year, month, day }: DateParts): string => [year, month, day].join('-')

type Given = CaseFieldGiven & {
  /** Where the case keeps the day at more than one place: what is shown while nothing stands at this one, and all that changes with a day. */
  readonly keeps?: { readonly otherwise: string; readonly edits: (day: PartialDate) => readonly Edit[] }
  /** What to say of a day that cannot be this one. */
  readonly wrong?: (day: PartialDate) => string | undefined
}

/** A day in three boxes, each of which takes `?` for what nobody knows; kept as `2011-XX-XX`. */
export function CasePartialDay({ at, help, size, needed, keeps, wrong, ...named }: Given): ReactNode {
  const { t } = useSpeech()
  const fault = (shown: string): string | undefined => {
    if (shown === nothing) return needed
    const day = dayOfParts(partsOfDay(shown))
    return day === undefined ? t('editing.fault.parts') : wrong?.(day)
  }
  const field = useField(at, {
    shown: (held: Json) => textOf(partsOfDay(isText(held) ? held : (keeps?.otherwise ?? ''))),
    value: (shown) => (shown === nothing ? undefined : dayOfParts(partsOfDay(shown))),
    fault,
    edits:
      keeps === undefined
        ? undefined
        : (shown) => {
            const day = dayOfParts(partsOfDay(shown))
            return day === undefined ? [] : keeps.edits(day)
          },
    isShown: isText,
  })
  const label = labelWords(t, named)
  const said = partsOfDay(field.shown)
  return (
    <FieldShell field={field} label={label} size={size}>
      <Group
        className={cx(css['field'])}
        aria-label={label}
        data-at={at}
        onBlur={({ currentTarget, relatedTarget }) => (currentTarget.contains(relatedTarget) ? undefined : field.leave())}
      >
        <span className={css['label']} aria-hidden="true">
          {label}
        </span>
        <div className={css['parts']}>
          {parts.map((part) => (
            <TextField
              key={part}
              className={cx(css['field'], part === 'year' ? css['wide'] : css['part'])}
              value={said[part]}
              onChange={(text) => field.type(textOf({ ...said, [part]: text.replaceAll('-', '') }))}
              isInvalid={isWrong(field)}
              isReadOnly={field.readOnly}
            >
              <Label className={cx(css['aside'])}>{t(`editing.part.${part}`)}</Label>
              <Input className={cx(css['input'])} inputMode="numeric" autoComplete="off" maxLength={part === 'year' ? 4 : 2} />
            </TextField>
          ))}
        </div>
        <Under field={field} help={help ?? t('editing.help.parts')} />
      </Group>
    </FieldShell>
  )
}
