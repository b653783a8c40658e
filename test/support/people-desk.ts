import type { Role } from '#domain/roles.ts'
import { openRegister } from '#register/open.ts'
import type { Answer } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import { addPassphraseSlot } from '#vault/people-slots.ts'
import { unlockVault } from '#vault/unlock.ts'
import type { Vault } from '#vault/vault.ts'
import type { Desk as WholeDesk } from '../register/conformance/sentence.ts'
import {
  accepted,
  aPaper,
  firstUser,
  hourAfter,
  openOptions,
  type Paper,
  passphrase,
  quickDerivation,
  seededEntropy,
  steppingClock,
} from './register-desk.ts'

type Desk = Pick<WholeDesk, 'engine' | 'folder'> & { register: WholeDesk['register'] }

const ownWords = (name: string) => `lösenfrasen för ${name.toLowerCase().replace(/\s+/g, ' ')}`

async function vaultOf({ folder }: Desk, name?: string): Promise<Vault> {
  const entropy = seededEntropy(`seat ${name}`)
  const vault = await unlockVault(
    folder,
    { user: name ?? firstUser, passphrase: name === undefined ? passphrase : ownWords(name) },
    entropy,
  )
  if (!vault.ok) throw new Error(vault.error.code)
  return vault.value
}

let openings = 0

/** Opens the register as the person of that name, or as the first one. */
export async function openAs(desk: Desk, name?: string): Promise<Answer<Register<Paper>>> {
  openings += 1
  const entropy = seededEntropy(`open ${openings}`)
  const words = name === undefined ? passphrase : ownWords(name)
  const unlock = () => unlockVault(desk.folder, { user: name ?? firstUser, passphrase: words }, entropy)
  return openRegister(desk.folder, unlock, { ...openOptions(desk.engine), clock: steppingClock(hourAfter(desk.folder)), entropy })
}

/** Somebody else sits down at the desk. */
export async function seat(desk: Desk, name?: string): Promise<Register<Paper>> {
  await desk.register.close()
  desk.register = accepted(await openAs(desk, name))
  return desk.register
}

/** Takes a person in, who gets a passphrase; gives their id. */
export async function takeIn(desk: Desk, name: string, roles: readonly Role[]): Promise<string> {
  const { people, newId } = desk.register
  const { person, seeds } = accepted(await people.prepare(name, roles))
  accepted(await people.add({ person, name, roles, operationId: newId() }))
  const vault = await vaultOf(desk)
  const slot = { person: person.id, seeds, name, passphrase: ownWords(name), derivation: quickDerivation }
  const made = await addPassphraseSlot(desk.folder, vault, slot)
  if (!made.ok) throw new Error(made.error.code)
  return person.id
}

/** Puts a paper in; gives its id. */
export async function newCase({ register }: Desk, change: Partial<Paper> = {}): Promise<string> {
  const id = register.newId()
  accepted(await register.insertCase({ document: aPaper(id, change), operationId: register.newId() }))
  return id
}

export const reason = 'Polisen ringde i natt och barnet måste hittas.'
