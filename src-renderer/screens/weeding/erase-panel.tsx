import { type ReactNode, useState } from 'react'
import type { SignedListView } from '#contract/retention.ts'
import { type ErasingContext, eraseForGood } from '../../app/actions/weeding.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'
import css from './weeding.module.css'

/** A signed list: what will happen, in plain words, and the number that shows that it was read. */
export function ErasePanel({ list, mayErase }: { readonly list: SignedListView; readonly mayErase: boolean }): ReactNode {
  const { t, moment } = useSpeech()
  const [typed, setTyped] = useState('')
  const command = useCommand('retention.erase')
  const n = list.cases.length
  const context: ErasingContext = {
    mayErase,
    cases: n,
    typed,
    busy: command.isPending,
    erase: () => command.mutate({ list: list.list, confirm: n }),
  }
  return (
    <Panel title={t('weeding.signed', { n })} aside={moment(list.signedAt)}>
      <div className={css['act']} data-list={list.list}>
        <p className={parts['consequence']}>
          <Glyph status="stop" size={18} />
          {t('weeding.consequence', { n })}
        </p>
        <ul className={parts['points']}>
          <li>{t('weeding.goes')}</li>
          <li>{t('weeding.stays')}</li>
          <li>{t('weeding.backups')}</li>
        </ul>
        <Facts
          rows={[
            [t('weeding.cases'), list.cases.join(', ')],
            [t('weeding.digest'), inFours(list.digest)],
          ]}
        />
        <div className={css['count']}>
          <Field label={t('weeding.type-count')} value={typed} onChange={setTyped} help={t('weeding.type-count-help')} />
        </div>
        {command.isError ? <FailureNote failure={command.error.failure} /> : null}
        {command.isPending ? <p role="status">{t('weeding.erasing', { n })}</p> : null}
        <ActionButton action={eraseForGood} context={context} look="primary" />
      </div>
    </Panel>
  )
}

/** As one reads it out over the telephone. */
export const inFours = (digest: string): string => digest.replaceAll(/[0-9a-f]{4}(?=[0-9a-f])/gi, '$& ')
