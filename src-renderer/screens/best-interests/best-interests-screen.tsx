import { type ReactNode, useMemo, useState } from 'react'
import type { OpenedForm } from '#contract/questionnaires.ts'
import { beginForm } from '../../app/actions/forms.ts'
import { EditCase } from '../../app/editing/case-editing.tsx'
import { usePreferences } from '../../app/preferences.tsx'
import { useAnswer } from '../../app/queries.ts'
import { useReadingNames } from '../../app/reading-names.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { FormDesk } from '../../questionnaires/form-desk.tsx'
import { useBegin } from '../../questionnaires/use-begin.ts'
import { VersionsButton } from '../versions/versions-button.tsx'
import { Alternatives } from './alternatives.tsx'
import css from './best-interests.module.css'
import { ChildTold } from './child-told.tsx'
import { DecisionDesk } from './decision-desk.tsx'
import { FactorsByDirection } from './factors-by-direction.tsx'
import { Outcome } from './outcome.tsx'

const formId = 'BIA-SE-1'

/** What weighed, from whom it comes, how the alternatives compare, in the order one must defend it. */
export function BestInterestsScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { language } = usePreferences()
  const { reference } = overview.identity
  const [entering, setEntering] = useState(false)
  const { busy, begin } = useBegin(reference, () => setEntering(true))
  const list = useAnswer('questionnaire.list', { reference, language })
  const form = list.data?.forms.find(({ id }) => id === formId)
  const newest = form?.fillings[0]
  const begun = newest !== undefined && newest.signedOff === null
  const action = (
    <ActionButton
      action={beginForm}
      context={{ begun, again: newest !== undefined, busy, begin: () => begin(formId) }}
      look={begun ? 'primary' : 'secondary'}
    />
  )
  return (
    <SectionScreen ready={!list.isPending}>
      <Answer query={list}>
        {() =>
          newest === undefined ? (
            <>
              <TitleRow title={t('section.best-interests')} line={t('best-interests.none')}>
                {action}
              </TitleRow>
              <Banner status="open" title={t('best-interests.noneLead')} />
            </>
          ) : entering && begun ? (
            <FormDesk
              key={newest.index}
              reference={reference}
              id={formId}
              index={newest.index}
              signs={false}
              onClose={() => setEntering(false)}
              beside={(opened) => <DecisionDesk reference={reference} opened={opened} onDecided={() => setEntering(false)} />}
            />
          ) : (
            <Procedure reference={reference} index={newest.index}>
              {action}
            </Procedure>
          )
        }
      </Answer>
    </SectionScreen>
  )
}

type ProcedureGiven = { readonly reference: string; readonly index: number; readonly children: ReactNode }

function Procedure({ reference, index, children }: ProcedureGiven): ReactNode {
  const { language } = usePreferences()
  const names = useReadingNames(reference)
  const input = useMemo(() => ({ reference, id: formId, index, language, ...names }), [reference, index, language, names])
  const answer = useAnswer('questionnaire.open', input)
  return (
    <Answer query={answer}>
      {(opened) => (
        <Shown reference={reference} opened={opened}>
          {children}
        </Shown>
      )}
    </Answer>
  )
}

type ShownGiven = { readonly reference: string; readonly opened: OpenedForm; readonly children: ReactNode }

function Shown({ reference, opened, children }: ShownGiven): ReactNode {
  const { t, day } = useSpeech()
  const facts = [
    t('best-interests.line', { date: day(opened.startedOn) }),
    opened.signedOff === null ? undefined : t('best-interests.decided', { date: day(opened.signedOff.on) }),
    opened.dueOn === null ? undefined : t('forms.dueOn', { date: day(opened.dueOn) }),
  ]
  return (
    <>
      <TitleRow title={t('section.best-interests')} line={facts.filter((fact) => fact !== undefined).join(' · ')}>
        <VersionsButton reference={reference} kinds={['best-interests']} />
        {children}
      </TitleRow>
      <div className={css['columns']}>
        <FactorsByDirection opened={opened} />
        <Outcome opened={opened}>
          <EditCase reference={reference} places={[`/bestInterests/${opened.index}/childInformed`]}>
            <ChildTold index={opened.index} />
          </EditCase>
        </Outcome>
      </div>
      <Alternatives opened={opened} />
    </>
  )
}
