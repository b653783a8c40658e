import { type ReactNode, useEffect, useRef } from 'react'
import { useSpeech } from '../../app/text.ts'
import { Glyph, Mark } from '../../components/glyph.tsx'
import type { StatusId } from '../../components/status.ts'
import css from './trouble.module.css'

/** One thing that was looked at just now: what was found, and the line below it that says more. */
export type TroubleFact = { readonly id: string; readonly status: StatusId; readonly title: string; readonly detail?: string }

type Given = {
  readonly title: string
  readonly sentence: ReactNode
  /** How grave it is: a stop that nothing opens, or a question to a person. */
  readonly status?: StatusId
  readonly facts: readonly TroubleFact[]
  /** What a person can do, in a sentence, above the buttons. */
  readonly advice?: ReactNode
  /** One filled button first, the others after it. */
  readonly children?: ReactNode
  /** The number to give to support. */
  readonly reference?: string | undefined
}

/**
 * Something keeps Hemväg from going on. The order is fixed: what happened, what is safe, what you can do, the number for support.
 * Stands alone in the window: no rail, no names.
 */
export function TroubleFrame({ title, sentence, status = 'stop', facts, advice, children, reference }: Given): ReactNode {
  const { t } = useSpeech()
  const main = useRef<HTMLElement>(null)
  // The safe choice, where there is one: Enter then does what is filled. A low window still begins with what happened.
  useEffect(() => main.current?.querySelector<HTMLElement>('[data-primary]')?.focus({ preventScroll: true }), [])
  return (
    <main ref={main} className={css['page']} data-ready="" data-trouble="">
      <div className={css['column']}>
        <p className={css['house']}>
          <Mark size={24} />
          {t('app.name')}
        </p>
        <header className={css['head']}>
          <Glyph status={status} size={34} />
          <div>
            <h1 tabIndex={-1}>{title}</h1>
            <p className={css['sentence']}>{sentence}</p>
          </div>
        </header>
        {facts.length === 0 ? null : (
          <section aria-label={t('start.safe')}>
            <FactList facts={facts} />
          </section>
        )}
        <section className={css['ways']} aria-label={t('start.ways')}>
          <h2>{t('start.ways')}</h2>
          {advice === undefined ? null : <p>{advice}</p>}
          {children}
        </section>
        {reference === undefined ? null : <p className={css['foot']}>{t('start.reference', { reference })}</p>}
      </div>
    </main>
  )
}

function FactList({ facts }: { readonly facts: readonly TroubleFact[] }): ReactNode {
  const { t } = useSpeech()
  return (
    <ul className={css['facts']}>
      {facts.map(({ id, status, title, detail }) => (
        <li key={id} data-fact={id} data-status={status}>
          <Glyph status={status} />
          <div>
            <strong>{title}</strong>
            {detail === undefined ? null : <p>{detail}</p>}
          </div>
          <span className={css['standing']}>{t(`start.standing.${status === 'met' ? 'met' : 'not'}`)}</span>
        </li>
      ))}
    </ul>
  )
}
