import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { inFours } from './erase-panel.tsx'
import css from './weeding.module.css'

type State = Output<'erasure.state'>

/** What proves each erasure without naming the child, and the places that it has not reached. */
export function ErasedPanel({ state }: { readonly state: State }): ReactNode {
  const { t } = useSpeech()
  const { erasures, places } = state
  return (
    <div className={css['side']}>
      <Panel title={t('weeding.erased', { n: erasures.length })}>
        <div className={css['act']}>
          {erasures.length === 0 ? <p className={parts['small']}>{t('weeding.none-erased')}</p> : null}
          {erasures.toReversed().map((each) => (
            <Erased key={each.reference} erasure={each} />
          ))}
        </div>
      </Panel>
      <Panel title={t('weeding.places')}>
        <ul className={css['places']}>
          {places.length === 0 ? <li className={parts['small']}>{t('weeding.no-places')}</li> : null}
          {places.map((place) => (
            <li key={place.name} className={css['place']}>
              <Glyph status={place.outstanding.length === 0 ? 'met' : 'stop'} size={16} />
              <p>
                {t(place.outstanding.length === 0 ? 'retention.place-reached' : 'retention.place-behind', {
                  place: place.name,
                  n: place.outstanding.length,
                  list: place.outstanding.join(', '),
                })}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function Erased({ erasure }: { readonly erasure: State['erasures'][number] }): ReactNode {
  const { t, moment } = useSpeech()
  const { reference, doneAt, entry, digest, list } = erasure
  return (
    <div data-erased={reference}>
      <h3>{reference}</h3>
      <Facts
        rows={[
          [t('weeding.when'), doneAt === null ? t('weeding.unfinished') : moment(doneAt)],
          [t('weeding.entry'), entry === null ? '–' : t('weeding.entry-number', { n: entry })],
          [t('weeding.list'), list],
          [t('weeding.digest'), inFours(digest)],
        ]}
      />
    </div>
  )
}
