import { type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import type { Failure, Output } from '#contract/operations.ts'
import { withdrawByGuardian, withdrawConsent } from '../../app/actions/consent.ts'
import { useChanges } from '../../app/changes.tsx'
import { useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import type { Overview } from '../../components/screen.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import css from './consent.module.css'

type Given = { readonly view: Output<'consent.view'>; readonly overview: Overview }

/** How the consent stands, and the way out of it: one click, no reason. */
export function ConsentCard({ view, overview }: Given): ReactNode {
  const { t, day } = useSpeech()
  const { mayChange } = useCaseEditing()
  const { today } = useRegister()
  const { reference } = overview.identity
  const { pause } = overview.readiness
  const said = (on: string | null): ReactNode =>
    on === null ? (
      <StatusText status="open">{t('consent.notYet')}</StatusText>
    ) : (
      <StatusText status="met">{t('consent.saidYes', { day: day(on, today) })}</StatusText>
    )
  const again = overview.readiness.gates.some(({ id, state }) => id === 'G05' && state === 'reconfirm')
  // Where nothing has been built up again since the last no, there is nothing to take back.
  const nothingToTakeBack = pause !== null && pause.missing.length === mostNeeds
  return (
    <Panel title={t('consent.card')} aside={<Standing view={view} paused={pause !== null} again={again} />}>
      <div className={css['body']} data-consent-card={pause === null ? 'standing' : 'paused'}>
        <Facts
          rows={[
            [t('consent.voice.child'), said(view.child)],
            [t('consent.representative'), said(view.representative)],
          ]}
        />
        {!mayChange || nothingToTakeBack ? null : <Withdraw reference={reference} />}
      </div>
    </Panel>
  )
}

const mostNeeds = 3

type StandingGiven = { readonly view: Output<'consent.view'>; readonly paused: boolean; readonly again: boolean }

function Standing({ view, paused, again }: StandingGiven): ReactNode {
  const { t, day } = useSpeech()
  if (paused) return <StatusTag status="pause">{t('consent.paused')}</StatusTag>
  if (view.child === null || view.representative === null) return <StatusTag status="open">{t('consent.none')}</StatusTag>
  if (again) return <StatusTag status="again">{t('consent.again')}</StatusTag>
  return view.carriesThrough === null ? null : <StatusTag status="met">{t('consent.through', { day: day(view.carriesThrough) })}</StatusTag>
}

function Withdraw({ reference }: { readonly reference: string }): ReactNode {
  const { t } = useSpeech()
  const { save } = useChanges()
  const { inOrder } = useCaseEditing()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const withdraw = (by: 'child' | 'guardian'): void => {
    setBusy(true)
    void inOrder(() => save('consent.withdraw', { reference, operationId: ulid(), by: [by] })).then((outcome) => {
      setBusy(false)
      setFailure(outcome.ok ? undefined : outcome.error)
    })
  }
  return (
    <div className={css['withdraw']}>
      <ActionButton action={withdrawConsent} context={{ run: () => withdraw('child'), busy }} />
      <p className={css['aside']}>{t('consent.withdrawHelp')}</p>
      <ActionButton action={withdrawByGuardian} context={{ run: () => withdraw('guardian'), busy }} look="link" />
      {failure === undefined ? null : (
        <p role="alert" className={css['failure']}>
          <FailureText failure={failure} />
        </p>
      )}
    </div>
  )
}
