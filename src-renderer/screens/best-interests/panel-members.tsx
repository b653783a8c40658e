import type { ReactNode } from 'react'
import { addMember, removeMember } from '../../app/actions/best-interests.ts'
import { type Json, useCaseEditing } from '../../app/editing/case-editing.tsx'
import { useAutosave } from '../../app/editing/use-autosave.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { FieldShell } from '../../components/case-fields/field-shell.tsx'
import { Panel } from '../../components/panel.tsx'
import { Segment } from '../../components/segment.tsx'
import { Field } from '../../components/text-field.tsx'
import css from './best-interests.module.css'

type Member = { readonly name: string; readonly role: string; readonly chair: boolean }

const isMember = (value: Json): value is Member =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value['name'] === 'string' &&
  typeof value['role'] === 'string'
const isMembers = (value: Json): value is Member[] => Array.isArray(value) && value.every(isMember)

/** Who weighs: at least three, one of them in the chair. */
export function PanelMembers({ index }: { readonly index: number }): ReactNode {
  const { t } = useSpeech()
  const { held, isHidden, edit } = useCaseEditing()
  const at = `/bestInterests/${index}/panel`
  const stands = held(at)
  const field = useAutosave<Member[]>({
    place: at,
    held: isMembers(stands) ? stands : [],
    fault: (members) =>
      members.some(({ name, role }) => name.trim() === '' || role.trim() === '') ? t('best-interests.panel') : undefined,
    isShown: isMembers,
    attempt: (value, version, settle) => edit([{ at, value: value.map((each) => ({ ...each })) }], version, { settle }),
  })
  const members = field.shown
  const set = (position: number, change: Partial<Member>): void =>
    field.type(members.map((each, index) => (index === position ? { ...each, ...change } : each)))
  const chair = String(members.findIndex((each) => each.chair))
  return (
    <Panel title={t('best-interests.panel')}>
      <div className={css['body']} data-panel="">
        <FieldShell field={{ ...field, hidden: isHidden(at) && !field.dirty }} label={t('best-interests.panel')}>
          {members.map((member, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a member has no name that stays while it is typed
            <div key={position} className={css['row']}>
              <Field
                label={t('best-interests.panelName')}
                value={member.name}
                onChange={(name) => set(position, { name })}
                onLeave={field.leave}
              />
              <Field
                label={t('best-interests.panelRole')}
                value={member.role}
                onChange={(role) => set(position, { role })}
                onLeave={field.leave}
              />
              <ActionButton
                action={removeMember}
                context={{ remove: () => field.choose(members.filter((_, index) => index !== position)) }}
                look="link"
                about={member.name}
              />
            </div>
          ))}
          <ActionButton
            action={addMember}
            context={{ add: () => field.type([...members, { name: '', role: '', chair: members.length === 0 }]) }}
          />
          {members.length < 2 ? null : (
            <Segment
              label={t('best-interests.chair')}
              value={chair}
              choices={members.map(({ name }, position) => ({ id: String(position), label: name === '' ? String(position + 1) : name }))}
              onChange={(id) => field.choose(members.map((each, position) => ({ ...each, chair: String(position) === id })))}
            />
          )}
        </FieldShell>
      </div>
    </Panel>
  )
}
