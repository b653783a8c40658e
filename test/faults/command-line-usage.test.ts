import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'
import { runScripted } from '../support/scripted-terminal.ts'

const desk = new Desk()
afterAll(() => desk.clear())

describe('a command that is used wrongly exits with 64 and says how', () => {
  test.each([
    [['fly'], /^There is no command “fly”\.\nhemvag --help shows all commands\.\n$/],
    [['case'], /There is no command “case”\. There are: case create, case import, case list, case show, case export, /],
    [['case', 'show'], /^case show needs REF\./],
    [['verify'], /^verify needs FILE\./],
    [['case', 'show', 'HV-2026-0001', 'HV-2026-0002'], /too many words/],
    [['case', 'list', '--frobnicate'], /The option --frobnicate does not exist/],
    [['case', 'list', '--passphrase', 'hemlig fras'], /^(?!.*hemlig).*The option --passphrase does not exist/],
    [['case', 'list', '--register'], /The option --register .* lacks its value/],
    [['case', 'list', '--draft', '--register', 'r'], /^case list has no option --draft\./],
    [['case', 'list'], /^--register DIR is needed\./],
    [['case', 'list', '--register', ''], /^--register DIR is needed\./],
    [['case', 'list', '--on', 'tomorrow', '--register', 'r'], /^“tomorrow” is not a day\. Write it like this: 2026-09-30\./],
    [['case', 'show', 'HV-2026-0001', '--on', '2026-02-30', '--register', 'r'], /^“2026-02-30” is not a day/],
    [['case', 'show', 'Mira', '--register', 'r'], /^“Mira” is not a reference\. Write it like this: HV-2026-0042\./],
    [
      ['case', 'show', 'HV-2026-0001', '--section', 'weather', '--register', 'r'],
      /^There is no section “weather”\. Choose among readiness, risk,/,
    ],
    [['plan', 'export', 'HV-2026-0001', '--register', 'r'], /^--recipient PROFILE is needed/],
    [['plan', 'export', 'HV-2026-0001', '--recipient', 'IOM_FI', '--language', 'fi', '--out', '.', '--register', 'r'], /is sv or en/],
    [['signer', 'create', '--name', 'A'.repeat(65), '--organisation', 'B', '--register', 'r'], /^--name must be a name of at most 64/],
    [['signer', 'create', '--name', 'A', '--organisation', 'B', '--key', 'dsa', '--register', 'r'], /^The key is rsa-3072 or p-256/],
  ] as const)('%j', async (words, sentence) => {
    expectRefusal(await runScripted(words), 64, sentence)
  })

  test('and says so to programs as well, and in Swedish', async () => {
    expectRefusal(await desk.hemvag(['fly']), 64, /^Kommandot ”fly” finns inte\.\nhemvag --help visar alla kommandon\.\n$/)
    const said = await desk.hemvag(['case', 'list', '--frobnicate', '--json'])
    expect({ exit: said.exit, said: parsed(said) }).toEqual({
      exit: 64,
      said: { ok: false, error: { code: 'usage', message: 'Alternativet --frobnicate finns inte eller saknar sitt värde.' } },
    })
  })
})

describe('a passphrase that is asked for', () => {
  test('opens nothing when it is empty, and makes no register when it is typed differently the second time', async () => {
    const folder = desk.at('register')
    expectRefusal(await runScripted(['case', 'list', '--register', folder], { answers: [''] }), 3, /does not exist/)
    const made = await runScripted(['register', 'create', '--register', folder], { answers: ['en fågel i handen', 'en fågel i skogen'] })
    expectRefusal(made, 3, /^Passphrase: \nThe passphrase once more: \nThe passphrases are not the same\. No register was made\./)
    expect(existsSync(folder)).toBe(false)
  })
})
