import { type ReactNode, useEffect, useState } from 'react'
import type { PlaceVerdict } from '#contract/keys.ts'
import { choosePlace, openThere } from '../../app/actions/keys.ts'
import { call } from '../../app/call.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './start.module.css'
import { Step } from './step.tsx'

type Place = { readonly folder: string; readonly mark: string; readonly verdict: PlaceVerdict | undefined }
type Given = {
  readonly value: Place
  readonly onChange: (value: Place) => void
  readonly open: boolean
  readonly canChoose: boolean
  readonly onDone: () => void
  readonly onOpen: () => void
}

const gigabyte = 1_000_000_000

/** Where the register is to lie. The folder is looked at while one types, and refused with its reason. */
export function PlaceStep({ value, onChange, open, canChoose, onDone, onOpen }: Given): ReactNode {
  const { t, number } = useSpeech()
  const [free, setFree] = useState<number | null>(null)
  const choose = useCommand('register.choose')
  const { folder, mark, verdict } = value
  useEffect(() => {
    if (folder === '') return undefined
    let stale = false
    void call('place.check', { folder }).then((found) => {
      if (stale) return
      setFree(found.freeBytes)
      onChange({ folder, mark, verdict: found.verdict })
    })
    return () => {
      stale = true
    }
  }, [folder, mark, onChange])
  const pick = async (): Promise<void> => {
    const chosen = await call('files.choose-folder', {})
    if (chosen.folder !== null) onChange({ folder: chosen.folder, mark, verdict: undefined })
  }
  const isMark = /^[A-Z]{2,4}$/.test(mark)
  const remains = verdict !== 'free' ? { key: 'start.remains.place' } : isMark ? undefined : { key: 'start.remains.mark' }
  const reference = t('start.place.reference', { mark })
  const room = free === null ? '' : t('start.place.room', { size: number(Math.floor(free / gigabyte)) })
  return (
    <Step
      number={1}
      title={t('start.place')}
      open={open}
      done={!open}
      summary={`${folder}. ${room} ${reference}`}
      onOpen={onOpen}
      remains={remains}
      onDone={onDone}
    >
      <Field
        label={t('start.folder')}
        value={folder}
        onChange={(next) => onChange({ folder: next, mark, verdict: undefined })}
        help={verdict === 'free' ? `${t('start.place.good')} ${room}` : t('start.folder.help')}
        error={verdict === undefined || verdict === 'free' ? undefined : t(`place.${verdict}`)}
        beside={canChoose ? <ActionButton action={choosePlace} context={{ run: () => void pick() }} /> : undefined}
      />
      {verdict === 'holds-register' ? (
        <div>
          <ActionButton action={openThere} context={{ run: () => choose.mutate({ folder }) }} />
        </div>
      ) : null}
      <div className={css['narrow']}>
        <Field
          label={t('start.mark')}
          value={mark}
          onChange={(next) => onChange({ folder, mark: next.toUpperCase(), verdict })}
          help={reference}
          error={isMark ? undefined : t('start.remains.mark')}
        />
      </div>
    </Step>
  )
}
