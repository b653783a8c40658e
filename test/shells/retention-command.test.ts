import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'
import { dueCaseFile } from '../support/retention-case.ts'

const desk = new Desk()
const opened = ['--register', desk.at('demo', 'DEMO-register'), '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const reason = ['--reason', 'Årlig gallring']

beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
  for (const [reference, id] of [
    ['HV-2020-0003', '01HZZZZZZZZZZZZZZZZZZZZZZ3'],
    ['HV-2020-0004', '01HZZZZZZZZZZZZZZZZZZZZZZ4'],
  ] as const) {
    writeFileSync(desk.at('due.json'), JSON.stringify(dueCaseFile(reference, id)))
    expect((await desk.hemvag(['case', 'import', desk.at('due.json'), ...opened])).err).toBe('')
  }
})
afterAll(() => desk.clear())

describe('weeding on the command line', () => {
  test('each case is told with what may be done, since when, and the law it follows from', async () => {
    const { exit, out } = await desk.hemvag(['retention', 'list', ...opened])
    expect(exit).toBe(0)
    expect(out).toMatch(/^2026-09-30: 2 ärenden av 4 kan gallras\.\n/)
    expect(out).toMatch(/ {2}HV-2020-0003 {2}Ska vara gallrat senast 2026-12-31 +Gallras fem år .* \[SoL 16:1\]\n/)
    expect(out).toMatch(/ {2}HV-2026-0001 {2}Bevaras +Bevaras, eftersom barnet har varit placerat\. \[SoL \(2025:400\) 16:2\]/)
    const { value } = parsed(await desk.hemvag(['retention', 'list', '--json', '--on', '2025-05-03', ...opened]))
    expect(value.cases.map((each: { due: boolean }) => each.due)).not.toContain(true)
  })

  test('a case that is to be kept cannot be put on the list', async () => {
    expectRefusal(
      await desk.hemvag(['retention', 'sign', '--cases', 'HV-2020-0003,HV-2026-0001', ...reason, ...opened]),
      3,
      /^Ärende HV-2026-0001 kan inte stå på gallringslistan\./,
    )
  })

  test('without --yes the consequence is told and nothing happens', async () => {
    const said = await desk.hemvag(['retention', 'erase', '--cases', 'HV-2020-0003', ...reason, ...opened])
    expect(said).toMatchObject({ exit: 3, out: '' })
    expect(said.err).toMatch(
      /^Ett ärende \(HV-2020-0003\) raderas för alltid: nycklar, dokument, .*\n3 ärenden blir kvar:\n[\s\S]*\nInget är raderat\./,
    )
    expect(parsed(await desk.hemvag(['retention', 'state', '--json', ...opened])).value).toMatchObject({ erasures: [], waiting: [] })
  })

  test('without --yes the cases that are kept are named too, each with its reason', async () => {
    const asked = ['retention', 'erase', '--cases', 'HV-2020-0003', '--leave-out', 'HV-2020-0004=Forskning pågår', ...reason]
    const { err } = await desk.hemvag([...asked, ...opened])
    expect(err).toMatch(/ {2}HV-2020-0004 .* Lämnat utanför listan: Forskning pågår\n/)
    expect(err).toMatch(/ {2}HV-2026-0001 .* Bevaras, eftersom barnet har varit placerat\./)
    expect(err).not.toMatch(/ {2}HV-2020-0003 /)
  })

  test('a signed list waits, is erased with --yes, and leaves its proof; the case does not come back', async () => {
    const words = ['retention', 'sign', '--cases', 'hv-2020-0003', '--leave-out', 'HV-2020-0004=Forskning', ...reason]
    const signed = parsed(await desk.hemvag([...words, '--json', ...opened])).value
    expect(signed).toMatchObject({ cases: ['HV-2020-0003'], digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await desk.hemvag(['retention', 'state', ...opened])).out).toContain(
      `Gallringslista ${signed.list} är underskriven men inte genomförd`,
    )
    const { exit, out } = await desk.hemvag(['retention', 'erase', '--list', signed.list, '--yes', ...opened])
    expect(exit).toBe(0)
    expect(out).toMatch(/HV-2020-0003 är raderat \d{4}-\d\d-\d\d \d\d:\d\d\. Post \d+ i registrets journal/)
    expect((await desk.hemvag(['case', 'list', ...opened])).out).not.toContain('HV-2020-0003')
    expect(parsed(await desk.hemvag(['journal', 'verify', '--json', ...opened])).value).toMatchObject({ intact: true, faults: [] })
    writeFileSync(desk.at('again.json'), JSON.stringify(dueCaseFile('HV-2020-0003', '01HZZZZZZZZZZZZZZZZZZZZZZ3')))
    expectRefusal(await desk.hemvag(['case', 'import', desk.at('again.json'), ...opened]), 3, /^Ärendet HV-2020-0003 är gallrat/)
  })

  test('cases are signed and erased in one go, also in English', async () => {
    const words = ['retention', 'erase', '--cases', 'HV-2020-0004', ...reason, '--yes']
    const { exit, out } = await desk.hemvag([...words, ...opened], { language: 'en' })
    expect({ exit, out }).toEqual({
      exit: 0,
      out: expect.stringMatching(/^One case \(HV-2020-0004\) will be erased for good.*\nHV-2020-0004 was erased/),
    })
  })

  test('a case in which a note was written after the signing is not erased', async () => {
    writeFileSync(desk.at('late.json'), JSON.stringify(dueCaseFile('HV-2020-0005', '01HZZZZZZZZZZZZZZZZZZZZZZ5')))
    expect((await desk.hemvag(['case', 'import', desk.at('late.json'), ...opened])).exit).toBe(0)
    const signed = parsed(await desk.hemvag(['retention', 'sign', '--cases', 'HV-2020-0005', ...reason, '--json', ...opened])).value
    writeFileSync(desk.at('late.txt'), 'Kommunen ringde och vill se akten.')
    expect((await desk.hemvag(['case', 'note', 'HV-2020-0005', '--text-file', desk.at('late.txt'), ...opened])).exit).toBe(0)
    expectRefusal(await desk.hemvag(['retention', 'erase', '--list', signed.list, '--yes', ...opened]), 3, /HV-2020-0005/)
    expect((await desk.hemvag(['case', 'list', ...opened])).out).toContain('HV-2020-0005')
  })

  test('a list that nobody signed is refused', async () => {
    expectRefusal(
      await desk.hemvag(['retention', 'erase', '--list', 'NOLIST', '--yes', ...opened]),
      3,
      /^Gallringslistan NOLIST finns inte/,
    )
  })

  test('the decision of an agency is entered and shown', async () => {
    const words = ['retention', 'decide', '--text', 'Beslut 2026:7', '--years', '10', '--from', 'last-entry', '--by', 'Enhetschefen']
    expectRefusal(await desk.hemvag([...words, ...opened]), 64, /^--on DATE behövs/)
    expect((await desk.hemvag([...words, '--on', '2026-09-01', ...opened])).exit).toBe(0)
    expect((await desk.hemvag(['retention', 'list', ...opened])).out).toContain(
      'Eget beslut: Beslut 2026:7. 10 år från sista anteckningen.',
    )
  })
})

describe('an access request on the command line', () => {
  const words = ['person', 'record', 'HV-2026-0001', '--purpose', 'Artikel 15', '--language', 'sv', '--out', desk.at('demo')]

  test('gives everything about one person in a file without a name, and notes who took it out and why', async () => {
    const made = parsed(await desk.hemvag([...words, '--person', 'ioana-exemplu', '--json', ...opened])).value
    expect(made).toMatchObject({ fileName: 'HV-2026-0001_registerutdrag-5_sv.pdf', pages: expect.any(Number) })
    const again = await desk.hemvag([...words, '--person', 'ioana-exemplu', ...opened])
    expect(again.exit).toBe(3)
    expect(parsed(await desk.hemvag(['journal', 'verify', '--json', ...opened])).value).toMatchObject({ intact: true })
  })

  test('names the files that the case holds', async () => {
    writeFileSync(desk.at('intyg.txt'), 'Intyg')
    const added = await desk.hemvag(['attachment', 'add', 'HV-2026-0001', desk.at('intyg.txt'), '--type', 'DOC_HEALTH', ...opened])
    expect(added.exit).toBe(0)
    const { fileName } = parsed(await desk.hemvag([...words, '--person', 'child', '--json', ...opened])).value
    expect(execFileSync('pdftotext', ['-layout', desk.at('demo', fileName), '-'], { encoding: 'utf8' })).toMatch(/intyg\.txt +Hälsointyg/)
  })

  test('a person whom the case does not know is refused with those whom it knows', async () => {
    expectRefusal(
      await desk.hemvag([...words, '--person', 'nobody', ...opened]),
      3,
      /har ingen person med beteckningen nobody\. Finns: child, sven/,
    )
  })
})
