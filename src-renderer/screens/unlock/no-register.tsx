import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import css from './unlock.module.css'
import { WayHome } from './way-home.tsx'

/** The shell was started without a register: what to do about it. */
export function NoRegister(): ReactNode {
  const { t } = useSpeech()
  return (
    <main className={css['page']} data-ready="">
      <WayHome />
      <div className={css['side']}>
        <div className={css['form']}>
          <h1>{t('noRegister.title')}</h1>
          <p>{t('noRegister.what')}</p>
        </div>
      </div>
    </main>
  )
}
