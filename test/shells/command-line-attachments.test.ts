import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyBytes } from '../support/attachments.ts'
import { Desk, expectRefusal, parsed } from '../support/command-line.ts'

const desk = new Desk()
const opened = ['--register', desk.at('demo', 'DEMO-register'), '--passphrase-file', desk.at('demo', 'DEMO-passphrase.txt')]
const certificate = Buffer.concat([Buffer.from('%PDF-1.7\n'), manyBytes(600_000)])
const paper = desk.at('Intyg Mira Exempelsson.pdf')
const add = (...more: readonly string[]) => desk.hemvag(['attachment', 'add', 'HV-2026-0001', ...more, ...opened])

beforeAll(async () => {
  expect((await desk.hemvag(['demo', '--out', desk.at('demo')])).exit).toBe(0)
  writeFileSync(paper, certificate)
})
afterAll(() => desk.clear())

test('a file is added, stands among the documents of the case, is listed without its name, and is exported under a name that names nobody', async () => {
  const said = ['--type', 'DOC_HEALTH', '--issued-on', '2026-09-29', '--issuer', 'Vårdcentralen Påhittad', '--json']
  const { value } = parsed(await add(paper, ...said))
  expect(value).toMatchObject({
    attachment: { kind: 'pdf', preview: 'pdf', misleads: false, inCase: true, size: 600_009 },
    sameContent: [],
  })
  const { id } = value.attachment
  const caseFile = parsed(await desk.hemvag(['case', 'export', 'HV-2026-0001', '--json', ...opened])).value
  expect(caseFile.documents.at(-1)).toMatchObject({ type: 'DOC_HEALTH', issuer: 'Vårdcentralen Påhittad', issuedOn: '2026-09-29' })
  const listed = await desk.hemvag(['attachment', 'list', 'HV-2026-0001', ...opened])
  expect(listed.out).toContain('DOC_HEALTH')
  expect(listed.out).not.toContain('Exempelsson')
  const named = parsed(await desk.hemvag(['attachment', 'list', 'HV-2026-0001', '--names', '--json', ...opened]))
  expect(named.value[0].name).toBe('Intyg Mira Exempelsson.pdf')
  const before = readdirSync(desk.folder)
  const to = ['--out', desk.folder, '--recipient', 'IOM Rumänien', '--purpose', 'Resehandling']
  expectRefusal(await desk.hemvag(['attachment', 'export', 'HV-2026-0001', id, ...to.slice(0, 2), ...opened]), 64, /--recipient/)
  const out = ['attachment', 'export', 'HV-2026-0001', id, ...to, '--json', ...opened]
  const exported = parsed(await desk.hemvag(out))
  expect(exported.value.file).toBe(desk.at(`HV-2026-0001_DOC_HEALTH_2026-09-29_${id.slice(-4)}.pdf`))
  expect(readFileSync(exported.value.file).equals(certificate)).toBe(true)
  expect(readdirSync(desk.folder)).toHaveLength(before.length + 1)
  expect(parsed(await desk.hemvag(out)).error?.code).toBe('file-exists')
  expect(parsed(await desk.hemvag(['journal', 'verify', '--json', ...opened])).value.intact).toBe(true)
})

test('the same file is added once for each type, and a name that misleads is said', async () => {
  expectRefusal(await add(paper, '--type', 'DOC_HEALTH'), 3, /Samma fil finns redan i ärendet som samma slags dokument/)
  const other = await add(paper, '--type', 'DOC_LEGAL')
  expect(other.out).toMatch(/^Dokumentet är tillagt: \w{26} \(PDF\)\.\nSamma fil finns redan i ärendet: \w{26}\.\n$/)
  writeFileSync(desk.at('bild.png'), certificate.subarray(0, 5000))
  const wrong = await add(desk.at('bild.png'), '--type', 'DOC_TRAVELDOC')
  expect(wrong.out).toContain('Filens namn stämmer inte med innehållet.')
})

test('a type that does not exist, a day that is none and a file that is missing are named', async () => {
  expectRefusal(await add(paper, '--type', 'DOC_NONE'), 3, /Dokumentslaget DOC_NONE finns inte/)
  expectRefusal(await add(paper, '--type', 'health'), 64, /är inget dokumentslag/)
  expectRefusal(await add(paper, '--type', 'DOC_LEGAL', '--issued-on', 'i går'), 64, /”i går” är ingen dag/)
  expectRefusal(await add(desk.at('borta.pdf'), '--type', 'DOC_LEGAL'), 3, /finns inte/)
})
