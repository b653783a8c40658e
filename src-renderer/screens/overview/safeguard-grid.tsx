import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import type { GateView } from '#contract/views.ts'
import { gateGroups } from '#domain/catalogue/gates.ts'
import { useSpeech } from '../../app/text.ts'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { Roving } from '../../components/roving.tsx'
import { type StatusId, statusOf } from '../../components/status.ts'
import { StatusText } from '../../components/status-tag.tsx'
import { VisuallyHidden } from '../../components/visually-hidden.tsx'
import css from './overview.module.css'

type Given = { readonly gates: readonly GateView[]; readonly onOpen: (gate: string) => void }
const legend: readonly StatusId[] = ['met', 'soon', 'again', 'started', 'open', 'expired', 'over', 'na', 'stop']

/** All 24 in five columns: met ones muted, the rest in ink. One stop for Tab; the arrows walk it. */
export function SafeguardGrid({ gates, onOpen }: Given): ReactNode {
  const { t } = useSpeech()
  const present = legend.filter((status) => gates.some((gate) => statusOf(gate) === status))
  const aside = (
    <span className={css['legend']}>
      {present.map((status) => (
        <StatusText key={status} status={status} small>
          {t(`status.${status}`)}
        </StatusText>
      ))}
      {gates.some((gate) => gate.kind === 'soft') ? (
        <span className={css['waivable']}>
          <PenLine size={12} strokeWidth={1.75} aria-hidden="true" />
          {t('gate.waivable')}
        </span>
      ) : null}
    </span>
  )
  return (
    <div data-safeguards="">
      <Panel title={t('overview.all24')} aside={aside}>
        <Roving className={css['grid']}>
          {gateGroups.map((group) => (
            <div key={group} data-column="">
              <h3 className={css['group-name']}>{t(`gate-group.${group}`)}</h3>
              {gates
                .filter((gate) => gate.group === group)
                .map((gate) => (
                  <Safeguard key={gate.id} gate={gate} first={gate.id === gates[0]?.id} onOpen={onOpen} />
                ))}
            </div>
          ))}
        </Roving>
      </Panel>
    </div>
  )
}

function Safeguard({
  gate,
  first,
  onOpen,
}: {
  readonly gate: GateView
  readonly first: boolean
  readonly onOpen: (gate: string) => void
}): ReactNode {
  const { t, tOr } = useSpeech()
  const status = statusOf(gate)
  const settled = status === 'met' || status === 'na' || status === 'soon'
  return (
    <button
      type="button"
      data-roving=""
      data-gate={gate.id}
      tabIndex={first ? 0 : -1}
      className={cx(css['safeguard'], settled ? css['quiet'] : css['strong'])}
      onClick={() => onOpen(gate.id)}
    >
      <Glyph status={status} size={14} />
      {tOr([`gate.short.${gate.id}`, gate.id])}
      <VisuallyHidden>{t(`status.${status}`)}</VisuallyHidden>
      {gate.kind === 'soft' ? (
        <>
          <PenLine className={css['pen']} size={12} strokeWidth={1.75} aria-hidden="true" />
          <VisuallyHidden>{t('gate.waivable')}</VisuallyHidden>
        </>
      ) : null}
    </button>
  )
}
