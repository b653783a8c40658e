import { useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button, GridList, Input, SearchField } from 'react-aria-components'
import { ulid } from 'ulid'
import type { SearchHitView } from '#contract/search.ts'
import type { IdentityView } from '#contract/views.ts'
import { newCase } from '../../app/actions/new-case.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import field from '../../components/field.module.css'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { BrokenGlass } from '../access/broken-glass.tsx'
import { ClosedCases } from '../access/closed-cases.tsx'
import { LastCopy } from '../safety/last-copy.tsx'
import { CaseRow } from './case-row.tsx'
import css from './cases.module.css'
import { urgentFirst } from './urgency.ts'
import { type Found, useSearch } from './use-search.ts'

/** Find a case and see what it waits for. */
export function CasesScreen(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const cases = useAnswer('case.list', {})
  const count = cases.data?.cases.length ?? 0
  return (
    <PlainScreen ready={!cases.isPending}>
      <TitleRow title={t('screen.cases')} line={cases.data === undefined || count === 0 ? '' : t('cases.open', { n: count })}>
        {count === 0 ? null : <ActionButton action={newCase} context={context} />}
      </TitleRow>
      <LastCopy />
      <BrokenGlass />
      <Answer query={cases}>
        {({ cases: all }) => (all.length === 0 ? <FirstCase /> : <CaseList cases={all.toSorted(urgentFirst)} />)}
      </Answer>
      <ClosedCases />
    </PlainScreen>
  )
}

/** A register without cases teaches its first step. */
function FirstCase(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  return (
    <div className={css['first']}>
      <p className={css['empty']}>{t('empty.cases')}</p>
      <p className={css['first-step']}>{t('empty.cases.first')}</p>
      <ActionButton action={newCase} context={context} look="primary" />
    </div>
  )
}

function CaseList({ cases }: { readonly cases: readonly IdentityView[] }): ReactNode {
  const { t } = useSpeech()
  const [text, setText] = useState('')
  const { searching, found, failed } = useSearch(text)
  const hits = new Map(found?.hits.map((hit) => [hit.reference, hit]))
  const first = searching ? cases.filter(({ reference }) => hits.has(reference)) : cases
  const rest = cases.filter((each) => !first.includes(each))
  return (
    <>
      <div className={css['tools']}>
        <CaseSearch text={text} onChange={setText} hits={found === undefined ? undefined : t('cases.hitCount', { n: first.length })} />
        {searching ? <SearchedNames named={found?.named ?? false} /> : null}
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
          <GroupRow level={2} title={first.length === 0 ? t('empty.noHits', { text }) : t('cases.hits', { n: first.length, text })}>
            {failed ? t('search.failed') : found === undefined ? null : <SearchState found={found} />}
          </GroupRow>
        ) : null}
        <Rows label={t('screen.cases')} cases={first} hits={hits} />
        {searching && rest.length > 0 ? (
          <>
            <GroupRow level={2} title={t('cases.others')} count={rest.length} />
            <Rows label={t('cases.others')} cases={rest} hits={hits} />
          </>
        ) : null}
      </Panel>
    </>
  )
}

/** Whether names are searched, and the button that changes it. */
function SearchedNames({ named }: { readonly named: boolean }): ReactNode {
  const { t } = useSpeech()
  const show = useCommand('search.show-names')
  const hide = useCommand('search.hide-names')
  return (
    <Button
      className={cx(buttons['button'], buttons['secondary'])}
      data-action="search-names"
      onPress={() => (named ? hide.mutate({}) : show.mutate({ operationId: ulid() }))}
    >
      {t(named ? 'search.hideNames' : 'search.showNames')}
    </Button>
  )
}

function SearchState({ found }: { readonly found: Found }): ReactNode {
  const { t } = useSpeech()
  if (found.pending > 0) return t('search.pending', { n: found.pending })
  if (found.more) return t('search.more')
  return found.named ? t('search.named', { n: 5 }) : t('search.namesHidden')
}

type RowsGiven = {
  readonly label: string
  readonly cases: readonly IdentityView[]
  readonly hits: ReadonlyMap<string, SearchHitView>
}

function Rows({ label, cases, hits }: RowsGiven): ReactNode {
  const navigate = useNavigate()
  if (cases.length === 0) return null
  return (
    <GridList
      className={cx(css['list'])}
      aria-label={label}
      items={cases.map((identity) => ({ id: identity.reference, identity, hit: hits.get(identity.reference) }))}
      onAction={(key) => void navigate({ to: '/cases/$reference/$section', params: { reference: String(key), section: 'overview' } })}
    >
      {({ identity, hit }) => <CaseRow identity={identity} hit={hit} />}
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
      aria-label={t('search.label')}
      value={text}
      onChange={onChange}
      data-search=""
      onKeyDown={(event) => (event.key === 'ArrowDown' ? moveFocusTo('[role="row"]') : undefined)}
    >
      <div className={field['box']}>
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <Input className={cx(field['input'])} placeholder={t('search.label')} />
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
