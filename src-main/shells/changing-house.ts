import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { NewRegister, PlacesPort } from '#operations/keys-port.ts'
import type { Answering, House } from './bridge.ts'
import { type Composed, compose, createIn } from './compose.ts'
import { openDemonstration } from './demonstration.ts'
import { lastRegister, rememberRegister } from './last-register.ts'
import type { Surroundings } from './surroundings.ts'
import { drawnKey } from './wiring/drawn-key.ts'
import { holdsRegister } from './wiring/holds-register.ts'
import { checkPlace } from './wiring/place-check.ts'

type Listener = Parameters<Answering['subscribe']>[0]

const done = { ok: true, value: null } as const

function suggestedFolder(): string {
  const documents = join(homedir(), 'Documents')
  return join(existsSync(documents) ? documents : homedir(), 'Hemvag')
}

const refusedPlace = (verdict: string, folder: string): Result<never, Failure> => ({
  ok: false,
  error: { code: `place-${verdict}`, messageKey: `place.${verdict}`, values: { folder } },
})

/**
 * A house for a window that may make a register, open another or practise. It begins with the register that was open last;
 * the former house is closed when the window turns to another.
 */
export async function openChangingHouse(surroundings: Surroundings, first = lastRegister()): Promise<House> {
  const listeners = new Set<Listener>()
  const drawn = drawnKey()
  let current: Composed | undefined
  const tell: Listener = (event) => {
    for (const listener of listeners) listener(event)
  }

  async function turnTo(house: Composed): Promise<typeof done> {
    const former = current
    current = house
    house.application.subscribe((event) => (current === house ? tell(event) : undefined))
    await former?.close()
    tell({ name: 'register.locked', detail: null })
    return done
  }

  async function create({ folder, code, ...request }: NewRegister): Promise<Result<null, Failure>> {
    const { verdict } = await checkPlace(folder)
    if (verdict !== 'free') return refusedPlace(verdict, folder)
    const recoveryWords = drawn.take(code)
    if (!recoveryWords.ok) return recoveryWords
    const made = await createIn({ ...inside, ...request, folder, recoveryWords: recoveryWords.value })
    if (!made.ok) return made
    rememberRegister(folder)
    return turnTo(made.value)
  }

  async function choose(folder: string): Promise<Result<null, Failure>> {
    const { verdict } = await checkPlace(folder)
    if (verdict !== 'holds-register')
      return { ok: false, error: { code: 'not-a-register', messageKey: 'register.error.not-a-register', values: { folder } } }
    rememberRegister(folder)
    return turnTo(await compose({ ...inside, folder }))
  }

  const places: PlacesPort = {
    suggestedFolder,
    lost: () => (first === undefined || existsSync(first) || holdsRegister(first) ? null : first),
    check: (folder) => checkPlace(folder),
    create,
    choose,
    practise: async () => turnTo(await openDemonstration(inside)),
  }
  const inside: Surroundings = { ...surroundings, places, drawn }
  await turnTo(await compose({ ...inside, ...(first === undefined ? {} : { folder: first }) }))
  const present = (): Composed => {
    if (current === undefined) throw new Error('the window has no house')
    return current
  }
  return {
    application: {
      answer: (name, input) => present().application.answer(name, input),
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    close: () => present().close(),
  }
}
