import type { Output } from '#contract/operations.ts'
import type { UserView } from '#contract/people.ts'
import { type Role, roles } from '#domain/roles.ts'
import { sameName } from '#domain/user-name.ts'
import { newOperationId } from '../../incidents.ts'
import { listOption, type Options, stringOption } from '../arguments.ts'
import { type Call, type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister, newPassphraseFor } from '../open-house.ts'
import { tableLines } from '../print/table.ts'
import { Refused } from '../refused.ts'
import type { Terminal } from '../terminal.ts'
import { neededOption } from '../values.ts'

const rolesShown = `--role ${roles.join('|')}`
const opened = ['--register DIR', '[--passphrase-file FILE]']

const isRole = (word: string): word is Role => roles.some((role) => role === word)

function rolesIn(options: Options): readonly Role[] {
  return listOption(options, 'role').map((word) => {
    if (!isRole(word)) throw new Usage('command.usage.role', { role: word, known: roles.join(', ') })
    return word
  })
}

/** The user of that name among those of the register. */
export function userNamed<Named extends { readonly name: string }>(users: readonly Named[], name: string): Named {
  const user = users.find((each) => sameName(each.name, name))
  if (user !== undefined) return user
  const known = users.map((each) => each.name).join(', ')
  throw new Refused({ code: 'no-such-user', messageKey: 'failure.no-such-user', values: { name, known } })
}

const listed = async (call: Call): Promise<readonly UserView[]> => unwrapped(await call('users.list', {})).users

const rolesInWords = (user: UserView, { text }: Terminal): string => user.roles.map((role) => text(`role.${role}`)).join(', ')

function userLines(users: Output<'users.list'>['users'], terminal: Terminal): readonly string[] {
  const { text } = terminal
  return tableLines(
    users.map((user) => [
      user.name,
      rolesInWords(user, terminal),
      text(user.self ? 'command.users.self' : 'command.users.since', { date: user.addedAt.slice(0, 10) }),
    ]),
  )
}

export const registerUsers: Command = {
  name: 'register users',
  takes: [],
  needs: opened,
  run: (given) =>
    inRegister(given, async (call) => {
      const { users } = unwrapped(await call('users.list', {}))
      return { exit: exitCodes.good, json: users, lines: userLines(users, given.terminal) }
    }),
}

export const registerUsersAdd: Command = {
  name: 'register users add',
  takes: [],
  needs: ['--name NAME', `${rolesShown}…`, '[--new-passphrase-file FILE]', ...opened],
  run(given) {
    const name = neededOption(given.options, 'name', 'NAME')
    const held = rolesIn(given.options)
    if (held.length === 0) throw new Usage('command.usage.needs', { option: rolesShown })
    return inRegister(given, async (call) => {
      const passphrase = await newPassphraseFor(given, name)
      const { id } = unwrapped(await call('users.add', { name, roles: [...held], passphrase, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: { id, name, roles: held }, lines: [given.terminal.text('command.users.added', { name })] }
    })
  },
}

export const registerUsersChange: Command = {
  name: 'register users change',
  takes: [],
  needs: ['--name NAME', '[--new-name NAME]', `[${rolesShown}…]`, ...opened],
  run(given) {
    const called = neededOption(given.options, 'name', 'NAME')
    const name = stringOption(given.options, 'new-name')
    const held = rolesIn(given.options)
    if (name === undefined && held.length === 0) throw new Usage('command.usage.nothing-to-change')
    return inRegister(given, async (call) => {
      const { id: person } = userNamed(await listed(call), called)
      const change = { ...(name === undefined ? {} : { name }), ...(held.length === 0 ? {} : { roles: [...held] }) }
      unwrapped(await call('users.change', { person, ...change, operationId: newOperationId() }))
      const user = (await listed(call)).find(({ id }) => id === person)
      return { exit: exitCodes.good, json: user, lines: user === undefined ? [] : userLines([user], given.terminal) }
    })
  },
}

export const registerUsersRemove: Command = {
  name: 'register users remove',
  takes: [],
  needs: ['--name NAME', ...opened],
  run(given) {
    const called = neededOption(given.options, 'name', 'NAME')
    return inRegister(given, async (call) => {
      const { id, name } = userNamed(await listed(call), called)
      unwrapped(await call('users.remove', { person: id, operationId: newOperationId() }))
      const { text } = given.terminal
      return { exit: exitCodes.good, json: { id, name }, lines: [text('command.users.removed', { name }), text('command.users.copies')] }
    })
  },
}
