import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { VisuallyHidden } from '../../components/visually-hidden.tsx'
import css from './partners.module.css'
import { nameOf, standingWords, statusOf } from './words.ts'

const shownAtOnce = 5

/** Those whose check is the oldest, so that nobody is found too old on the day that they are needed. */
export function CheckNext({
  known,
  onChoose,
}: {
  readonly known: Output<'partner.list'>
  readonly onChoose: (id: string) => void
}): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const due = known.checkNext.flatMap((id) => known.partners.find((partner) => partner.id === id) ?? [])
  if (due.length === 0) return null
  return (
    <Panel title={t('partners.checkNext')} aside={due.length}>
      <ul className={css['next']}>
        {due.slice(0, shownAtOnce).map((partner) => (
          <li key={partner.id}>
            <Glyph status={statusOf(partner.standing)} size={15} />
            <span className={css['name']}>{nameOf(speech, partner)}</span>
            <span className={css['small']}>{standingWords(speech, partner.standing, known.today)}</span>
            <Button className={cx(buttons['button'], buttons['link'])} onPress={() => onChoose(partner.id)}>
              {t('partners.action.check')}
              <VisuallyHidden> {nameOf(speech, partner)}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
