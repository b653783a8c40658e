import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const register = ['--register', desk.at('register')]
const words = { first: 'en fågel i handen', second: 'tio i skogen sjunger', third: 'tolv ord på ett papper' }
const withWords = (name: keyof typeof words) => ['--passphrase-file', desk.at(name)]
const next = (name: keyof typeof words) => ['--new-passphrase-file', desk.at(name)]
const info = (name: keyof typeof words) => desk.hemvag(['register', 'info', '--json', ...register, ...withWords(name)])

// One register for all: each passphrase costs the machine at least a quarter of a second.
beforeAll(async () => {
  for (const [name, text] of Object.entries(words)) writeFileSync(desk.at(name), `${text}\n`)
  expect((await desk.hemvag(['register', 'create', ...register, ...withWords('first')])).exit).toBe(0)
})
afterAll(() => desk.clear())

describe('the keys of a register on the command line', () => {
  test('a passphrase is changed: the old one is refused and the new one opens', async () => {
    const changed = await desk.hemvag(['register', 'passphrase', ...register, ...withWords('first'), ...next('second')])
    expect(changed).toEqual({ exit: 0, err: '', out: 'Lösenfrasen är bytt.\n' })
    expectRefusal(await desk.hemvag(['register', 'info', ...register, ...withWords('first')]), 3, /Lösenfrasen stämmer inte/)
    expect((await info('second')).exit).toBe(0)
  })

  test('a tried wrong passphrase is counted beside the register and taken into the journal with the next opening', async () => {
    const tries = desk.at('register', 'tries.json')
    await desk.hemvag(['register', 'info', ...register, ...withWords('first')])
    expect(JSON.parse(readFileSync(tries, 'utf8')).count).toBe(1)
    expect((await info('second')).exit).toBe(0)
    expect(existsSync(tries)).toBe(false)
  })

  test('a recovery key sets a new passphrase, until it is replaced', async () => {
    const drawn = await desk.hemvag(['register', 'recovery-key', '--json', ...register, ...withWords('second')])
    const { value } = parsed(drawn)
    expect(value.words).toHaveLength(12)
    // As somebody types it from paper: four letters of each word, in capitals.
    writeFileSync(desk.at('typed'), value.words.map((word: string) => word.slice(0, 4).toUpperCase()).join('  '))
    const recover = ['register', 'recover', ...register, '--recovery-key-file', desk.at('typed'), ...next('third')]
    expect(await desk.hemvag(recover)).toMatchObject({ exit: 0, err: '' })
    expect((await info('third')).exit).toBe(0)

    const page = desk.at('nyckel.html')
    const replaced = await desk.hemvag(['register', 'recovery-key', '--print', page, ...register, ...withWords('third')])
    expect(replaced).toMatchObject({ exit: 0, err: '' })
    expect(replaced.out).toContain(page)
    const printed = [...readFileSync(page, 'utf8').matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word]) => word ?? '')
    expect(printed).toHaveLength(12)
    for (const word of printed) expect(replaced.out).not.toContain(`${word} `)
    expectRefusal(await desk.hemvag(recover), 3, /De här orden öppnar inte registret/)
  })

  test('whoever made the register is recovered by the name that stands in their signature', async () => {
    const names = ['--name', 'Anna Exempelsson', '--organisation', 'DEMO Region Norr', '--key', 'p-256']
    expect((await desk.hemvag(['signer', 'create', ...names, ...register, ...withWords('third')])).exit).toBe(0)
    const { value } = parsed(await desk.hemvag(['register', 'recovery-key', '--json', ...register, ...withWords('third')]))
    writeFileSync(desk.at('typed'), value.words.join(' '))
    const recover = ['register', 'recover', ...register, '--recovery-key-file', desk.at('typed')]
    expectRefusal(
      await desk.hemvag([...recover, '--user', 'Cajsa', ...next('third')]),
      3,
      'Det finns ingen som heter Cajsa här. Det finns: Anna Exempelsson.\n',
    )
    expect(await desk.hemvag([...recover, '--user', 'Anna Exempelsson', ...next('third')])).toMatchObject({ exit: 0, err: '' })
    expect((await info('third')).exit).toBe(0)
  })

  test('a page is never written over another file, and the key stays as it was', async () => {
    const page = desk.at('nyckel.html')
    const before = readFileSync(desk.at('register', 'keys.json'), 'utf8')
    expectRefusal(
      await desk.hemvag(['register', 'recovery-key', '--print', page, ...register, ...withWords('third')]),
      3,
      /finns redan och ersätts inte/,
    )
    expect(readFileSync(desk.at('register', 'keys.json'), 'utf8')).toBe(before)
  })

  test('misspelt words are named before anything slow is begun', async () => {
    writeFileSync(desk.at('typed'), 'ett två tre')
    const recover = ['register', 'recover', ...register, '--recovery-key-file', desk.at('typed'), ...next('second')]
    expectRefusal(await desk.hemvag(recover), 3, /har 12 ord, men 3 ord är skrivna/)
  })
})
