import { type ReactNode, useEffect, useState } from 'react'
import type { PlaceVerdict } from '#contract/keys.ts'
import { createRegister, leaveKeys, openOther, openRestoring } from '../../app/actions/keys.ts'
import { call } from '../../app/call.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Banner } from '../../components/banner.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import { NewPassphraseFields, noPassphrase, passphraseRemains } from '../../components/new-passphrase.tsx'
import { type DrawnRecoveryKey, RecoveryPaper } from '../../components/recovery-paper.tsx'
import { Field } from '../../components/text-field.tsx'
import { LockPage } from '../unlock/lock-page.tsx'
import { OpenOther } from '../unlock/open-other.tsx'
import { PlaceStep } from './place-step.tsx'
import { PracticeCard } from './practice-card.tsx'
import css from './start.module.css'
import { Step } from './step.tsx'

type Given = { readonly onBack?: () => void; readonly canChoose: boolean }

/** Makes a register: place, passphrase, recovery key. Nothing is made before the last button. */
export function StartScreen({ onBack, canChoose }: Given): ReactNode {
  const [other, setOther] = useState<'open' | 'restore'>()
  const leave = (): void => setOther(undefined)
  const { t } = useSpeech()
  const lost = useAnswer('place.suggest', {}).data?.lost ?? null
  if (other !== undefined)
    return (
      <LockPage>
        <OpenOther onBack={leave} onNew={leave} canChoose={canChoose} restoring={other === 'restore'} />
      </LockPage>
    )
  return (
    <LockPage beside={<PracticeCard />}>
      <div className={css['form']}>
        <div>
          <h1>{t('start.title')}</h1>
          <p className={css['lead']}>{t('start.lead')}</p>
        </div>
        {lost === null || onBack !== undefined ? null : (
          <Banner status="soon" title={t('start.lost')}>
            <p>{t('start.lost.what', { folder: lost })}</p>
          </Banner>
        )}
        <StartForm canChoose={canChoose} {...(onBack === undefined ? {} : { onBack })} onOther={setOther} />
      </div>
    </LockPage>
  )
}

function StartForm({ canChoose, onBack, onOther }: Given & { readonly onOther: (way: 'open' | 'restore') => void }): ReactNode {
  const { t } = useSpeech()
  const [at, setAt] = useState(1)
  const [place, setPlace] = useState<{ readonly folder: string; readonly mark: string; readonly verdict: PlaceVerdict | undefined }>({
    folder: '',
    mark: 'HV',
    verdict: undefined,
  })
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState(noPassphrase)
  const [drawn, setDrawn] = useState<DrawnRecoveryKey>()
  const [printed, setPrinted] = useState(false)
  const [code, setCode] = useState('')
  const suggested = useAnswer('place.suggest', {}).data?.folder
  const create = useCommand('register.create')
  useEffect(() => {
    if (suggested !== undefined) setPlace((now) => (now.folder === '' ? { ...now, folder: suggested } : now))
  }, [suggested])
  useEffect(() => {
    if (at === 3 && drawn === undefined) void call('recovery-key.draw', {}).then(setDrawn)
  }, [at, drawn])
  const selfRemains = name.trim() === '' ? { key: 'keys.remains.name' } : passphraseRemains(passphrase)
  const paperRemains =
    drawn === undefined || !printed
      ? { key: 'start.remains.print' }
      : code.trim().toUpperCase() === drawn.code
        ? undefined
        : { key: 'start.remains.code' }
  const placeRemains = place.verdict === 'free' ? undefined : { key: 'start.remains.place' }
  const remains = create.isPending ? { key: 'keys.waiting' } : (placeRemains ?? selfRemains ?? paperRemains)
  const make = (): void => create.mutate({ folder: place.folder, mark: place.mark, name: name.trim(), passphrase: passphrase.first, code })
  return (
    <>
      <PlaceStep value={place} onChange={setPlace} open={at === 1} canChoose={canChoose} onDone={() => setAt(2)} onOpen={() => setAt(1)} />
      <Step
        number={2}
        title={t('start.self')}
        open={at === 2}
        done={at > 2}
        summary={t('start.self.summary', { name })}
        onOpen={() => setAt(2)}
        remains={selfRemains}
        onDone={() => setAt(3)}
      >
        <div className={css['narrow']}>
          <Field label={t('start.name')} value={name} onChange={setName} help={t('start.name.help')} />
        </div>
        <NewPassphraseFields value={passphrase} onChange={setPassphrase} />
        <p className={css['lead']}>{t('start.nobody')}</p>
      </Step>
      <Step number={3} title={t('start.recovery')} open={at === 3} done={false} summary="" onOpen={() => setAt(3)}>
        {drawn === undefined ? null : (
          <RecoveryPaper drawn={drawn} code={code} onCode={setCode} printed={printed} onPrinted={() => setPrinted(true)} />
        )}
      </Step>
      {create.isError ? (
        <p role="alert" className={css['failed']}>
          <FailureText failure={create.error.failure} />
        </p>
      ) : null}
      <div className={css['foot']}>
        <ActionButton action={createRegister} context={{ remains, run: make }} look={remains === undefined ? 'primary' : 'secondary'} />
        {remains === undefined ? null : <span className={css['lead']}>{t('start.remains', { what: t(remains.key) })}</span>}
        <span className={css['end']}>
          {onBack === undefined ? (
            <>
              <ActionButton action={openRestoring} context={{ run: () => onOther('restore') }} look="link" />
              <ActionButton action={openOther} context={{ run: () => onOther('open') }} look="link" />
            </>
          ) : (
            <ActionButton action={leaveKeys} context={{ run: onBack }} look="link" />
          )}
        </span>
      </div>
    </>
  )
}
