import type { ReactNode } from 'react'
import type { SearchHitView } from '#contract/search.ts'
import { useSpeech } from '../../app/text.ts'
import css from './cases.module.css'

/** Where in a case it was found, the hits marked. */
export function HitPlaces({ hit }: { readonly hit: SearchHitView }): ReactNode {
  const { t, tOr } = useSpeech()
  return (
    <ul className={css['places']}>
      {hit.passages.map(({ area, excerpt }) => (
        <li key={area + excerpt.map(({ text }) => text).join('')}>
          <span className={css['area']}>{tOr([`search.area.${area}`])}</span>{' '}
          {excerpt.map(({ text, hit: marked }, at) => {
            const key = `${at} ${text}`
            return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
          })}
        </li>
      ))}
      {hit.passages.length === 0 ? <li>{t('search.label')}</li> : null}
    </ul>
  )
}
