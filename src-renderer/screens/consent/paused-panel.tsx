import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure, Output } from '#contract/operations.ts'
import type { ReadinessView } from '#contract/views.ts'
import { resumeCase } from '../../app/actions/consent.ts'
import { useChanges } from '../../app/changes.tsx'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Banner } from '../../components/banner.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Panel } from '../../components/panel.tsx'
import { TextBox } from '../../components/text-area.tsx'
import css from './consent.module.css'

type Pause = NonNullable<ReadinessView['pause']>

/** That the case is paused, since when and by whose word. */
export function PausedBanner({ pause }: { readonly pause: Pause }): ReactNode {
  const { t, tOr, day } = useSpeech()
  const who = pause.by.map((voice) => tOr([`pause.by.${voice}`, `consent.voice.${voice}`])).join(t('list.and'))
  return (
    <Banner status="pause" title={t('verdict.paused')} urgent>
      <p>
        {t(`pause.${pause.because}`, { who: who === '' ? t('pause.by.child') : who, date: day(pause.since) })}{' '}
        <strong>{t('pause.consequence')}</strong>
      </p>
    </Banner>
  )
}

type Given = { readonly reference: string; readonly pause: Pause; readonly view: Output<'consent.view'> }
const needs = ['talk', 'declaration', 'decision']

/** What resuming asks for, in its order: a talk, a new declaration, and a manager's decision when both are there. */
export function ResumptionPanel({ reference, pause, view }: Given): ReactNode {
  const { t, day } = useSpeech()
  const { mayChange, version } = useCaseEditing()
  const { save } = useChanges()
  const [failure, setFailure] = useState<Failure>()
  const [reason, setReason] = useState('')
  const left = pause.missing.filter((need) => need !== 'decision').length
  const resume = (): void => {
    const input = { reference, version, operationId: ulid(), reason: reason.trim() }
    void save('consent.resume', input).then((outcome) => setFailure(outcome.ok ? undefined : outcome.error))
  }
  return (
    <Panel title={t('consent.resumption')}>
      <div className={css['body']} data-resumption={left}>
        <ol className={css['rows']}>
          {needs.map((need) => (
            <li key={need} className={css['need']} data-need={need}>
              <Glyph status={pause.missing.includes(need) ? 'open' : 'met'} size={16} />
              {t(`readiness.resume.${need}`).replace(/\.$/, '')}
            </li>
          ))}
        </ol>
        <p className={css['aside']}>{t('consent.afterOnly', { day: day(pause.since) })}</p>
        {!mayChange || left > 0 ? null : (
          <TextBox label={t('consent.resumeReason')} value={reason} onChange={setReason} help={t('consent.resumeHelp')} />
        )}
        {!mayChange ? null : (
          <div>
            <ActionButton action={resumeCase} context={{ run: resume, left, mayResume: view.mayResume, reason }} />
          </div>
        )}
        {failure === undefined ? null : (
          <p role="alert" className={css['failure']}>
            <FailureText failure={failure} />
          </p>
        )}
      </div>
    </Panel>
  )
}
