import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { verifyJournal } from '../../app/actions/journal.ts'
import type { CallFailure } from '../../app/call.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { Field } from '../../components/text-field.tsx'
import { JournalExport } from './journal-export.tsx'
import css from './safety.module.css'
import { StateRow } from './state-row.tsx'

type Verdict = Output<'journal.verify'>

/** Whether anybody has touched the journal, or put an older register in this one's place; and the journal as a file for others to check. */
export function JournalPanel(): ReactNode {
  const { t } = useSpeech()
  const [file, setFile] = useState('')
  const [asked, setAsked] = useState<string>()
  const known = asked === undefined || asked === '' ? {} : { known: [asked] }
  const verdict = useAnswer('journal.verify', { own: true, ...known }, asked !== undefined)
  // What lies outside may have changed since: every press asks anew.
  const run = (): void => (asked === file.trim() ? void verdict.refetch() : setAsked(file.trim()))
  return (
    <Panel title={t('safety.chronicle')}>
      <div className={parts['form']}>
        <Field
          label={t('safety.chronicle.file')}
          value={file}
          onChange={setFile}
          help={t('safety.chronicle.file.help')}
          error={verdict.isError && !verdict.isFetching ? <FailureText failure={failureOf(verdict.error)} /> : undefined}
        />
        <div className={parts['acts']}>
          <ActionButton action={verifyJournal} context={{ busy: verdict.isFetching, run }} />
        </div>
        {verdict.isFetching ? <p role="status">{t('safety.chronicle.running')}</p> : null}
      </div>
      {verdict.data === undefined || verdict.isFetching ? null : <Found verdict={verdict.data} />}
      <JournalExport />
    </Panel>
  )
}

const failureOf = ({ failure }: CallFailure) => failure

function Found({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { t } = useSpeech()
  const { intact, entries, chains, faults, compared } = verdict
  const side = compared.some(({ kind }) => kind === 'side-file')
  const copies = compared.filter(({ kind }) => kind === 'copy').length
  const given = compared.find(({ kind }) => kind === 'given')
  const against = [
    ...(side ? [t('safety.chronicle.side')] : []),
    ...(copies === 0 ? [] : [t('safety.chronicle.copies', { n: copies })]),
    ...(given === undefined ? [] : [given.name]),
  ]
  return (
    <div role="status" data-verdict={intact ? 'intact' : 'broken'}>
      <ul className={css['list']}>
        <StateRow
          status={intact ? 'met' : 'stop'}
          title={t(intact ? 'safety.chronicle.intact' : 'safety.chronicle.broken')}
          line={intact ? t('safety.chronicle.read', { entries, chains }) : t('safety.chronicle.do')}
        />
        <StateRow
          status={against.length === 0 ? 'soon' : faults.some(({ code }) => code === 'rolled-back') ? 'stop' : 'met'}
          title={t(
            against.length === 0
              ? 'safety.chronicle.alone'
              : faults.some(({ code }) => code === 'rolled-back')
                ? 'safety.chronicle.behind'
                : 'safety.chronicle.agrees',
          )}
          line={against.length === 0 ? t('safety.chronicle.alone.what') : t('safety.chronicle.against', { list: against.join(', ') })}
        />
        {faults.map(({ code, chain, entry }) => (
          <StateRow
            key={`${code} ${chain} ${entry}`}
            status="stop"
            title={t('safety.chronicle.fault')}
            line={t(`command.journal.fault.${code}`, { chain: chain ?? '', entry })}
          />
        ))}
      </ul>
    </div>
  )
}
