import { GitCompareArrows } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { ConflictRow } from '#contract/operations.ts'
import { dropChange, saveChoice } from '../app/actions/settle.ts'
import { fieldName, valueWords } from '../app/field-words.ts'
import type { Choices, Conflict } from '../app/settling.ts'
import { useSpeech } from '../app/text.ts'
import { ActionButton } from './action-button.tsx'
import css from './conflict-rows.module.css'
import { cx } from './cx.ts'

type Given = { readonly conflict: Conflict; readonly onSettle: (choices: Choices) => void; readonly onDrop: () => void }

/** What I wrote and what somebody else made of the same fields meanwhile. Nothing is saved before each has been chosen. */
export function ConflictRows({ conflict, onSettle, onDrop }: Given): ReactNode {
  const { t } = useSpeech()
  const [choices, setChoices] = useState<Choices>({})
  const box = useRef<HTMLElement>(null)
  // One who types is brought here, and back by what follows.
  useEffect(() => box.current?.focus(), [])
  const open = conflict.rows.filter((row) => choices[row.path] === undefined).length
  const context = { open, save: () => onSettle(choices), drop: onDrop }
  return (
    <section
      ref={box}
      className={css['conflict']}
      aria-label={t('conflict.title', { n: conflict.rows.length })}
      tabIndex={-1}
      data-conflict=""
    >
      <header className={css['head']}>
        <GitCompareArrows size={20} strokeWidth={1.75} aria-hidden="true" />
        <div>
          <h3 className={css['title']}>{t('conflict.title', { n: conflict.rows.length })}</h3>
          <p className={css['lead']} role="status">
            {t('conflict.lead')}
          </p>
        </div>
      </header>
      {conflict.rows.map((row) => (
        <Row key={row.path} row={row} chosen={choices[row.path]} onChoose={(choice) => setChoices({ ...choices, [row.path]: choice })} />
      ))}
      <div className={css['actions']}>
        <ActionButton action={saveChoice} context={context} look="primary" />
        <ActionButton action={dropChange} context={context} />
      </div>
    </section>
  )
}

type RowGiven = {
  readonly row: ConflictRow
  readonly chosen: 'mine' | 'theirs' | undefined
  readonly onChoose: (choice: 'mine' | 'theirs') => void
}

function Row({ row, chosen, onChoose }: RowGiven): ReactNode {
  const speech = useSpeech()
  const { t, when } = speech
  const field = fieldName(speech, row.path)
  const words = (value: string | null) =>
    row.hidden ? t('conflict.hidden') : value === null ? t('journal.nothing') : valueWords(speech, value, row.path)
  const values = { known: row.by === null ? 'no' : 'yes', who: row.by ?? '', time: row.at === null ? '' : when(row.at) }
  const choose = (choice: string): void => onChoose(choice === 'mine' ? 'mine' : 'theirs')
  return (
    <div className={css['row']}>
      <p className={css['field']}>
        <b>{field}</b>
        <span className={css['who']}>{row.overlap ? t('conflict.by', values) : t('conflict.apart')}</span>
      </p>
      <p className={css['before']}>
        <span className={css['label']}>{t('conflict.before')}</span> {words(row.before)}
      </p>
      <RadioGroup className={cx(css['choices'])} aria-label={t('conflict.choose', { field })} value={chosen ?? null} onChange={choose}>
        {(['mine', 'theirs'] as const).map((side) => (
          <Radio key={side} value={side} className={cx(css['choice'])} data-choice={side}>
            <span className={css['dot']} />
            <span className={css['words']}>
              <span className={css['label']}>{t(side === 'theirs' && !row.overlap ? 'conflict.asItIs' : `conflict.${side}`)}</span>
              <span className={css['value']}>{words(row[side])}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}
