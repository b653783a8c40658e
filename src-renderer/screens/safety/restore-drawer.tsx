import { type ReactNode, useState } from 'react'
import { compareCopy } from '../../app/actions/backup.ts'
import { useAnswer, useCommand } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Drawer, DrawerPart } from '../../components/drawer.tsx'
import { FailureText } from '../../components/failure-note.tsx'
import parts from '../../components/parts.module.css'
import { SelectField } from '../../components/select-field.tsx'
import { Field } from '../../components/text-field.tsx'
import { Comparison } from './comparison.tsx'
import { RestoreBeside } from './restore-beside.tsx'
import { RestoreInstead } from './restore-instead.tsx'
import css from './safety.module.css'
import type { Place } from './standing.ts'
import { sizeOf, whenSeen } from './words.ts'

type Given = { readonly place: Place; readonly now: string; readonly onClose: () => void }
type FoundCopy = { readonly from: string; readonly name: string; readonly at: string; readonly size: number }

/** From a copy to a register: which copy, how it stands to this register, and where it goes. */
export function RestoreDrawer({ place, now, onClose }: Given): ReactNode {
  const { t } = useSpeech()
  const copies = useAnswer('backup.list', { folder: place.folder })
  const register = useAnswer('register.info', {})
  return (
    <Drawer label={t('safety.restore.label', { place: place.label })} overline={t('safety.restore')} onClose={onClose}>
      <DrawerPart>
        <h2>{place.label}</h2>
        <p className={parts['small']}>{t('safety.restore.lead')}</p>
      </DrawerPart>
      <Answer query={copies}>
        {({ registers }) => (
          <Answer query={register}>
            {({ registerId }) => (
              <Restoring
                now={now}
                copies={registers
                  .filter((each) => each.registerId === registerId)
                  .flatMap((each) => each.copies.map((copy) => ({ ...copy, from: each.folder })))}
              />
            )}
          </Answer>
        )}
      </Answer>
    </Drawer>
  )
}

/** A copy of another register, or one that could not be compared, takes nobody's place. */
const replaceable: readonly (string | null)[] = ['same', 'ancestor', 'ahead', 'diverged']

function Restoring({ copies, now }: { readonly copies: readonly FoundCopy[]; readonly now: string }): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const [name, setName] = useState(copies[0]?.name ?? '')
  const [passphrase, setPassphrase] = useState('')
  const compared = useCommand('backup.compare')
  const copy = copies.find((each) => each.name === name)
  const compare = (): void =>
    copy === undefined ? undefined : compared.mutate({ from: copy.from, copy: copy.name, into: null, passphrase })
  // A comparison says nothing about another copy.
  const choose = (chosen: string): void => {
    compared.reset()
    setName(chosen)
  }
  return (
    <>
      <DrawerPart>
        <div className={css['asked']}>
          <SelectField
            label={t('safety.restore.copy')}
            value={name}
            onChange={choose}
            choices={copies.map((each) => ({ id: each.name, label: `${whenSeen(speech, each.at, now)}, ${sizeOf(speech, each.size)}` }))}
          />
          <Field
            label={t('unlock.passphrase')}
            type="password"
            value={passphrase}
            onChange={setPassphrase}
            help={t('safety.restore.passphrase.help')}
            error={compared.isError ? <FailureText failure={compared.error.failure} /> : undefined}
          />
          <ActionButton
            action={compareCopy}
            context={{ passphrase, chosen: copy !== undefined, busy: compared.isPending, run: compare }}
            look={compared.data === undefined ? 'primary' : 'secondary'}
          />
          {compared.isPending ? <p role="status">{t('safety.restore.comparing')}</p> : null}
        </div>
      </DrawerPart>
      {compared.data === undefined || copy === undefined ? null : (
        <>
          <DrawerPart>
            <Comparison found={compared.data} now={now} />
          </DrawerPart>
          <DrawerPart>
            <RestoreBeside from={copy.from} copy={copy.name} passphrase={passphrase} now={now} />
          </DrawerPart>
          {replaceable.includes(compared.data.relation) ? (
            <DrawerPart>
              <RestoreInstead key={copy.name} from={copy.from} found={compared.data} passphrase={passphrase} now={now} />
            </DrawerPart>
          ) : null}
        </>
      )}
    </>
  )
}
