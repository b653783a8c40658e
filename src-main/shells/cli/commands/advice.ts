import { adviceChannels, askerKinds } from '#domain/advice/advice.ts'
import { newOperationId } from '../../incidents.ts'
import { readSmallText } from '../../small-files.ts'
import { listOption, type Options, stringOption } from '../arguments.ts'
import { type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { adviceLines, adviceYearLines } from '../print/advice.ts'
import { Refused } from '../refused.ts'
import { dayOption, neededOption, oneOf } from '../values.ts'
import { sheetPlace, yearOf } from './partner.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

export const adviceList: Command = {
  name: 'advice list',
  takes: [],
  needs: ['[--year YEAR]', ...register],
  run: (given) =>
    inRegister(given, async (call) => {
      const listed = unwrapped(await call('advice.list', yearOf(given.options)))
      return { exit: exitCodes.good, json: listed, lines: adviceLines(listed, given.terminal) }
    }),
}

/** Questions and answers are given in a file: others on the machine can read arguments. */
async function proseIn(options: Options): Promise<string | undefined> {
  const file = stringOption(options, 'text-file')
  if (file === undefined) return undefined
  const text = await readSmallText(file)
  if (!text.ok) throw new Refused(text.error)
  return text.value.trim()
}

export const adviceAdd: Command = {
  name: 'advice add',
  takes: [],
  needs: [
    `--asker ${askerKinds.join('|')}`,
    '--organisation NAME',
    '--topic CODE …',
    `[--channel ${adviceChannels.join('|')}]`,
    '[--on DAY]',
    '[--case REF]',
    '[--text-file FILE]',
    ...register,
  ],
  async run(given) {
    const { options } = given
    const askerKind = oneOf(neededOption(options, 'asker', askerKinds.join('|')), askerKinds, '--asker')
    const organisation = neededOption(options, 'organisation', 'NAME')
    const topics = [...listOption(options, 'topic')]
    if (topics.length === 0) throw new Usage('command.usage.needs', { option: '--topic CODE' })
    const channel = oneOf(stringOption(options, 'channel') ?? 'phone', adviceChannels, '--channel')
    const caseReference = stringOption(options, 'case')?.toUpperCase()
    const question = await proseIn(options)
    const on = dayOption(options, 'on')
    return inRegister(given, async (call) => {
      const askedOn = on ?? unwrapped(await call('advice.list', {})).today
      const more = { ...(caseReference === undefined ? {} : { caseReference }), ...(question === undefined ? {} : { question }) }
      const id = newOperationId()
      const details = { askedOn, channel, askerKind, organisation, topics, ...more }
      unwrapped(await call('advice.save', { id, version: 0, details, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: { id, version: 1 }, lines: [given.terminal.text('command.advice.added', { id })] }
    })
  },
}

export const adviceAnswer: Command = {
  name: 'advice answer',
  takes: ['ID'],
  needs: ['--text-file FILE', '[--on DAY]', ...register],
  async run(given) {
    const id = given.words[0] ?? ''
    neededOption(given.options, 'text-file', 'FILE')
    const what = (await proseIn(given.options)) ?? ''
    const on = dayOption(given.options, 'on')
    return inRegister(given, async (call) => {
      const version = await versionOf(id)
      const asked = { id, version, what, ...(on === undefined ? {} : { on }), operationId: newOperationId() }
      const answered = unwrapped(await call('advice.answer', asked))
      return { exit: exitCodes.good, json: { id, ...answered }, lines: [given.terminal.text('command.advice.answered', { id })] }

      async function versionOf(wanted: string): Promise<number> {
        const { years } = unwrapped(await call('advice.list', {}))
        for (const year of years.toReversed()) {
          const { advice } = unwrapped(await call('advice.list', { year }))
          const found = advice.find((each) => each.id === wanted)
          if (found !== undefined) return found.version
        }
        throw new Refused({ code: 'no-such-advice', messageKey: 'failure.no-such-advice', values: { id: wanted } })
      }
    })
  },
}

export const adviceYear: Command = {
  name: 'advice year',
  takes: [],
  needs: ['[--year YEAR]', '[--out FILE.csv|FILE.xlsx]', ...register],
  run(given) {
    const place = stringOption(given.options, 'out') === undefined ? undefined : sheetPlace(given.options)
    return inRegister(given, async (call) => {
      const figures = unwrapped(await call('advice.year', yearOf(given.options)))
      const lines = adviceYearLines(figures, given.terminal)
      if (place === undefined) return { exit: exitCodes.good, json: figures, lines }
      const { file } = unwrapped(await call('advice.export', { ...place, year: figures.year, operationId: newOperationId() }))
      return {
        exit: exitCodes.good,
        json: { ...figures, file },
        lines: [...lines, '', given.terminal.text('command.advice.exported', { file })],
      }
    })
  },
}
