import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice } from '../../components/case-fields/choice-fields.tsx'
import { FactList } from './fact-list.tsx'
import { stepChoices, textIn } from './legal-words.ts'

type Given = {
  /** Path of the list. */
  readonly at: string
  /** What the list is called: its title, and under `.empty` and `.add` what it says when empty and to add a step. */
  readonly titled: string
  readonly help?: string
  readonly steps: readonly string[]
  /** Where the words for the steps stand. */
  readonly words?: string
  /** The field that a row shows besides the step. */
  readonly more: string
  readonly children: (at: string) => ReactNode
}

/** Facts that each are a step of one matter. */
export function StepList({ at, titled, help, steps, words = 'record.value', more, children }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const choices = stepChoices(speech, words, steps)
  return (
    <FactList
      at={at}
      title={t(titled)}
      {...(help === undefined ? {} : { help })}
      empty={t(`${titled}.empty`)}
      add={t(`${titled}.add`)}
      fields={[{ kind: 'choice', name: 'step', label: t('legal.step'), choices }]}
      record={({ step = '' }) => ({ step })}
      says={(each) => t(`${words}.${textIn(each, 'step')}`)}
      more={(each) => [textIn(each, more)]}
    >
      {(place) => (
        <>
          <CaseChoice at={`${place}/step`} label={t('legal.step')} choices={choices} />
          {children(place)}
        </>
      )}
    </FactList>
  )
}
