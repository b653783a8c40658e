import { Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { GridList, GridListItem, Input, SearchField } from 'react-aria-components'
import type { Output } from '#contract/operations.ts'
import { folded } from '#domain/search/fold.ts'
import { goToPartners } from '../../app/actions/partners.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { cx } from '../../components/cx.ts'
import field from '../../components/field.module.css'
import { Panel } from '../../components/panel.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import css from './countries.module.css'
import { CountryPane } from './country-pane.tsx'

type Row = Output<'country.list'>['countries'][number]

/** What holds in a country: whom to call, when nobody works, how long the way is, and who is there. */
export function CountriesScreen(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const answer = useAnswer('country.list', {})
  return (
    <PlainScreen ready={!answer.isPending}>
      <TitleRow
        title={t('screen.countries')}
        line={answer.data === undefined ? '' : t('countries.line', { n: answer.data.countries.filter(({ written }) => written).length })}
      >
        <ActionButton action={goToPartners} context={context} />
      </TitleRow>
      <Answer query={answer}>{({ countries }) => <Countries countries={countries} />}</Answer>
    </PlainScreen>
  )
}

const nameOf = ({ tOr }: Speech, country: string): string => tOr([`country.${country}`])

/** Those that the office works with stand first. */
function inOrder(speech: Speech, countries: readonly Row[]): readonly Row[] {
  const rank = ({ written, partners }: Row) => (written || partners > 0 ? 0 : 1)
  return countries.toSorted(
    (one, other) => rank(one) - rank(other) || nameOf(speech, one.country).localeCompare(nameOf(speech, other.country)),
  )
}

function Countries({ countries }: { readonly countries: readonly Row[] }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [text, setText] = useState('')
  const sorted = inOrder(speech, countries)
  const [chosen, setChosen] = useState(sorted[0]?.country)
  const shown = sorted.filter(({ country }) => folded(nameOf(speech, country)).includes(folded(text.trim())))
  return (
    <div className={css['columns']}>
      <div className={css['column']}>
        <SearchField aria-label={t('countries.search')} value={text} onChange={setText} data-search="">
          <div className={field['box']}>
            <Search size={15} strokeWidth={1.75} aria-hidden="true" />
            <Input className={cx(field['input'])} placeholder={t('countries.search')} />
          </div>
        </SearchField>
        <Panel className={css['countries']}>
          <GridList
            className={cx(css['list'])}
            aria-label={t('screen.countries')}
            items={shown.map((row) => ({ id: row.country, row, isChosen: row.country === chosen }))}
            onAction={(key) => {
              setChosen(String(key))
              moveFocusTo('[data-country-pane]')
            }}
          >
            {({ row, isChosen }) => <CountryItem row={row} isChosen={isChosen} />}
          </GridList>
        </Panel>
      </div>
      {chosen === undefined ? null : <CountryPane key={chosen} country={chosen} />}
    </div>
  )
}

function CountryItem({ row, isChosen }: { readonly row: Row; readonly isChosen: boolean }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const name = nameOf(speech, row.country)
  return (
    <GridListItem id={row.country} textValue={name} className={cx(css['row'], isChosen && css['chosen'])} data-country={row.country}>
      <span className={css['name']}>{name}</span>
      {row.written ? (
        <StatusText status={row.stale ? 'expired' : 'met'} small>
          {t(row.stale ? 'countries.stale' : 'countries.written')}
        </StatusText>
      ) : null}
      {row.partners === 0 ? null : <span className={css['small']}>{t('countries.partners', { n: row.partners })}</span>}
    </GridListItem>
  )
}
