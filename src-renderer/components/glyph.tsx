import type { ReactNode } from 'react'
import type { StatusId } from './status.ts'

const octagon = 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z'
const line = { fill: 'none', strokeWidth: 1.7, strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const cut = { ...line, stroke: 'var(--surface)', strokeWidth: 1.8 }

/** Own glyphs, told apart by outline before colour. */
const shapes: Readonly<Record<StatusId, ReactNode>> = {
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--met)" />
      <path d="M4.8 8.2l2.2 2.2 4.2-4.6" {...cut} />
    </>
  ),
  again: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} stroke="var(--soon)" />
      <path d="M5.2 8.2l2 2 3.6-4" {...line} stroke="var(--soon)" />
    </>
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} stroke="var(--soon)" />
      <path d="M8 4.8V8l2.2 1.4" {...line} stroke="var(--soon)" />
    </>
  ),
  started: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} stroke="var(--started)" />
      <path d="M8 4a4 4 0 0 0 0 8z" fill="var(--started)" />
    </>
  ),
  open: <circle cx="8" cy="8" r="6.1" {...line} stroke="var(--open)" />,
  expired: (
    <>
      <path d="M8 1.2l6.8 6.8L8 14.8 1.2 8z" {...line} stroke="var(--expired)" strokeWidth={1.6} />
      <path d="M8 4.8V8l2 1.4" {...line} stroke="var(--expired)" strokeWidth={1.6} />
    </>
  ),
  over: (
    <>
      <rect x="1.7" y="1.7" width="12.6" height="12.6" rx="2.5" {...line} stroke="var(--over)" strokeWidth={1.6} />
      <path d="M4.8 11.2l.5-2.2 4.4-4.4 1.7 1.7L7 10.7z" fill="var(--over)" />
    </>
  ),
  na: (
    <>
      <circle cx="8" cy="8" r="6.1" fill="none" stroke="var(--muted)" strokeWidth={1.4} strokeDasharray="2 2" />
      <path d="M5.5 8h5" stroke="var(--muted)" strokeWidth={1.6} />
    </>
  ),
  stop: (
    <>
      <path d={octagon} fill="var(--stop)" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" {...cut} />
    </>
  ),
  pause: (
    <>
      <path d={octagon} fill="var(--stop)" />
      <path d="M6.2 5v6M9.8 5v6" {...cut} />
    </>
  ),
  alarm: (
    <>
      <path d={octagon} fill="var(--stop)" />
      <path d="M8 4.2v4.6M8 11.4v.4" {...cut} strokeWidth={1.9} />
    </>
  ),
}

/** A status as a sign. The word beside it carries the meaning, so the sign is left to the eye. */
export function Glyph({ status, size = 16 }: { readonly status: StatusId; readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[status]}
    </svg>
  )
}

/** The mark of the house: a way and a house. */
export function Mark({ size = 24 }: { readonly size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M3 21c6 0 4-6 9-6s3-5 3-5" />
      <path d="M10 10.5L15.5 6 21 10.5V16h-4" />
    </svg>
  )
}

/** The current phase in the line of phases. */
export function HereGlyph(): ReactNode {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6" fill="var(--surface)" stroke="var(--accent)" strokeWidth={3} />
    </svg>
  )
}
