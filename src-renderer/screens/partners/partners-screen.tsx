import { Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import type { PartnerRow } from '#contract/directory-views.ts'
import type { Output } from '#contract/operations.ts'
import { folded } from '#domain/search/fold.ts'
import { goToCountries, newPartner, openImport } from '../../app/actions/partners.ts'
import { useWindowContext } from '../../app/actions/window-context.ts'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { cx } from '../../components/cx.ts'
import field from '../../components/field.module.css'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { CheckNext } from './check-next.tsx'
import { FindBar, isWish, noWish, wishOf } from './find-bar.tsx'
import { ImportPanel } from './import-panel.tsx'
import { PartnerForm } from './partner-form.tsx'
import { FoundList, PartnerList } from './partner-lists.tsx'
import { PartnerPane } from './partner-pane.tsx'
import css from './partners.module.css'
import { nameOf, placeOf } from './words.ts'

type Known = Output<'partner.list'>
/** What stands beside the title: the directory, a partner being written, or a file being read in. */
type Work =
  | { readonly kind: 'look' }
  | { readonly kind: 'edit'; readonly id: string | undefined; readonly revealed: Output<'partner.reveal'> | undefined }
  | { readonly kind: 'import' }

/** Who can receive a child where, and whether what is written about them still holds. */
export function PartnersScreen(): ReactNode {
  const { t } = useSpeech()
  const context = useWindowContext()
  const answer = useAnswer('partner.list', {})
  const [work, setWork] = useState<Work>({ kind: 'look' })
  const [chosen, setChosen] = useState<string>()
  const look = (id?: string): void => {
    setWork({ kind: 'look' })
    if (id !== undefined) setChosen(id)
    moveFocusTo(id === undefined ? 'main h1' : '[data-partner-pane]')
  }
  return (
    <PlainScreen ready={!answer.isPending}>
      <TitleRow title={t('screen.partners')} line={answer.data === undefined ? '' : lineOf(t, answer.data)}>
        <ActionButton action={goToCountries} context={context} />
        <ActionButton action={openImport} context={{ busy: false, run: () => setWork({ kind: 'import' }) }} />
        <ActionButton
          action={newPartner}
          context={{ busy: answer.data === undefined, run: () => setWork({ kind: 'edit', id: undefined, revealed: undefined }) }}
        />
      </TitleRow>
      <Answer query={answer}>
        {(known) => (
          <>
            {work.kind === 'import' ? <ImportPanel onClose={() => look()} /> : null}
            {work.kind === 'edit' ? (
              <PartnerForm key={work.id ?? 'new'} id={work.id} revealed={work.revealed} known={known} onClose={look} />
            ) : null}
            {work.kind === 'look' ? (
              <Directory
                known={known}
                chosen={chosen}
                onChoose={(id) => {
                  setChosen(id)
                  moveFocusTo('[data-partner-pane]')
                }}
                onEdit={(id, revealed) => setWork({ kind: 'edit', id, revealed })}
              />
            ) : null}
          </>
        )}
      </Answer>
    </PlainScreen>
  )
}

const lineOf = (t: Speech['t'], { partners }: Known): string =>
  t('partners.line', { n: partners.length, countries: new Set(partners.map(({ country }) => country)).size })

type DirectoryGiven = {
  readonly known: Known
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  readonly onEdit: (id: string, revealed: Output<'partner.reveal'>) => void
}

function Directory({ known, chosen, onChoose, onEdit }: DirectoryGiven): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [wished, setWished] = useState(noWish)
  const [text, setText] = useState('')
  const found = useAnswer('partner.find', wishOf(wished), isWish(wished))
  if (known.partners.length === 0) return <p className={css['empty']}>{t('partners.empty')}</p>
  const shown = known.partners
    .filter((partner) => matches(speech, partner, text))
    .toSorted((one, other) => nameOf(speech, one).localeCompare(nameOf(speech, other)))
  const there = known.partners.find(({ id }) => id === chosen)
  return (
    <>
      <FindBar wished={wished} onChange={setWished} known={known} />
      <div className={cx(css['columns'], there === undefined && css['alone'])}>
        <div className={css['column']}>
          {isWish(wished) ? (
            <Answer query={found}>{(value) => <FoundList found={value.found} chosen={chosen} onChoose={onChoose} />}</Answer>
          ) : (
            <>
              <PartnerSearch text={text} onChange={setText} />
              {shown.length === 0 ? (
                <p className={css['empty']}>{t('empty.noHits', { text })}</p>
              ) : (
                <PartnerList partners={shown} chosen={chosen} onChoose={onChoose} />
              )}
              <CheckNext known={known} onChoose={onChoose} />
            </>
          )}
        </div>
        {there === undefined ? null : <PartnerPane id={there.id} onEdit={(revealed) => onEdit(there.id, revealed)} />}
      </div>
    </>
  )
}

/** Organisation, place, role, language, service: whatever stands in the row. */
function matches(speech: Speech, partner: PartnerRow, text: string): boolean {
  const words = [
    nameOf(speech, partner),
    placeOf(speech, partner),
    speech.t(`partner.role.${partner.role}`),
    ...partner.languages.map((code) => speech.tOr([`language.${code}`])),
    ...partner.services.map((code) => speech.tOr([`partner-service.${code}`])),
  ]
  const row = folded(words.join(' '))
  return folded(text)
    .split(/\s+/)
    .every((word) => row.includes(word))
}

function PartnerSearch({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }): ReactNode {
  const { t } = useSpeech()
  return (
    <SearchField className={cx(css['search'])} aria-label={t('partners.search')} value={text} onChange={onChange} data-search="">
      <div className={field['box']}>
        <Search size={15} strokeWidth={1.75} aria-hidden="true" />
        <Input className={cx(field['input'])} placeholder={t('partners.search')} />
      </div>
    </SearchField>
  )
}
