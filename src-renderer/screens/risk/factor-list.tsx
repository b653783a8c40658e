import { ArrowRight, ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import type { RiskFactorView, RiskView } from '#contract/views.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import { bandOf, type Scheme } from '../../pictures/scheme.ts'
import { scoreOf } from './factors.ts'
import css from './risk.module.css'

type Given = {
  readonly risk: RiskView
  readonly stops: readonly RiskFactorView[]
  readonly others: readonly RiskFactorView[]
  readonly selected: string | undefined
  readonly onSelect: (factor: string) => void
}

/** Open stops first, then what else is present; absent and unlooked-at factors and the protective ones are folded. */
export function FactorList({ risk, stops, others, selected, onSelect }: Given): ReactNode {
  const { t, tOr } = useSpeech()
  const absent = risk.factors.filter(({ stop, standing }) => stop && standing === 'absent')
  const unseen = risk.factors.filter(({ standing }) => standing === 'not-assessed')
  const few = risk.fired.some(({ opens }) => opens === 'note')
  return (
    <Panel>
      <div className={css['top']}>
        <h2 className={cx(stops.length > 0 && css['open'])}>
          {t('risk.openStops')} <b>{stops.length}</b>
        </h2>
        <span className={cx(css['column'], css['before-column'])}>{t('risk.column.before')}</span>
        <span className={cx(css['column'], css['after-column'])}>{t('risk.column.after')}</span>
      </div>
      <Rows label={t('risk.openStops')} factors={stops} scheme={risk.scheme} open selected={selected} onSelect={onSelect} />
      {others.length === 0 ? null : (
        <div className={css['band']}>
          <h2>{t('risk.others', { n: others.length })}</h2>
        </div>
      )}
      <Rows
        label={t('risk.others', { n: others.length })}
        factors={others}
        scheme={risk.scheme}
        open={false}
        selected={selected}
        onSelect={onSelect}
      />
      <Fold
        title={t('risk.absentStops', { n: absent.length })}
        items={absent.map(({ id }) => ({ id, text: tOr([`risk-factor.${id}`]) }))}
      />
      <Fold
        title={t('risk.notAssessed', { n: unseen.length })}
        items={unseen.map(({ id }) => ({ id, text: tOr([`risk-factor.${id}`]) }))}
      />
      <Fold
        title={t('risk.protective', { n: risk.protectiveFactors.length })}
        items={risk.protectiveFactors.map((id) => ({ id, text: tOr([`protective-factor.${id}`]) }))}
        aside={few ? <StatusText status="soon">{t('risk.fewProtective')}</StatusText> : undefined}
      />
    </Panel>
  )
}

type RowsGiven = Pick<Given, 'selected' | 'onSelect'> & {
  readonly label: string
  readonly factors: readonly RiskFactorView[]
  readonly scheme: Scheme
  readonly open: boolean
}

function Rows({ label, factors, scheme, open, selected, onSelect }: RowsGiven): ReactNode {
  const { tOr } = useSpeech()
  if (factors.length === 0) return null
  const keys = factors.filter(({ id }) => id === selected).map(({ id }) => id)
  return (
    <GridList
      className={cx(css['list'])}
      aria-label={label}
      items={factors}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={keys}
      onSelectionChange={(chosen) => {
        const [first] = chosen === 'all' ? [] : chosen
        if (first !== undefined) onSelect(String(first))
      }}
    >
      {(factor) => (
        <GridListItem id={factor.id} textValue={tOr([`risk-factor.${factor.id}`])} className={cx(css['row'])}>
          <FactorRow factor={factor} scheme={scheme} open={open} />
        </GridListItem>
      )}
    </GridList>
  )
}

function FactorRow({
  factor,
  scheme,
  open,
}: {
  readonly factor: RiskFactorView
  readonly scheme: Scheme
  readonly open: boolean
}): ReactNode {
  const { t, tOr } = useSpeech()
  return (
    <>
      <span className={css['sign']}>{open ? <Glyph status="stop" size={15} /> : null}</span>
      <span className={css['code']}>{factor.id}</span>
      <span className={css['words']}>
        {tOr([`risk-factor.${factor.id}`])}
        <span className={cx(css['why'], factor.standing === 'residual-not-yet' && css['waits'])}>
          <br />
          {t(factor.standing === 'inherent' && factor.measures.length > 0 ? 'risk.why.inherent-measures' : `risk.why.${factor.standing}`)}
        </span>
      </span>
      <Score rating={factor.inherent} scheme={scheme} />
      <ArrowRight className={css['arrow']} size={14} strokeWidth={1.75} aria-hidden="true" />
      <Score rating={factor.counted} scheme={scheme} />
      <span className={css['level']}>{t(`risk-level.${factor.level}`)}</span>
    </>
  )
}

function Score({ rating, scheme }: { readonly rating: RiskFactorView['counted']; readonly scheme: Scheme }): ReactNode {
  const level = rating === null ? 'unknown' : bandOf(scoreOf(rating), scheme)
  return (
    <span className={css['score']} data-level={level} data-fill="">
      {rating === null ? '?' : scoreOf(rating)}
    </span>
  )
}

type FoldGiven = {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly text: string }[]
  readonly aside?: ReactNode
}

function Fold({ title, items, aside }: FoldGiven): ReactNode {
  const [open, setOpen] = useState(false)
  const body = useId()
  return (
    <div className={css['folded']}>
      <button type="button" className={css['fold']} aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
        <ChevronRight size={15} strokeWidth={1.75} aria-hidden="true" />
        {title}
        {aside === undefined ? null : <span className={css['fold-aside']}>{aside}</span>}
      </button>
      <ul id={body} hidden={!open}>
        {items.map((item) => (
          <li key={item.id}>{`${item.id} ${item.text}`}</li>
        ))}
      </ul>
    </div>
  )
}
