import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { AcceptableTrouble } from '#domain/starts/safe-facts.ts'
import { useAccepted } from '../../app/accepted-troubles.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import buttons from '../../components/button.module.css'
import { cx } from '../../components/cx.ts'
import { FailureText } from '../../components/failure-note.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './trouble.module.css'

type Given = { readonly code: AcceptableTrouble; readonly consequence: string }

/** The way on in spite of a trouble: its consequence stands beside it, and the passphrase is asked for again. */
export function GoOn({ code, consequence }: Given): ReactNode {
  const { t } = useSpeech()
  const [open, setOpen] = useState(false)
  if (open) return <GoOnForm code={code} consequence={consequence} />
  return (
    <Button className={cx(buttons['button'])} onPress={() => setOpen(true)} data-action="go-on">
      {t('start.go-on-open')}
    </Button>
  )
}

function GoOnForm({ code, consequence }: Given): ReactNode {
  const { t } = useSpeech()
  const accepted = useAccepted()
  const [passphrase, setPassphrase] = useState('')
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const command = useCommand('register.unlock')
  useEffect(() => field.current?.focus(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setEmpty(passphrase === '')
    if (passphrase === '') field.current?.focus()
    else command.mutate({ passphrase, accept: [...accepted.with(code)] }, { onSettled: () => setPassphrase('') })
  }
  const refusal = command.isError && passphrase === '' ? <FailureText failure={command.error.failure} /> : undefined
  return (
    <form className={css['go-on']} onSubmit={submit}>
      <p>{consequence}</p>
      <Field
        label={t('start.passphrase-again')}
        value={passphrase}
        onChange={(typed) => {
          setPassphrase(typed)
          setEmpty(false)
        }}
        type="password"
        inputRef={field}
        error={refusal ?? (empty ? t('start.no-passphrase') : undefined)}
      />
      <Button type="submit" className={cx(buttons['button'])} isPending={command.isPending} data-action="go-on-now">
        {t(command.isPending ? 'start.waiting' : 'start.go-on')}
      </Button>
    </form>
  )
}
