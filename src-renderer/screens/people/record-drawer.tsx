import { type ReactNode, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { ulid } from 'ulid'
import type { PersonView } from '#contract/views.ts'
import { type RecordContext, saveRecord } from '../../app/actions/record.ts'
import { useNames } from '../../app/names.tsx'
import { type Language, usePreferences } from '../../app/preferences.tsx'
import { useCommand } from '../../app/queries.ts'
import { roleOf } from '../../app/roles.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Banner } from '../../components/banner.tsx'
import { cx } from '../../components/cx.ts'
import { Drawer, DrawerPart } from '../../components/drawer.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import parts from '../../components/parts.module.css'
import { Segment } from '../../components/segment.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './record.module.css'

type Given = { readonly reference: string; readonly people: readonly PersonView[]; readonly onClose: () => void }

/** An access request: about whom, why, in which language, and where the file goes. */
export function RecordDrawer({ reference, people, onClose }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const names = useNames()
  const { exportFolder } = useRegister()
  const { language: own } = usePreferences()
  const [person, setPerson] = useState('child')
  const [language, setLanguage] = useState<Language>(own)
  const [purpose, setPurpose] = useState('')
  const [folder, setFolder] = useState(exportFolder)
  const command = useCommand('person.record')
  const attempt = useRef({ key: '', id: '' })
  const context: RecordContext = {
    purpose,
    folder,
    busy: command.isPending,
    save: () => {
      const asked = { reference, person, purpose: purpose.trim(), language, folder }
      const key = JSON.stringify(asked)
      if (attempt.current.key !== key) attempt.current = { key, id: ulid() }
      command.mutate({ ...asked, operationId: attempt.current.id })
    },
  }
  const choices = [
    { id: 'child', name: t('record.window.child') },
    ...people.map((each) => ({ id: each.id, name: names.person(reference, each.id)?.name ?? roleAndPlace(roleOf(speech, each), each) })),
  ]
  return (
    <Drawer label={t('action.makeRecord')} overline={t('action.makeRecord')} onClose={onClose}>
      <DrawerPart>
        <p className={parts['small']}>{t('record.window.lead')}</p>
      </DrawerPart>
      <DrawerPart>
        <RadioGroup className={cx(css['choices'])} aria-label={t('record.window.whom')} value={person} onChange={setPerson}>
          {choices.map(({ id, name }) => (
            <Radio key={id} value={id} className={cx(css['choice'])}>
              <span className={css['radio']} />
              {name}
            </Radio>
          ))}
        </RadioGroup>
      </DrawerPart>
      <DrawerPart>
        <div className={css['form']}>
          <Field label={t('record.window.purpose')} value={purpose} onChange={setPurpose} help={t('record.window.purpose-help')} />
          <Segment
            label={t('export.language')}
            value={language}
            onChange={setLanguage}
            choices={[
              { id: 'sv', label: t('user.language.sv') },
              { id: 'en', label: t('user.language.en') },
            ]}
          />
          <Field label={t('export.folder')} value={folder} onChange={setFolder} />
          {command.isError ? <FailureNote failure={command.error.failure} /> : null}
          <ActionButton action={saveRecord} context={context} look="primary" />
          {command.data === undefined ? null : (
            <Banner status="met" title={t('record.window.done')}>
              <p className={css['file']}>{t('record.window.done-line', { file: command.data.file, pages: command.data.pages })}</p>
              <p>{t('record.window.review', { n: command.data.review })}</p>
            </Banner>
          )}
        </div>
      </DrawerPart>
    </Drawer>
  )
}

const roleAndPlace = (role: string, { organisation, town }: PersonView): string =>
  [role, organisation ?? town].filter((part) => part !== null).join(', ')
