import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import type { Output } from '#contract/operations.ts'
import type { UserView } from '#contract/people.ts'
import { changeUser, newUser, removeUser } from '../../app/actions/people.ts'
import type { CallFailure } from '../../app/call.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { GroupRow, Panel } from '../../components/panel.tsx'
import parts from '../../components/parts.module.css'
import { NewUserForm } from './new-user-form.tsx'
import { RemovalForm } from './removal-form.tsx'
import { RoleTable } from './role-table.tsx'
import { useSettingMatch } from './setting-search.ts'
import css from './settings.module.css'
import { UserForm } from './user-form.tsx'

type Users = Output<'users.list'>
type Open = { readonly form: 'new' } | { readonly form: 'change' | 'remove'; readonly id: string } | undefined

/** Who works in the register. One form is open at a time, below what it changes. */
export function UsersPanel({ query }: { readonly query: UseQueryResult<Users, CallFailure> }): ReactNode {
  const { t } = useSpeech()
  const matches = useSettingMatch()
  const names = query.data?.users.map(({ name }) => name) ?? []
  if (!matches(t('users.title'), t('users.line'), ...names)) return null
  return (
    <Panel title={t('users.title')} aside={t('settings.forRegister')}>
      <Answer query={query}>{(found) => <UserList {...found} />}</Answer>
      <p className={parts['lead']}>{t('users.line')}</p>
      <GroupRow title={t('users.roles')} />
      <RoleTable />
    </Panel>
  )
}

function UserList({ users, mayManage }: Users): ReactNode {
  const { t } = useSpeech()
  const [open, setOpen] = useState<Open>()
  const close = useCallback(() => setOpen(undefined), [])
  const isOpen = (form: 'change' | 'remove', { id }: UserView): boolean => open?.form === form && open.id === id
  return (
    <>
      <ul className={css['users']}>
        {users.map((user) => (
          <li key={user.id} className={parts['item']}>
            <UserRow user={user} mayManage={mayManage} onOpen={(form) => setOpen({ form, id: user.id })} />
            {isOpen('change', user) ? <UserForm user={user} onClose={close} /> : null}
            {isOpen('remove', user) ? <RemovalForm user={user} onClose={close} /> : null}
          </li>
        ))}
      </ul>
      {mayManage ? (
        <div className={parts['foot']}>
          <ActionButton action={newUser} context={{ busy: false, run: () => setOpen({ form: 'new' }) }} />
        </div>
      ) : (
        <p className={parts['lead']}>{t('users.managersOnly')}</p>
      )}
      {open?.form === 'new' ? <NewUserForm onClose={close} /> : null}
    </>
  )
}

type RowGiven = { readonly user: UserView; readonly mayManage: boolean; readonly onOpen: (form: 'change' | 'remove') => void }

function UserRow({ user, mayManage, onOpen }: RowGiven): ReactNode {
  const { t, day } = useSpeech()
  return (
    <div className={parts['row']}>
      <div className={parts['words']}>
        <div className={parts['name']}>{user.self ? t('users.self', { name: user.name }) : user.name}</div>
        <p className={parts['small']}>
          {user.roles.map((role) => t(`role.${role}`)).join(', ')}
          {' · '}
          {t('users.since', { day: day(user.addedAt.slice(0, 10)) })}
        </p>
      </div>
      {mayManage ? (
        <div className={parts['acts']}>
          <ActionButton action={changeUser} context={{ busy: false, run: () => onOpen('change') }} about={user.name} />
          {user.self ? null : <ActionButton action={removeUser} context={{ busy: false, run: () => onOpen('remove') }} about={user.name} />}
        </div>
      ) : null}
    </div>
  )
}
