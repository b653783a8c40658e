import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { Mark } from '../../components/glyph.tsx'
import css from './unlock.module.css'

const way = 'M-20 720C160 720 120 560 300 545S420 420 400 360 470 250 520 232'

/** The left half of the lock: the way home, and nothing about any case. */
export function WayHome({ children }: { readonly children?: ReactNode }): ReactNode {
  const { t } = useSpeech()
  return (
    <div className={css['view']}>
      <svg
        viewBox="0 0 640 800"
        preserveAspectRatio={children === undefined ? 'xMidYMax slice' : 'xMaxYMax slice'}
        fill="none"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M0 330C120 250 220 300 330 250S540 150 640 210V800H0z" fill="var(--line)" opacity={0.45} />
        <path d="M0 520C140 420 260 500 400 430S560 330 640 350V800H0z" fill="var(--line)" opacity={0.55} />
        <path d={way} stroke="var(--surface)" strokeWidth={46} strokeLinecap="round" />
        <path d={way} stroke="var(--ctl)" strokeWidth={2} strokeDasharray="2 10" strokeLinecap="round" />
        <path d="M474 214l62-52 62 52v70H474z" fill="var(--surface)" stroke="var(--accent)" strokeWidth={2.5} strokeLinejoin="round" />
        <rect x={522} y={236} width={28} height={48} fill="var(--door)" stroke="var(--accent)" strokeWidth={2.5} />
        <circle cx={118} cy={680} r={6} fill="var(--accent)" />
        <circle cx={300} cy={545} r={6} fill="var(--accent)" />
        <circle cx={400} cy={360} r={6} fill="var(--accent)" />
      </svg>
      <div className={css['house']}>
        <div className={css['name']}>
          <Mark size={30} />
          {t('app.name')}
        </div>
        <p>{t('unlock.what')}</p>
      </div>
      {children}
    </div>
  )
}
