import { type ReactNode, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { newDeclaration, newTalk } from '../../app/actions/consent.ts'
import { EditCase, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { moveFocusTo } from '../../app/focus.ts'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import css from './consent.module.css'
import { ConsentCard } from './consent-card.tsx'
import { DeclarationForm } from './declaration-form.tsx'
import { PausedBanner, ResumptionPanel } from './paused-panel.tsx'
import { Recipients } from './recipients.tsx'
import { places, useRecords } from './records.ts'
import { TalkForm } from './talk-form.tsx'
import { Timeline } from './timeline.tsx'
import { timelineEntries } from './timeline-entries.ts'
import { Wishes } from './wishes.tsx'

/** The child's voice and consent: talks, what was done about each wish, declarations, and to whom anything may be told. */
export function ConsentScreen({ overview }: SectionGiven): ReactNode {
  const { reference } = overview.identity
  const answer = useAnswer('consent.view', { reference })
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {(view) => (
          <EditCase reference={reference} places={places}>
            <Consent overview={overview} view={view} />
          </EditCase>
        )}
      </Answer>
    </SectionScreen>
  )
}

type Given = SectionGiven & { readonly view: Output<'consent.view'> }
type Form = 'talk' | 'declaration'
const placeOf: Readonly<Record<Form, string>> = { talk: '/talks/+', declaration: '/returnDeclarations/+' }

function Consent({ overview, view }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { mayChange, draftOf } = useCaseEditing()
  const records = useRecords()
  const [form, setForm] = useState<Form | undefined>(() =>
    (['talk', 'declaration'] as const).find((each) => draftOf(placeOf[each]) !== undefined),
  )
  const { pause } = overview.readiness
  const open = (next: Form): void => {
    setForm(next)
    moveFocusTo('[data-sheet] :is(input, textarea, [role="radio"])')
  }
  const close = (): void => {
    const closed = form
    setForm(undefined)
    moveFocusTo(`[data-action="${closed === 'talk' ? 'new-talk' : 'new-declaration'}"]`)
  }
  const entries = timelineEntries(speech, { records, view, overview })
  const unanswered = records.talks.flatMap(({ wishes }) => wishes).filter(({ answer }) => answer === undefined).length
  return (
    <>
      <TitleRow title={t('consent.title')} line={t('consent.line', { n: records.talks.length, open: unanswered })}>
        {mayChange ? (
          <>
            <ActionButton action={newDeclaration} context={{ run: () => open('declaration') }} />
            <ActionButton action={newTalk} context={{ run: () => open('talk') }} primary={records.talks.length === 0} />
          </>
        ) : null}
      </TitleRow>
      {pause === null ? null : <PausedBanner pause={pause} />}
      <div className={css['columns']}>
        <div className={css['card']}>
          <ConsentCard view={view} overview={overview} />
        </div>
        <div className={css['main']}>
          {form === undefined ? null : (
            <Panel>
              {form === 'talk' ? (
                <TalkForm onClose={close} />
              ) : (
                <DeclarationForm records={records} hasCustodian={view.hasCustodian} onClose={close} />
              )}
            </Panel>
          )}
          <Panel title={t('consent.timeline')}>
            {records.talks.length === 0 ? <p className={css['note']}>{t('consent.empty')}</p> : null}
            <Timeline entries={entries} />
          </Panel>
          <Recipients view={view} records={records} paused={pause !== null} />
        </div>
        <div className={css['side']}>
          {pause === null ? null : <ResumptionPanel reference={overview.identity.reference} pause={pause} view={view} />}
          <Wishes records={records} />
        </div>
      </div>
    </>
  )
}
