import type { ReactNode } from 'react'
import type { CountryView } from '#contract/directory-views.ts'
import { countryMap } from '#domain/pictures/country-map.ts'
import { useSpeech } from '../../app/text.ts'
import { windowPalette } from '../../pictures/palette.ts'
import { PictureFrame } from '../../pictures/picture.tsx'
import { WithTwin } from '../../pictures/with-twin.tsx'
import css from './countries.module.css'

/** The country and where its partners are; drawn from what is shipped, without a network. */
export function MapPicture({ view: { map, country } }: { readonly view: CountryView }): ReactNode {
  const { t, tOr } = useSpeech()
  const head = [t('partner.column.town'), t('screen.partners'), t('countries.map.stale')] as const
  const picture = countryMap(map.rings, map.places, head, windowPalette)
  const name = tOr([`country.${country}`])
  return (
    <WithTwin title={t('countries.map')} twin={picture.table}>
      {map.rings.length === 0 && map.places.length === 0 ? (
        <p className={css['line']}>{t('countries.map.none')}</p>
      ) : (
        <div className={css['map']}>
          <PictureFrame picture={picture} label={t('countries.map.label', { country: name, ...picture.alternative.values })} />
        </div>
      )}
      {map.unplaced.length === 0 ? null : <p className={css['line']}>{t('countries.map.unplaced', { towns: map.unplaced.join(', ') })}</p>}
    </WithTwin>
  )
}
