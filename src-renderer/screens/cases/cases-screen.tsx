import { useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, GridList, Input, SearchField } from 'react-aria-components'
import type { IdentityView } from '#contract/views.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import field from '../../components/field.module.css'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { BrokenGlass } from '../access/broken-glass.tsx'
import { ClosedCases } from '../access/closed-cases.tsx'
import { CaseRow } from './case-row.tsx'
import css from './cases.module.css'
import { matches, urgentFirst } from './search.ts'

/** Find a case and see what it waits for. */
export function CasesScreen(): ReactNode {
  const { t } = useSpeech()
  const cases = useAnswer('case.list', {})
  const count = cases.data?.cases.length ?? 0
  return (
    <PlainScreen ready={!cases.isPending}>
      <TitleRow title={t('screen.cases')} line={cases.data === undefined || count === 0 ? '' : t('cases.open', { n: count })} />
      <BrokenGlass />
      <Answer query={cases}>
        {({ cases: all }) =>
          all.length === 0 ? <p className={css['empty']}>{t('empty.cases')}</p> : <CaseList cases={all.toSorted(urgentFirst)} />
        }
      </Answer>
      <ClosedCases />
    </PlainScreen>
  )
}

function CaseList({ cases }: { readonly cases: readonly IdentityView[] }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [text, setText] = useState('')
  const searching = text.trim() !== ''
  const hits = searching ? cases.filter((each) => matches(each, text, speech)) : cases
  const rest = cases.filter((each) => !hits.includes(each))
  return (
    <>
      <div className={css['tools']}>
        <CaseSearch text={text} onChange={setText} hits={searching ? t('cases.hitCount', { n: hits.length }) : undefined} />
      </div>
      <Panel>
        <div className={css['head']} aria-hidden="true">
          <span>{t('cases.column.case')}</span>
          <span>{t('cases.column.safeguards')}</span>
          <span>{t('cases.column.next')}</span>
          <span className={css['when-cell']}>{t('cases.column.departure')}</span>
          <span>{t('cases.column.state')}</span>
        </div>
        {searching ? (
          <GroupRow level={2} title={hits.length === 0 ? t('empty.noHits', { text }) : t('cases.hits', { n: hits.length, text })}>
            {t('cases.namesNotSearched')}
          </GroupRow>
        ) : null}
        <Rows label={t('screen.cases')} cases={hits} />
        {searching && rest.length > 0 ? (
          <>
            <GroupRow level={2} title={t('cases.others')} count={rest.length} />
            <Rows label={t('cases.others')} cases={rest} />
          </>
        ) : null}
      </Panel>
    </>
  )
}

function Rows({ label, cases }: { readonly label: string; readonly cases: readonly IdentityView[] }): ReactNode {
  const navigate = useNavigate()
  if (cases.length === 0) return null
  return (
    <GridList
      className={cx(css['list'])}
      aria-label={label}
      items={cases.map((identity) => ({ id: identity.reference, identity }))}
      onAction={(key) => void navigate({ to: '/cases/$reference/$section', params: { reference: String(key), section: 'overview' } })}
    >
      {({ identity }) => <CaseRow identity={identity} />}
    </GridList>
  )
}

function CaseSearch({
  text,
  onChange,
  hits,
}: {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly hits: string | undefined
}): ReactNode {
  const { t } = useSpeech()
  return (
    <SearchField
      className={cx(css['search'])}
      aria-label={t('cases.search')}
      value={text}
      onChange={onChange}
      data-search=""
      onKeyDown={(event) => (event.key === 'ArrowDown' ? moveFocusTo('[role="row"]') : undefined)}
    >
      <div className={field['box']}>
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <Input className={cx(field['input'])} placeholder={t('cases.search')} />
        {hits === undefined ? null : (
          <>
            <span className={css['hits']} role="status">
              {hits}
            </span>
            <Button className={cx(buttons['button'], buttons['bar'])} aria-label={t('action.clear')}>
              <X size={15} strokeWidth={1.75} aria-hidden="true" />
            </Button>
          </>
        )}
      </div>
    </SearchField>
  )
}
