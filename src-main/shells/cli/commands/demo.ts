import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Output } from '#contract/operations.ts'
import { createDemonstration, demonstration } from '../../demonstration.ts'
import { newOperationId } from '../../incidents.ts'
import { stringOption } from '../arguments.ts'
import { type Call, type Command, unwrapped } from '../command.ts'
import { freshPlaces, type Places } from '../demo-places.ts'
import { exitCodes } from '../exit-codes.ts'
import { callOf } from '../open-house.ts'
import { failureLines } from '../print/failure.ts'
import { verdictLines } from '../print/verdict.ts'
import type { Terminal } from '../terminal.ts'

export const demo: Command = {
  name: 'demo',
  takes: [],
  needs: ['[--out DIR]'],
  async run({ options, terminal }) {
    const places = await freshPlaces(resolve(stringOption(options, 'out') ?? 'demo-output'))
    const house = await createDemonstration(places.register, { language: terminal.language })
    try {
      return { exit: exitCodes.good, ...(await walk(callOf(house), places, terminal)) }
    } finally {
      await house.close()
    }
  },
}

async function walk(call: Call, places: Places, terminal: Terminal) {
  const { text } = terminal
  const { cases } = unwrapped(await call('case.list', {}))
  const [a, b] = cases.toSorted((one, other) => (one.reference < other.reference ? -1 : 1))
  if (a === undefined || b === undefined) throw new Error('the demonstration lacks a case')
  const signer = unwrapped(await call('signer.show', {}))
  await writeFile(places.certificate, signer.pem)
  const signed = [await exported(call, a.reference, places.signed, 'sv'), await exported(call, a.reference, places.signed, 'en')]
  const tampered = await tamper(call, signed[0], places.tampered)
  const refused = await call('plan.export', request(b.reference, 'iom-fi', places.signed, 'sv', false))
  if (refused.ok) throw new Error('the demonstration exported a plan that must not leave')
  const draft = unwrapped(await call('plan.export', request(b.reference, '', places.draft, 'sv', true)))
  const lines = [
    text('command.demo.title', { passphrase: demonstration.passphrase }),
    '',
    text('command.demo.register', { folder: places.register }),
    text('command.demo.imported', { references: `${a.reference}, ${b.reference}` }),
    text('command.demo.readiness', { date: demonstration.today }),
    ...[a, b].map((each) => standing(each, terminal)),
    text('command.demo.signed', { recipient: text('recipient-profile.IOM_FI') }),
    ...signed.flatMap(({ verdict }) => (verdict === null ? [] : indented(verdictLines(verdict, terminal)))),
    text('command.demo.tampered'),
    ...indented(verdictLines(tampered, terminal)),
    text('command.demo.refused', { reference: b.reference }),
    ...indented(failureLines(refused.error, terminal)),
    text('command.demo.draft', { reference: b.reference }),
    `   ${draft.file}`,
    '',
    text('command.demo.where', { folder: places.top }),
    text('command.demo.verify-yourself', { file: signed[0]?.file ?? '', certificate: places.certificate }),
    text('command.demo.look-yourself', { reference: a.reference, register: places.register, passphrase: places.passphrase }),
  ]
  return { json: { places, signed, tampered, refused: refused.error, draft }, lines }
}

const indented = (lines: readonly string[]) => lines.map((line) => `   ${line}`)

function standing({ reference, met, total, pausedSince }: Output<'case.list'>['cases'][number], { text }: Terminal): string {
  if (pausedSince === null) return text('command.demo.ready', { reference, met, total })
  return text('command.demo.not-ready', { reference, met, total, why: text('command.demo.paused', { date: pausedSince }) })
}

const request = (reference: string, recipient: string, folder: string, language: 'sv' | 'en', draft: boolean) => ({
  reference,
  recipient,
  folder,
  language,
  draft,
  operationId: newOperationId(),
})

const exported = async (call: Call, reference: string, folder: string, language: 'sv' | 'en') =>
  unwrapped(await call('plan.export', request(reference, 'iom-fi', folder, language, false)))

/** Bytes from the word that begins a stream to a place well inside what it holds. */
const insideStream = 100

/** A copy of a signed plan with one bit of one byte turned over, within the content of a page: nothing but the signature can tell. */
async function tamper(call: Call, plan: Output<'plan.export'> | undefined, folder: string) {
  if (plan === undefined) throw new Error('the demonstration lacks a signed plan')
  const bytes = await readFile(plan.file)
  const at = bytes.indexOf('\nstream', Math.floor(bytes.length / 3)) + insideStream
  bytes[at] = (bytes[at] ?? 0) ^ 1
  const file = join(folder, plan.fileName)
  await writeFile(file, bytes)
  return unwrapped(await call('plan.verify', { file }))
}
