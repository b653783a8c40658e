import type { ReactNode } from 'react'
import type { OpenedForm, ScoreView } from '#contract/questionnaires.ts'
import { shownScore, tooFew } from '#domain/scoring/score.ts'
import { useSpeech } from '../app/text.ts'
import { Glyph } from '../components/glyph.tsx'
import { Facts, Panel } from '../components/panel.tsx'
import css from './questionnaires.module.css'
import { wordsIn } from './words.ts'

type Given = { readonly opened: OpenedForm; readonly at: string; readonly children: ReactNode }

/** Beside the questions: why it is asked and on what grounds, what it comes to, and the keys. */
export function SidePanels({ opened, at, children }: Given): ReactNode {
  return (
    <div className={css['side']}>
      {children}
      <RiskPanel opened={opened} />
      {opened.score === null ? null : <ScorePanel opened={opened} score={opened.score} />}
      <HelpPanel opened={opened} at={at} />
      <KeysPanel opened={opened} at={at} />
    </div>
  )
}

function HelpPanel({ opened, at }: Omit<Given, 'children'>): ReactNode {
  const { t, tOr } = useSpeech()
  const question = opened.form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === at)
  const help = question?.help ?? null
  const { standing, basis, checked } = help ?? opened.form
  return (
    <Panel title={t('forms.why')}>
      <div className={css['body']} data-help="">
        <p>{help === null ? opened.line : wordsIn(opened, help.text)}</p>
        <Facts
          rows={[
            basis === undefined ? undefined : [t('forms.basis'), basis],
            [t('forms.standing'), tOr([`standing.${standing}`])],
            checked === undefined ? undefined : [t('forms.checked'), tOr([`checked.${checked}`])],
          ]}
        />
      </div>
    </Panel>
  )
}

const decimals = 2

function ScorePanel({ opened, score }: { readonly opened: OpenedForm; readonly score: ScoreView }): ReactNode {
  const { t, tOr, number } = useSpeech()
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('forms.notYet') : number(Number(shownScore(value, decimals)), decimals)
  return (
    <Panel title={tOr([`scoring.${score.table}`])}>
      <div className={css['body']} data-score={score.composite ?? ''}>
        <p className={css['total']}>
          {shown(score.composite)}
          {score.band === null ? null : <span> {tOr([`scoring-band.${score.band}`])}</span>}
        </p>
        <Facts
          rows={(['E', 'S', 'P'] as const).map((dimension) => [t(`dimension.${dimension}`), shown(score.dimensions[dimension])] as const)}
        />
        {tooFew(score).map((dimension) => (
          <p key={dimension} className={css['said']}>
            {t(`scoring.too-few.${dimension}`)}
          </p>
        ))}
        {score.discrepancies.length === 0 ? null : (
          <p className={css['said']}>{t('forms.discrepancies', { items: itemWords(opened, score.discrepancies) })}</p>
        )}
        {score.alerts.length === 0 ? null : (
          <p className={css['alarm']} data-alerts={score.alerts.join(' ')}>
            <Glyph status="stop" size={16} />
            {t('forms.alerts', { items: itemWords(opened, score.alerts) })}
          </p>
        )}
      </div>
    </Panel>
  )
}

/** Questions of an index in words. */
function itemWords(opened: OpenedForm, items: readonly string[]): string {
  const questions = opened.form.sections.flatMap((section) => section.questions)
  const words = items.map((item) => {
    const question = questions.find((each) => each.kind === 'scale' && each.scored?.item === item)
    return question === undefined ? item : wordsIn(opened, question.text)
  })
  return words.join(' ')
}

function RiskPanel({ opened }: { readonly opened: OpenedForm }): ReactNode {
  const { t, tOr } = useSpeech()
  if (opened.risk === null) return null
  const { overall, fired } = opened.risk
  return (
    <Panel title={t('risk.overall', { level: t(`risk-level.${overall}`).toLowerCase() })}>
      <ul className={css['body']} data-overall={overall} hidden={fired.length === 0}>
        {fired.map(({ rule, opens, factors }) => (
          <li key={rule} className={css['rule']}>
            <Glyph status={opens === 'stop' ? 'stop' : 'soon'} size={15} />
            <span>{[tOr([`risk-rule.${rule}`]), factors.slice(0, 8).join(', '), factors.length > 8 ? '…' : ''].join(' ').trim()}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function KeysPanel({ opened, at }: Omit<Given, 'children'>): ReactNode {
  const { t } = useSpeech()
  const kind = opened.form.sections.flatMap(({ questions }) => questions).find(({ id }) => id === at)?.kind
  const answers = [
    ['1–9', 'forms.keys.digit'],
    [t('forms.key.unknown'), 'answer.none.unknown'],
    [t('forms.key.declined'), 'answer.none.declined'],
    [t('forms.key.not-applicable'), 'answer.none.not-applicable'],
  ] as const
  const ofRisk = [
    ['1–4', 'forms.keys.risk'],
    [t('forms.key.absent'), 'forms.finding.absent'],
    [t('forms.key.unknownFactor'), 'forms.finding.unknown'],
    [t('forms.key.measure'), 'forms.measure.add'],
  ] as const
  const rows = [
    ...(kind === 'risk' ? ofRisk : answers),
    [t('forms.keys.enterName'), 'forms.keys.enter'],
    [t('forms.keys.shiftEnterName'), 'forms.keys.shiftEnter'],
    ['F8', 'forms.keys.f8'],
    ['Ctrl Enter', 'forms.sign'],
  ] as const
  return (
    <Panel title={t('forms.keys')}>
      <ul className={css['keys']}>
        {rows.map(([key, words]) => (
          <li key={words}>
            <kbd className={css['key']}>{key}</kbd> {t(words)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
