import { type ReactNode, useState } from 'react'
import type { PartnerView } from '#contract/directory-views.ts'
import { checkWays } from '#domain/partners/partner.ts'
import { checkPartner, noAnswer } from '../../app/actions/partners.ts'
import { useAttempt } from '../../app/attempt.ts'
import { useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FailureLine } from '../../components/failure-note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './partners.module.css'
import { choicesOf } from './words.ts'

/** “Kontrollerad i dag”, how, and what was found; or that nobody answered. */
export function CheckForm({ partner, children }: { readonly partner: PartnerView; readonly children: ReactNode }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [how, setHow] = useState<(typeof checkWays)[number]>('phone')
  const [note, setNote] = useState('')
  const command = useCommand('partner.verify')
  const { idOf, done } = useAttempt()
  const run = (outcome: 'confirmed' | 'no-answer') => (): void => {
    const said = { how, outcome, ...(note.trim() === '' ? {} : { note: note.trim() }) }
    const operationId = idOf(JSON.stringify([partner.id, partner.version, said]))
    command.mutate({ id: partner.id, version: partner.version, ...said, operationId }, { onSuccess: done })
  }
  const isWay = (id: string): id is typeof how => checkWays.some((way) => way === id)
  return (
    <div className={css['foot']}>
      <div className={css['check-fields']}>
        <SelectField
          label={t('partners.how')}
          value={how}
          choices={choicesOf(speech, 'partner.how', checkWays, false)}
          onChange={(id) => (isWay(id) ? setHow(id) : undefined)}
        />
        <Field label={t('partners.checkNote')} value={note} onChange={setNote} />
      </div>
      <FailureLine failure={command.error?.failure} />
      <div className={css['acts']}>
        <ActionButton action={checkPartner} context={{ busy: command.isPending, run: run('confirmed') }} look="primary" />
        <ActionButton action={noAnswer} context={{ busy: command.isPending, run: run('no-answer') }} />
        {children}
      </div>
    </div>
  )
}
