import type { ReactNode } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { FoundPartner, PartnerRow } from '#contract/directory-views.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import css from './partners.module.css'
import { nameOf, outcomeStatus, placeOf, reasonWords, standingWords, statusOf, verdictStatus } from './words.ts'

type Choosing = { readonly chosen: string | undefined; readonly onChoose: (id: string) => void }

/** Every partner: who, what it does, in which languages, and how old the last check is. */
export function PartnerList({ partners, chosen, onChoose }: Choosing & { readonly partners: readonly PartnerRow[] }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  return (
    <Panel>
      <div className={css['head']} aria-hidden="true">
        <span>{t('partners.column.who')}</span>
        <span>{t('partners.column.role')}</span>
        <span className={css['wide']}>{t('partners.column.languages')}</span>
        <span>{t('partners.column.checked')}</span>
      </div>
      <Rows label={t('screen.partners')} rows={partners.map((partner) => ({ partner }))} chosen={chosen} onChoose={onChoose} />
      <p className={css['legend']}>
        <StatusText status="met" small>
          {t('partner.state.current')}
        </StatusText>
        <StatusText status="soon" small>
          {t('partner.state.soon')}
        </StatusText>
        <StatusText status="expired" small>
          {t('partner.state.old')}
        </StatusText>
        <span>{t('partners.legend')}</span>
      </p>
    </Panel>
  )
}

const verdicts = ['yes', 'perhaps', 'no'] as const

/** Partners by whether they can receive the child, each with why or why not. */
export function FoundList({ found, chosen, onChoose }: Choosing & { readonly found: readonly FoundPartner[] }): ReactNode {
  const { t } = useSpeech()
  const groups = verdicts.map((verdict) => ({ verdict, rows: found.filter((each) => each.verdict === verdict) }))
  return (
    <Panel className={css['flush']}>
      {groups
        .filter(({ verdict, rows }) => rows.length > 0 || verdict === 'yes')
        .map(({ verdict, rows }) => (
          <div key={verdict} data-verdict={verdict}>
            <GroupRow
              level={2}
              title={rows.length === 0 ? t('partners.find.nobody') : t(`partner.verdict.${verdict}`)}
              count={rows.length === 0 ? undefined : rows.length}
            />
            {rows.length === 0 ? null : <Rows label={t(`partner.verdict.${verdict}`)} rows={rows} chosen={chosen} onChoose={onChoose} />}
          </div>
        ))}
    </Panel>
  )
}

type Row = { readonly partner: PartnerRow; readonly verdict?: FoundPartner['verdict']; readonly reasons?: FoundPartner['reasons'] }

function Rows({ label, rows, chosen, onChoose }: Choosing & { readonly label: string; readonly rows: readonly Row[] }): ReactNode {
  return (
    <GridList
      className={cx(css['list'])}
      aria-label={label}
      items={rows.map((row) => ({ id: row.partner.id, row, chosen: row.partner.id === chosen }))}
      onAction={(key) => onChoose(String(key))}
    >
      {({ row, chosen: isChosen }) => <PartnerItem row={row} isChosen={isChosen} />}
    </GridList>
  )
}

function PartnerItem({ row: { partner, verdict, reasons = [] }, isChosen }: { readonly row: Row; readonly isChosen: boolean }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const { today } = useRegister()
  const name = nameOf(speech, partner)
  // What speaks against it first: that is what one looks for.
  const order = { no: 0, unknown: 1, yes: 2 }
  const sorted = reasons.toSorted((one, other) => order[one.outcome] - order[other.outcome])
  return (
    <GridListItem id={partner.id} textValue={name} className={cx(css['row'], isChosen && css['chosen'])} data-partner={partner.id}>
      <div className={css['who']}>
        {verdict === undefined ? null : <Glyph status={verdictStatus[verdict]} size={15} />}
        <span>
          <span className={css['name']}>{name}</span>
          <span className={css['small']}>{placeOf(speech, partner)}</span>
        </span>
      </div>
      <div className={css['cell']}>{t(`partner.role.${partner.role}`)}</div>
      <div className={cx(css['cell'], css['wide'])}>{partner.languages.map((code) => tOr([`language.${code}`])).join(', ')}</div>
      <div className={css['cell']}>
        <StatusText status={statusOf(partner.standing)} small>
          {standingWords(speech, partner.standing, today)}
        </StatusText>
        {partner.mayBeReached ? null : <span className={css['forbidden']}>{t('partners.notSafe')}</span>}
      </div>
      {reasons.length === 0 ? null : (
        <ul className={css['reasons']}>
          {sorted.map((reason) => (
            <li key={`${reason.code} ${reason.values['service'] ?? ''}`}>
              <Glyph status={outcomeStatus[reason.outcome]} size={13} />
              {reasonWords(speech, reason)}
            </li>
          ))}
        </ul>
      )}
    </GridListItem>
  )
}
