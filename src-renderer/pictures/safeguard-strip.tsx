import type { ReactNode } from 'react'
import type { IdentityView } from '#contract/views.ts'
import { gateGroups } from '#domain/catalogue/gates.ts'
import { useSpeech } from '../app/text.ts'
import { familyOf, type StatusId, statusOf } from '../components/status.ts'

type Ticks = IdentityView['ticks']

/** 24 ticks in their five groups: a picture; the words beside it carry the meaning. */
export function SafeguardStrip({ ticks }: { readonly ticks: Ticks }): ReactNode {
  const { t } = useSpeech()
  const placed = place(ticks)
  const met = ticks.filter((tick) => tick.state === 'met').length
  const last = placed.at(-1)
  return (
    <svg
      width={(last?.x ?? 0) + 5}
      height={16}
      viewBox={`0 0 ${(last?.x ?? 0) + 5} 16`}
      role="img"
      data-strip=""
      aria-label={t('strip.label', { met, total: ticks.length })}
    >
      <defs>
        <pattern id="strip-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.6" height="4" fill="var(--expired)" />
        </pattern>
      </defs>
      {placed.map((tick) => (
        <Tick key={tick.id} x={tick.x} status={tick.status} />
      ))}
    </svg>
  )
}

const width = 7
const gap = 6

function place(ticks: Ticks): readonly { readonly id: string; readonly x: number; readonly status: StatusId }[] {
  let x = -width
  const grouped = gateGroups.flatMap((group) => ticks.filter((tick) => tick.group === group))
  return grouped.map((tick, index) => {
    x += width + (index > 0 && tick.group !== grouped[index - 1]?.group ? gap : 0)
    return { id: tick.id, x, status: statusOf(tick) }
  })
}

function Tick({ x, status }: { readonly x: number; readonly status: StatusId }): ReactNode {
  const colour = `var(--${familyOf[status]})`
  const box = <rect x={x + 0.75} y={2.75} width={3.5} height={12.5} rx={1} fill="none" stroke={colour} strokeWidth={1.5} />
  switch (status) {
    case 'met':
    case 'soon':
      return <rect x={x} y={2} width={5} height={14} rx={1.5} fill="var(--met)" />
    case 'again':
      return (
        <>
          <rect x={x} y={2} width={5} height={6} rx={1.5} fill={colour} />
          <rect x={x} y={10} width={5} height={6} rx={1.5} fill={colour} />
        </>
      )
    case 'started':
      return (
        <>
          {box}
          <rect x={x} y={9} width={5} height={7} rx={1} fill={colour} />
        </>
      )
    case 'expired':
      return (
        <>
          <rect x={x} y={2} width={5} height={14} rx={1} fill="url(#strip-hatch)" />
          {box}
        </>
      )
    case 'stop':
    case 'pause':
    case 'alarm':
      return <rect x={x} y={0} width={5} height={16} rx={1.5} fill={colour} />
    case 'over':
    case 'na':
    case 'open':
      return box
  }
}
