import { appendFileSync, chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteEngine } from '#register/sqlite/engine.ts'
import type { RegisterTables } from '#register/tables.ts'
import { compose } from '#shells/compose.ts'
import { createDemonstration, demonstration } from '#shells/demonstration.ts'
import { unlockVault } from '#vault/unlock.ts'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const register = desk.at('register')
const passphraseFile = desk.at('passphrase.txt')
const opened = ['--register', register, '--passphrase-file', passphraseFile]
const caseFile = new URL('../../resources/examples/case-a.json', import.meta.url)
const caseText = readFileSync(caseFile, 'utf8')

/** A folder in which nobody may make a file, root included, where the system has one. */
const closedFolder = process.platform === 'linux' ? '/sys' : desk.at('closed')

beforeAll(async () => {
  writeFileSync(passphraseFile, demonstration.passphrase)
  if (process.platform !== 'linux') mkdirSync(closedFolder, { mode: 0o555 })
  await (await createDemonstration(register, { language: 'sv' })).close()
})
afterAll(() => desk.clear())

const importing = (file: string, ...more: readonly string[]) =>
  desk.hemvag(['case', 'import', file, ...opened, ...more], { language: 'en' })
const written = (name: string, content: string | Uint8Array): string => {
  writeFileSync(desk.at(name), content)
  return desk.at(name)
}

describe('a case file that is wrong is refused, and nothing of it is read in', () => {
  test('cut off: the place where it breaks is named', async () => {
    const refused = await importing(written('cut.json', caseText.slice(0, 20_000)))
    expectRefusal(refused, 3, /is refused for one fault\. Nothing was read in\.\n {2}\$: .*breaks at line \d+, character \d+/)
  })

  test('several faults are all named at once, each with its place', async () => {
    const file = JSON.parse(caseText)
    file.child.birthDate = 20110314
    file.travel.destination.country = 'Romania'
    file.riskAssessments[0].protectiveFactors = ['PF99']
    file.budget.lines[0].quantity = 'one'
    file.hobby = 'chess'
    const path = written('several.json', JSON.stringify(file))
    const { exit, out, err } = await importing(path)
    expect({ exit, out }).toEqual({ exit: 3, out: '' })
    for (const place of [
      '$.child.birthDate',
      '$.travel.destination.country',
      '$.riskAssessments[0]',
      '$.budget.lines[0].quantity',
      '$.hobby',
    ])
      expect(err).toContain(`  ${place}`)
    const { error } = parsed(await importing(path, '--json'))
    expect(error).toMatchObject({ code: 'case-file', values: { file: path } })
    expect(error.faults.length).toBeGreaterThanOrEqual(5)
  })

  test('a list instead of a case, text that is no UTF-8, and an empty file', async () => {
    expectRefusal(await importing(written('list.json', '[1, 2]')), 3, /\$/)
    expectRefusal(await importing(written('latin1.json', Buffer.from('{"a":"å"}', 'latin1'))), 3, /not UTF-8/)
    expectRefusal(await importing(written('empty.json', '')), 3, /cannot be read as JSON/)
  })

  test('50 MB: it is not even read', async () => {
    const file = written('large.json', '')
    truncateSync(file, 50_000_000)
    expectRefusal(await importing(file), 3, `The file ${file} is larger than 20 MB`)
    expectRefusal(await desk.hemvag(['verify', file], { language: 'en' }), 3, `The file ${file} is larger than 40 MB`)
    rmSync(file)
  })

  test('the id of another case: that case is named', async () => {
    const file = written('same-id.json', JSON.stringify({ ...JSON.parse(caseText), reference: 'HV-2026-0078' }))
    expectRefusal(
      await importing(file),
      3,
      /^A case with the same id is already in the register, under the reference HV-2026-0001\. HV-2026-0078 was not read in\./,
    )
  })

  test('missing, or a folder', async () => {
    expectRefusal(await importing(desk.at('none.json')), 3, `The file ${desk.at('none.json')} does not exist. Check the path.`)
    expectRefusal(await importing(desk.folder), 3, `${desk.folder} is a folder. Name a file in it.`)
  })

  test('after all this the register holds its two cases and no third', async () => {
    expect(parsed(await desk.hemvag(['register', 'info', '--json', ...opened])).value.cases).toBe(2)
  })
})

describe('a register that does not open says why', () => {
  const info = (folder: string, file = passphraseFile) =>
    desk.hemvag(['register', 'info', '--register', folder, '--passphrase-file', file], { language: 'en' })

  test('a folder that is no register, or is not there', async () => {
    mkdirSync(desk.at('holiday'))
    expectRefusal(await info(desk.at('holiday')), 3, `There is no Hemväg register in ${desk.at('holiday')}.`)
    expectRefusal(await info(desk.at('nowhere')), 3, `The folder ${desk.at('nowhere')} does not exist.`)
    expect(readdirSync(desk.at('holiday'))).toEqual([])
  })

  test('a wrong passphrase, none, an empty one, a file that is something else', async () => {
    expectRefusal(await info(register, written('wrong.txt', 'something else\n')), 3, /^The passphrase is not right\./)
    expectRefusal(await info(register, desk.at('none.txt')), 3, /none\.txt does not exist/)
    expectRefusal(await info(register, written('blank.txt', '\n')), 3, /blank\.txt is empty\. Write the passphrase in it/)
    expectRefusal(await info(register, written('novel.txt', 'x'.repeat(2000))), 3, /hardly a passphrase/)
    const unasked = await desk.hemvag(['register', 'info', '--register', register], { language: 'en' })
    expectRefusal(unasked, 64, /^--passphrase-file FILE is needed\./)
  })

  test('it is open elsewhere', async () => {
    const house = await compose({ folder: register, language: 'en' })
    expect(await house.commands.answer('register.unlock', { passphrase: demonstration.passphrase })).toMatchObject({ ok: true })
    try {
      expectRefusal(await info(register), 3, `Another window or program has the register in ${register} open.`)
    } finally {
      await house.close()
    }
    expect((await info(register)).exit).toBe(0)
  })

  test('a file of it is damaged or gone', async () => {
    const copy = desk.at('copy')
    mkdirSync(copy)
    for (const name of readdirSync(register)) copyFileSync(`${register}/${name}`, `${copy}/${name}`)
    for (const content of [
      '{',
      '{"format":"hemvag-signing-1","identities":7}',
      readFileSync(`${copy}/signing.json`, 'utf8').replace(/"sealed": "..../, '"sealed": "AAAA'),
    ]) {
      writeFileSync(`${copy}/signing.json`, content)
      expect(await info(copy)).toMatchObject({ exit: 0, err: expect.stringMatching(/signing\.json is damaged, so nothing can be signed/) })
    }
    copyFileSync(`${register}/signing.json`, `${copy}/signing.json`)
    appendFileSync(`${copy}/keys.json`, '}')
    expectRefusal(await info(copy), 3, /The file keys\.json is damaged or missing\./)
    rmSync(`${copy}/keys.json`)
    expectRefusal(await info(copy), 3, /The file keys\.json is not in .*Put keys\.json back from the newest backup/s)
    copyFileSync(`${register}/keys.json`, `${copy}/keys.json`)
    rmSync(`${copy}/register.db`)
    expectRefusal(await info(copy), 3, /The file register\.db is damaged or missing\./)
  })

  test('its folder may not be looked into', async () => {
    const closed = desk.at('closed-register')
    mkdirSync(closed)
    for (const name of readdirSync(register)) copyFileSync(`${register}/${name}`, `${closed}/${name}`)
    chmodSync(closed, 0)
    chmodSync(desk.folder, 0o755)
    const user = process.getuid?.() === 0 ? { user: { uid: 65_534, gid: 65_534 } } : {}
    const words = ['register', 'info', '--register', closed, '--passphrase-file', passphraseFile]
    expectRefusal(await desk.hemvag(words, { language: 'en', ...user }), 3, `The register in ${closed} cannot be read.`)
    chmodSync(closed, 0o755)
  })

  test('only the first line of a passphrase file counts', async () => {
    const noted = written('noted.txt', `${demonstration.passphrase}\r\nthe register for practice\n`)
    expect((await info(register, noted)).exit).toBe(0)
  })

  test('a reference that it does not hold', async () => {
    const refused = await desk.hemvag(['case', 'show', 'HV-2026-0099', ...opened], { language: 'en' })
    expectRefusal(refused, 3, /^There is no case HV-2026-0099 in the register\.\n$/)
    const said = await desk.hemvag(['case', 'export', 'HV-2026-0099', '--json', ...opened])
    expect({ exit: said.exit, ...parsed(said) }).toMatchObject({ exit: 3, ok: false, error: { code: 'no-such-case' } })
  })
})

describe('where nothing may be written, nothing is', () => {
  const making = (folder: string, ...more: readonly string[]) =>
    desk.hemvag(['register', 'create', '--register', folder, '--passphrase-file', passphraseFile, ...more], { language: 'en' })

  test('a register, a demonstration and a plan', async () => {
    expectRefusal(await making(`${closedFolder}/register`), 3, `Nothing can be written in ${closedFolder}/register.`)
    expectRefusal(await desk.hemvag(['demo', '--out', `${closedFolder}/demo`], { language: 'en' }), 3, /^You may not write in the folder /)
    const words = ['plan', 'export', 'HV-2026-0002', '--draft', '--language', 'sv', '--out', closedFolder, ...opened]
    expectRefusal(await desk.hemvag(words, { language: 'en' }), 3, `You may not write in the folder ${closedFolder}. Choose another.`)
  })

  test('a register is not made over anything, with a short passphrase, or with a mark that is none', async () => {
    expectRefusal(await making(register), 3, /already holds files/)
    expectRefusal(await making(desk.at('new'), '--mark', 'hv'), 3, /two to four capital letters/)
    const short = ['register', 'create', '--register', desk.at('new'), '--passphrase-file', written('short.txt', 'kort')]
    expectRefusal(await desk.hemvag(short, { language: 'en' }), 3, /too short\. Choose at least \d+ characters/)
    expect(readdirSync(desk.folder)).not.toContain('new')
  })

  test('a file that may not be read is named', async () => {
    const file = written('secret.pdf', 'x')
    chmodSync(file, 0)
    const { exit, out, err } = await desk.hemvag(['verify', file], { language: 'en' })
    // The machine's administrator may read everything, and hears of junk instead.
    if (process.getuid?.() === 0) expect({ exit, out }).toEqual({ exit: 2, out: expect.stringContaining('cannot be checked') })
    else expect({ exit, out, err }).toEqual({ exit: 3, out: '', err: expect.stringContaining('Check that you may read it.') })
  })
})

describe('a journal that somebody has changed', () => {
  test('is found out: 2, and each place is named', async () => {
    const vault = await unlockVault(register, demonstration.passphrase)
    if (!vault.ok) throw new Error(vault.error.code)
    const database = await sqliteEngine.open<RegisterTables>(register, 'register.db', vault.value.fileKey('register.db'))
    await sql.raw("UPDATE journal SET at = '2026-01-01T00:00:00.000Z' WHERE chain LIKE 'case%' AND seq = 1").execute(database)
    await database.destroy()
    const { exit, out, err } = await desk.hemvag(['journal', 'verify', ...opened], { language: 'en' })
    expect({ exit, err }).toEqual({ exit: 2, err: '' })
    expect(out).toMatch(
      /^The journal is not whole\..*\n( {2}Entry 1 in the chain .* has been changed\.\n)+Change nothing more in the register\./,
    )
    const { value } = parsed(await desk.hemvag(['journal', 'verify', '--json', ...opened]))
    expect(value).toMatchObject({
      intact: false,
      faults: expect.arrayContaining([expect.objectContaining({ code: 'entry-edited', entry: 1 })]),
    })
  })
})
