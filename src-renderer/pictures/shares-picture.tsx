import type { ReactNode } from 'react'
import { type ShareRow, shareBars } from '#domain/pictures/share-bars.ts'
import { useSpeech } from '../app/text.ts'
import { windowPalette } from './palette.ts'
import { PictureFrame } from './picture.tsx'
import css from './shares-picture.module.css'
import { WithTwin } from './with-twin.tsx'

type Given = { readonly title: string; readonly rows: readonly ShareRow[]; readonly head: readonly [string, string] }

/** Set at this width so that its nine-point words stand at twelve pixels in a panel. */
const width = 210

export function SharesPicture({ title, rows, head }: Given): ReactNode {
  const { t } = useSpeech()
  const picture = shareBars(rows, head, windowPalette, width)
  return (
    <WithTwin title={title} twin={picture.table}>
      <div className={css['body']}>
        <PictureFrame
          picture={picture}
          label={t('picture.sharesLabel', { list: rows.map((row) => `${row.label} ${row.written}`).join(', ') })}
        />
      </div>
    </WithTwin>
  )
}
