import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import css from './screen.module.css'

export type Overview = Output<'case.overview'>
/** What every section of a case is given; what else it needs it asks for itself. */
export type SectionGiven = { readonly overview: Overview }
type Given = { readonly children: ReactNode; readonly ready: boolean }

const readiness = (ready: boolean) => (ready ? { 'data-ready': '' } : {})

/** A screen outside a case. `data-ready` tells that it stands. */
export const PlainScreen = ({ children, ready }: Given): ReactNode => (
  <main className={css['plain']} tabIndex={-1} data-pane="" {...readiness(ready)}>
    {children}
  </main>
)

/** The part of a case screen that changes with the section. */
export const SectionScreen = ({ children, ready }: Given): ReactNode => (
  <main className={css['section']} tabIndex={-1} data-pane="" {...readiness(ready)}>
    {children}
  </main>
)
