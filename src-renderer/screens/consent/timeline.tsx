import { Info, MessageCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import css from './consent.module.css'
import type { Entry } from './timeline-entries.ts'

/** What the child has said and been told, from the first talk to the day of travel. The child's own words are in serif. */
export function Timeline({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const { day } = useSpeech()
  const { today } = useRegister()
  return (
    <ol className={css['timeline']} data-timeline="">
      {entries.map(({ key, on, icon, title, words, line }) => (
        <li key={key} className={css['entry']} data-entry={icon}>
          <time className={css['day']} dateTime={on}>
            {day(on, today)}
          </time>
          <span className={css['sign']}>
            <Sign icon={icon} />
          </span>
          <div className={css['said']}>
            <h3 className={css['what']}>{title}</h3>
            {words === undefined ? null : <blockquote className={css['quote']}>{words}</blockquote>}
            <p className={css['aside']}>{line}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function Sign({ icon }: Pick<Entry, 'icon'>): ReactNode {
  if (icon === 'talk') return <MessageCircle size={17} strokeWidth={1.75} aria-hidden="true" />
  if (icon === 'told') return <Info size={17} strokeWidth={1.75} aria-hidden="true" />
  return <Glyph status={icon} size={17} />
}
