import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { GateView, ReadinessView } from '#contract/views.ts'
import { openPlan, type TravelContext, travelOn } from '../../app/actions/travel.ts'
import { numberWord, sentence, withoutStop } from '../../app/reasons.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import { statusOf } from '../../components/status.ts'
import css from './overview.module.css'
import { Steps } from './steps.tsx'

type Given = {
  readonly reference: string
  readonly readiness: ReadinessView
  readonly nextGate: string | undefined
  readonly onOpen: (gate: string) => void
}

/** “Vad står i vägen?”: one sentence of verdict, what remains for the next act, and what remains besides. */
export function InTheWay({ reference, readiness, nextGate, onOpen }: Given): ReactNode {
  const speech = useSpeech()
  const { t, day } = speech
  const { book, confirm } = readiness
  const act = book.permitted ? 'confirm' : 'book'
  const verdict = readiness[act]
  const first = inOrder(readiness.gates, verdict.gates, nextGate)
  const also = act === 'book' ? inOrder(readiness.gates, confirm.gates, nextGate).filter((gate) => !book.gates.includes(gate.id)) : []
  const words = { n: first.length, word: sentence(numberWord(speech, first.length)) }
  return (
    <Panel>
      <div className={css['question']}>
        <div>
          <h1 tabIndex={-1}>{t('overview.inTheWay')}</h1>
          <p>{verdict.permitted ? t(`overview.may.${act}`) : t(`overview.mayNot.${act}`, words)}</p>
        </div>
        <NextMove reference={reference} readiness={readiness} act={act} />
      </div>
      {verdict.obstacles.length === 0 ? null : <Obstacles codes={verdict.obstacles} />}
      {first.length === 0 ? null : (
        <>
          <GroupRow
            level={2}
            title={t(act === 'book' ? 'overview.toBook' : 'overview.toConfirmOnly')}
            count={t('overview.remaining', { n: first.length })}
          >
            {t('overview.computed', { date: day(readiness.on) })}
          </GroupRow>
          <Steps gates={first} act={act} onOpen={onOpen} />
        </>
      )}
      {also.length === 0 ? null : (
        <>
          <GroupRow level={2} title={t('overview.toConfirm')} count={t('overview.remaining', { n: also.length })} />
          <Also gates={also} onOpen={onOpen} />
        </>
      )}
      {confirm.permitted && readiness.start.obstacles.length > 0 ? (
        <>
          <GroupRow level={2} title={t('overview.toStart')} />
          <Obstacles codes={readiness.start.obstacles} />
        </>
      ) : null}
    </Panel>
  )
}

/** What comes next stands first, the others in the order of the catalogue. */
function inOrder(gates: readonly GateView[], ids: readonly string[], next: string | undefined): readonly GateView[] {
  const some = gates.filter((gate) => ids.includes(gate.id))
  return [...some.filter((gate) => gate.id === next), ...some.filter((gate) => gate.id !== next)]
}

function NextMove({
  reference,
  readiness,
  act,
}: {
  readonly reference: string
  readonly readiness: ReadinessView
  readonly act: 'book' | 'confirm'
}): ReactNode {
  const { t, tOr } = useSpeech()
  const navigate = useNavigate()
  const verdict = readiness[act]
  const context: TravelContext = {
    act,
    remaining: verdict.gates.map((gate) => tOr([`gate.short.${gate}`, gate])),
    obstacles: verdict.obstacles.map((code) => withoutStop(t(`readiness.obstacle.${code}`))),
    openPlan: () => void navigate({ to: '/cases/$reference/$section', params: { reference, section: 'export' } }),
  }
  return verdict.permitted ? (
    <ActionButton action={openPlan} context={context} look="primary" />
  ) : (
    <ActionButton action={travelOn} context={context} primary />
  )
}

function Obstacles({ codes }: { readonly codes: readonly string[] }): ReactNode {
  const { t } = useSpeech()
  return codes.map((code) => (
    <p key={code} className={css['note']}>
      <Glyph status="open" size={15} />
      {t(`readiness.obstacle.${code}`)}
    </p>
  ))
}

function Also({ gates, onOpen }: { readonly gates: readonly GateView[]; readonly onOpen: (gate: string) => void }): ReactNode {
  const { tOr } = useSpeech()
  return (
    <div className={css['also']}>
      {gates.map((gate) => (
        <Button key={gate.id} className={cx(css['chip'])} onPress={() => onOpen(gate.id)}>
          <Glyph status={statusOf(gate)} size={15} />
          {tOr([`gate.short.${gate.id}`, gate.id])}
        </Button>
      ))}
    </div>
  )
}
