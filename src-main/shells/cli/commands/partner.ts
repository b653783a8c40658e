import { basename, dirname, extname, resolve } from 'node:path'
import type { PartnerDetails } from '#domain/partners/partner.ts'
import { checkWays, partnerDetailsSchema, sexes, unsaidPartner } from '#domain/partners/partner.ts'
import { newOperationId } from '../../incidents.ts'
import { readSmallText } from '../../small-files.ts'
import { flag, listOption, type Options, stringOption } from '../arguments.ts'
import { type Command, type Given, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { foundLines, partnerLines, partnerListLines } from '../print/partners.ts'
import { Refused } from '../refused.ts'
import { dayOption, neededOption, oneOf } from '../values.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

/** CSV or XLSX, by the ending of the file's name. */
export function sheetPlace(options: Options): { readonly folder: string; readonly name: string; readonly format: 'csv' | 'xlsx' } {
  const out = resolve(neededOption(options, 'out', 'FILE'))
  return { folder: dirname(out), name: basename(out), format: oneOf(extname(out).slice(1).toLowerCase(), ['csv', 'xlsx'], '--out') }
}

export const partnerList: Command = {
  name: 'partner list',
  takes: [],
  needs: register,
  run: (given) =>
    inRegister(given, async (call) => {
      const { partners, today } = unwrapped(await call('partner.list', {}))
      return { exit: exitCodes.good, json: { today, partners }, lines: partnerListLines(partners, given.terminal) }
    }),
}

export const partnerShow: Command = {
  name: 'partner show',
  takes: ['ID'],
  needs: ['[--names]', ...register],
  run: (given) =>
    inRegister(given, async (call) => {
      const id = given.words[0] ?? ''
      const shown = unwrapped(await call('partner.show', { id }))
      const names = flag(given.options, 'names')
        ? unwrapped(await call('partner.reveal', { id, operationId: newOperationId() }))
        : undefined
      const json = names === undefined ? shown : { ...shown, details: names.details }
      return { exit: exitCodes.good, json, lines: partnerLines(shown, names?.details, given.terminal) }
    }),
}

/** What a file of JSON says of a partner, before anything checks it: names and numbers never stand on a command line. */
async function detailsIn({ options }: Given): Promise<object> {
  const file = neededOption(options, 'from', 'FILE')
  const text = await readSmallText(file)
  if (!text.ok) throw new Refused(text.error)
  try {
    const said: unknown = JSON.parse(text.value)
    if (typeof said === 'object' && said !== null) return said
  } catch {}
  throw new Refused({ code: 'file-unreadable', messageKey: 'failure.file-unreadable', values: { file } })
}

function checked(details: object): PartnerDetails {
  const parsed = partnerDetailsSchema.safeParse(details)
  if (parsed.success) return parsed.data
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ')
  throw new Refused({ code: 'malformed-input', messageKey: 'failure.malformed-input', values: { fields } })
}

export const partnerAdd: Command = {
  name: 'partner add',
  takes: [],
  needs: ['--from FILE', ...register],
  async run(given) {
    const details = checked({ ...unsaidPartner, ...(await detailsIn(given)) })
    return inRegister(given, async (call) => {
      const id = newOperationId()
      const { version } = unwrapped(await call('partner.save', { id, version: 0, details, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: { id, version }, lines: [given.terminal.text('command.partner.added', { id })] }
    })
  },
}

export const partnerChange: Command = {
  name: 'partner change',
  takes: ['ID'],
  needs: ['--from FILE', ...register],
  async run(given) {
    const id = given.words[0] ?? ''
    const changes = await detailsIn(given)
    return inRegister(given, async (call) => {
      const before = unwrapped(await call('partner.reveal', { id, operationId: newOperationId() }))
      const details = checked({ ...before.details, ...changes })
      const { version } = unwrapped(await call('partner.save', { id, version: before.version, details, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: { id, version }, lines: [given.terminal.text('command.partner.changed', { id, version })] }
    })
  },
}

export const partnerVerify: Command = {
  name: 'partner verify',
  takes: ['ID'],
  needs: [`--how ${checkWays.join('|')}`, '[--no-answer]', '[--on DAY]', '[--note TEXT]', ...register],
  run(given) {
    const { options } = given
    const id = given.words[0] ?? ''
    const how = oneOf(neededOption(options, 'how', checkWays.join('|')), checkWays, '--how')
    const [on, note] = [dayOption(options, 'on'), stringOption(options, 'note')]
    const said = { how, ...(on === undefined ? {} : { on }), ...(note === undefined ? {} : { note }) }
    const outcome = flag(options, 'no-answer') ? 'no-answer' : 'confirmed'
    return inRegister(given, async (call) => {
      const { version } = unwrapped(await call('partner.show', { id }))
      const check = { id, version, outcome, ...said, operationId: newOperationId() } as const
      const kept = unwrapped(await call('partner.verify', check))
      const { standing } = unwrapped(await call('partner.show', { id }))
      const state = given.terminal.text(`partner.state.${standing.state}`)
      return {
        exit: exitCodes.good,
        json: { id, ...kept, standing },
        lines: [given.terminal.text('command.partner.checked', { id, state })],
      }
    })
  },
}

function wholeNumber(options: Options, name: 'age' | 'year'): number | undefined {
  const word = stringOption(options, name)
  if (word === undefined) return undefined
  if (!/^\d{1,4}$/.test(word)) throw new Usage('command.usage.number', { option: `--${name}`, found: word })
  return Number(word)
}
/** The year of `--year`, or no field at all. */
export function yearOf(options: Options): { readonly year?: number } {
  const year = wholeNumber(options, 'year')
  return year === undefined ? {} : { year }
}

export const partnerFind: Command = {
  name: 'partner find',
  takes: [],
  needs: [
    `[--sex ${sexes.join('|')}]`,
    '[--age N]',
    '[--country CC]',
    '[--town TOWN]',
    '[--language CODE]',
    '[--service CODE …]',
    ...register,
  ],
  run(given) {
    const { options } = given
    const sex = stringOption(options, 'sex')
    const age = wholeNumber(options, 'age')
    const [town, language] = [stringOption(options, 'town'), stringOption(options, 'language')]
    const country = stringOption(options, 'country')?.toUpperCase()
    const wish = {
      ...(sex === undefined ? {} : { sex: oneOf(sex, sexes, '--sex') }),
      ...(age === undefined ? {} : { age }),
      ...(country === undefined ? {} : { country }),
      ...(town === undefined ? {} : { town }),
      ...(language === undefined ? {} : { language }),
      services: [...listOption(options, 'service')],
    }
    return inRegister(given, async (call) => {
      const { found } = unwrapped(await call('partner.find', wish))
      return { exit: exitCodes.good, json: found, lines: foundLines(found, given.terminal) }
    })
  },
}
