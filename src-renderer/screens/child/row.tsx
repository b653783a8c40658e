import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import css from './child.module.css'
import { textIn } from './records.ts'

type Given = { readonly title: string; readonly record: CaseRecord; readonly facts?: readonly (string | undefined)[] }

/** A fact of the case while it is closed: what, on which day, and more in a line. */
export function Row({ title, record, facts = [] }: Given): ReactNode {
  const { day } = useSpeech()
  const happenedOn = textIn(record, 'happenedOn')
  const said = [happenedOn === undefined ? undefined : day(happenedOn), ...facts].filter((fact) => fact !== undefined)
  return (
    <>
      <p className={css['title']}>{title}</p>
      <p className={css['facts']}>{said.join(' · ')}</p>
    </>
  )
}
