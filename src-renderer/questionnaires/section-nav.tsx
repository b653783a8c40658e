import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { OpenedForm } from '#contract/questionnaires.ts'
import type { progress } from '#domain/questionnaires/look.ts'
import { useSpeech } from '../app/text.ts'
import { cx } from '../components/cx.ts'
import { Glyph } from '../components/glyph.tsx'
import css from './questionnaires.module.css'
import { wordsIn } from './words.ts'

type Given = {
  readonly opened: OpenedForm
  readonly parts: ReturnType<typeof progress>['sections']
  readonly current: string | undefined
  readonly onGo: (section: string) => void
}

/** The sections of a form, each with how far one has come in it. */
export function SectionNav({ opened, parts, current, onGo }: Given): ReactNode {
  const { t } = useSpeech()
  return (
    <nav className={css['nav']} aria-label={t('forms.sections')}>
      {parts.map((part) => {
        const section = opened.form.sections.find(({ id }) => id === part.id)
        const whole = part.requiredAnswered === part.required && part.answered > 0
        return (
          <Button
            key={part.id}
            className={cx(css['part'])}
            onPress={() => onGo(part.id)}
            data-part={part.id}
            {...(part.id === current ? { 'aria-current': 'true' as const } : {})}
          >
            <Glyph status={whole ? 'met' : part.answered > 0 ? 'started' : 'open'} size={15} />
            <span className={css['part-name']}>{section === undefined ? part.id : wordsIn(opened, section.text)}</span>
            <span className={css['count']}>{t('forms.count', { n: part.answered, all: part.asked })}</span>
          </Button>
        )
      })}
    </nav>
  )
}
