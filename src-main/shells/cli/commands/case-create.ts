import { officeTypes } from '#domain/case/case-file.ts'
import { identifiers } from '#domain/case/child.ts'
import { newOperationId } from '../../incidents.ts'
import { type Options, stringOption } from '../arguments.ts'
import { type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { dayOption, neededOption, oneOf } from '../values.ts'

type Name = Parameters<typeof stringOption>[1]
const standings = ['stated', 'verified', 'disputed'] as const

/** One of a few words; the first where none is given. */
const wordOf = <Word extends string>(options: Options, name: Name, words: readonly [Word, ...Word[]]): Word =>
  oneOf(stringOption(options, name) ?? words[0], words, `--${name}`)

function day(options: Options, name: Name): string {
  neededOption(options, name, 'DATE')
  return dayOption(options, name) ?? ''
}

function municipalityOf(options: Options): string {
  const code = neededOption(options, 'municipality', 'CODE')
  if (!/^\d{4}$/.test(code)) throw new Usage('command.usage.needs', { option: '--municipality 1280' })
  return code
}

export const caseCreate: Command = {
  name: 'case create',
  takes: [],
  needs: [
    '--alias TEXT',
    '--born DATE',
    '[--standing stated|verified|disputed]',
    '--found-on DATE',
    '[--found-by social-services|police|…]',
    '--municipality CODE',
    '[--diary-number TEXT]',
    '[--office NAME --unit NAME]',
    '[--office-type social-services|state-agency|other]',
    '--register DIR',
    '[--passphrase-file FILE]',
  ],
  run(given) {
    const { options } = given
    const diaryNumber = stringOption(options, 'diary-number')
    const opening = {
      alias: neededOption(options, 'alias', 'TEXT'),
      ...(diaryNumber === undefined ? {} : { diaryNumber }),
      birthDate: { value: day(options, 'born'), standing: wordOf(options, 'standing', standings) },
      foundOn: day(options, 'found-on'),
      foundBy: wordOf(options, 'found-by', identifiers),
      municipality: municipalityOf(options),
    }
    return inRegister(given, async (call) => {
      const { office: known } = unwrapped(await call('case.office', {}))
      const named = stringOption(options, 'office')
      const office =
        known !== null && named === undefined
          ? known
          : {
              type: wordOf(options, 'office-type', officeTypes),
              name: neededOption(options, 'office', 'NAME'),
              unit: neededOption(options, 'unit', 'NAME'),
            }
      const created = unwrapped(await call('case.create', { ...opening, office, operationId: newOperationId() }))
      return { exit: exitCodes.good, json: created, lines: [given.terminal.text('command.case.created', created)] }
    })
  },
}
