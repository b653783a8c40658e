import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, OperationName, Output } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Composed } from '#shells/compose.ts'
import { createDemonstration } from '#shells/demonstration.ts'
import { newOperationId } from '#shells/incidents.ts'
import { manyBytes } from '../support/attachments.ts'

const reference = 'HV-2026-0001'
let place: string
let house: Composed
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'hemvag-attachments-'))
  house = await createDemonstration(join(place, 'DEMO-register'), { language: 'sv' })
})
afterAll(async () => {
  await house?.close()
  rmSync(place, { recursive: true, force: true })
})

async function call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await house.commands.answer(name, input)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.value as Output<N>
}
const operationId = newOperationId
const documents = async (): Promise<CaseFile['documents']> =>
  JSON.parse((await call('case.export', { reference, operationId: operationId() })).text).documents

const partSize = 512 * 1024
async function send(bytes: Uint8Array, announced = bytes.length): Promise<string> {
  const { upload } = await call('attachment.begin', { reference, name: 'intyg.pdf', size: announced })
  for (let from = 0, number = 1; from < bytes.length; from += partSize, number += 1)
    await call('attachment.part', { upload, number, base64: Buffer.from(bytes.subarray(from, from + partSize)).toString('base64') })
  return upload
}
const said = { documentType: 'DOC_HEALTH', issuedOn: '2026-09-29', issuer: 'Vårdcentralen', title: 'Hälsointyg' }
const finish = (upload: string, change: Partial<typeof said> = {}) =>
  call('attachment.finish', { reference, upload, ...said, ...change, operationId: operationId() })

test('a file that comes in parts is the same when it is read in parts, and is read only once it was opened', async () => {
  const bytes = manyBytes(30_000_001)
  const { attachment } = await finish(await send(bytes))
  const { id } = attachment
  await expect(call('attachment.read', { id, part: 1 })).rejects.toThrow('not-opened')
  const { parts, size } = await call('attachment.open', { reference, id, operationId: operationId() })
  const read: Buffer[] = []
  for (let part = 1; part <= parts; part += 1) read.push(Buffer.from((await call('attachment.read', { id, part })).base64, 'base64'))
  expect(size).toBe(bytes.length)
  expect(Buffer.compare(Buffer.concat(read), bytes)).toBe(0)
})

test('a part out of order, too much or too little is refused and nothing of the file is kept', async () => {
  const { upload } = await call('attachment.begin', { reference, name: 'a.pdf', size: 10 })
  await expect(call('attachment.part', { upload, number: 2, base64: 'AAAA' })).rejects.toThrow('upload-broken')
  await expect(send(manyBytes(100), 50)).rejects.toThrow('upload-broken')
  await expect(finish(await send(manyBytes(100), 200))).rejects.toThrow('upload-broken')
  await expect(call('attachment.begin', { reference, name: 'a.pdf', size: 100_000_001 })).rejects.toThrow('attachment-too-large')
  const waiting = await Promise.all([1, 2, 3, 4].map((size) => call('attachment.begin', { reference, name: 'a.pdf', size })))
  await expect(call('attachment.begin', { reference, name: 'a.pdf', size: 5 })).rejects.toThrow('too-many-uploads')
  for (const { upload: each } of waiting) await call('attachment.abandon', { upload: each })
})

test('the row that a file made follows it: described anew, taken out, put back', async () => {
  const before = await documents()
  const { attachment } = await finish(await send(manyBytes(5000, 'row')), { documentType: 'DOC_TRAVELDOC', title: 'Pass' })
  const { id } = attachment
  const made = (await documents()).at(-1)
  expect(made).toMatchObject({ type: 'DOC_TRAVELDOC', title: 'Pass', issuer: 'Vårdcentralen', issuedOn: '2026-09-29' })
  const anew = { ...said, documentType: 'DOC_COO_AUTH', title: 'Bedömning', issuer: 'DGASPC' }
  await call('attachment.change', { reference, id, ...anew, operationId: operationId() })
  expect((await documents()).at(-1)).toEqual({ ...made, type: 'DOC_COO_AUTH', title: 'Bedömning', issuer: 'DGASPC' })
  await call('attachment.remove', { reference, id, removed: true, operationId: operationId() })
  expect(await documents()).toEqual(before)
  await expect(call('attachment.open', { reference, id, operationId: operationId() })).rejects.toThrow('no-such-attachment')
  await call('attachment.remove', { reference, id, removed: false, operationId: operationId() })
  expect((await documents()).at(-1)).toMatchObject({ type: 'DOC_COO_AUTH', title: 'Bedömning', sha256: made?.sha256 })
})

test('a file of no type, or with no day, is kept without a row; one of another case is as unknown as none', async () => {
  const before = await documents()
  const { attachment } = await call('attachment.finish', {
    reference,
    upload: await send(manyBytes(700, 'free')),
    documentType: null,
    issuedOn: null,
    issuer: null,
    title: 'Övrigt',
    operationId: operationId(),
  })
  expect(attachment).toMatchObject({ documentType: null, inCase: false })
  expect(await documents()).toEqual(before)
  const elsewhere = { reference: 'HV-2026-0002', id: attachment.id, operationId: operationId() }
  await expect(call('attachment.open', elsewhere)).rejects.toThrow('no-such-attachment')
})

test('an issuer is shown without the names of people of the case until names are asked for', async () => {
  const named = { issuer: 'Mira Exempelsson', documentType: 'DOC_INFO' }
  const { attachment } = await finish(await send(manyBytes(900, 'issuer')), named)
  expect(attachment.issuer).toBe('M.')
  const { names } = await call('attachment.reveal-names', { reference, operationId: operationId() })
  expect(names.find(({ id }) => id === attachment.id)).toEqual({ id: attachment.id, name: 'intyg.pdf', issuer: 'Mira Exempelsson' })
})

test('an export stands in the journal with what left the register', async () => {
  const { attachments } = await call('attachment.list', { reference })
  const id = attachments[0]?.id ?? ''
  const before = await call('journal.verify', {})
  const said = { recipient: 'IOM Rumänien', purpose: 'Resehandling till gränskontrollen' }
  const asked = { reference, id, folder: place, operationId: operationId() }
  for (const missing of [
    { ...said, recipient: ' ' },
    { ...said, purpose: '' },
  ])
    await expect(call('attachment.export', { ...asked, ...missing })).rejects.toThrow('malformed-input')
  const { file } = await call('attachment.export', { ...asked, ...said })
  expect(existsSync(file)).toBe(true)
  const after = await call('journal.verify', {})
  expect({ intact: after.intact, more: after.entries - before.entries }).toEqual({ intact: true, more: 1 })
})
