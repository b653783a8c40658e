import type { ReactNode } from 'react'
import { acts, roles, rolesFor } from '#domain/roles.ts'
import { useSpeech } from '../../app/text.ts'
import { Table } from '../../components/table.tsx'

/** What each role may do, from the table that decides it. */
export function RoleTable(): ReactNode {
  const { t } = useSpeech()
  return (
    <Table
      label={t('users.roles')}
      columns={[{ key: 'act', title: t('users.act') }, ...roles.map((role) => ({ key: role, title: t(`role.${role}`) }))]}
      rows={acts.map((act) => ({
        key: act,
        cells: [
          { key: 'act', content: t(`act.${act}`) },
          ...roles.map((role) => {
            const may = rolesFor[act].includes(role)
            return { key: role, content: t(may ? 'users.may' : 'users.mayNot'), strong: may, faint: !may }
          }),
        ],
      }))}
    />
  )
}
