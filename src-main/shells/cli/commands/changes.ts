import { readFile } from 'node:fs/promises'
import { newOperationId } from '../../incidents.ts'
import { flag, stringOption } from '../arguments.ts'
import { type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { actionText, historyLines } from '../print/history.ts'
import { Refused } from '../refused.ts'
import { neededOption, referenceOf } from '../values.ts'

const register = ['--register DIR', '[--passphrase-file FILE]']

/** Entries of a case's history that one call brings. */
const pageOfHistory = 100

export const caseHistory: Command = {
  name: 'case history',
  takes: ['REF'],
  needs: ['[--path PATH]', '[--names]', ...register],
  run(given) {
    const reference = referenceOf(given)
    const path = stringOption(given.options, 'path')
    if (path !== undefined && !/^\/./.test(path)) throw new Usage('command.usage.path', { path })
    const names = flag(given.options, 'names') ? { names: newOperationId() } : {}
    return inRegister(given, async (call) => {
      const asked = { reference, limit: pageOfHistory, ...names, ...(path === undefined ? {} : { path }) }
      const first = unwrapped(await call('case.history', asked))
      const entries = [...first.entries]
      for (let { next } = first; next !== null; ) {
        const page = unwrapped(await call('case.history', { ...asked, before: next }))
        entries.push(...page.entries)
        next = page.next
      }
      return { exit: exitCodes.good, json: entries, lines: historyLines(entries, given.terminal) }
    })
  },
}

export const caseUndo: Command = {
  name: 'case undo',
  takes: ['REF'],
  needs: register,
  run(given) {
    const reference = referenceOf(given)
    return inRegister(given, async (call) => {
      const { version } = unwrapped(await call('case.about', { reference }))
      const undone = unwrapped(await call('case.undo', { reference, version, operationId: newOperationId() }))
      const { text } = given.terminal
      const said = text('command.undo.done', { reference, version: undone.version, action: actionText(undone.action, given.terminal) })
      return { exit: exitCodes.good, json: undone, lines: [said] }
    })
  },
}

/** The longest note, in characters. */
const longestNote = 8000

export const caseNote: Command = {
  name: 'case note',
  takes: ['REF'],
  needs: ['--text-file FILE', ...register],
  async run(given) {
    const reference = referenceOf(given)
    const file = neededOption(given.options, 'text-file', 'FILE')
    const text = (await readText(file)).trim()
    if (text === '' || text.length > longestNote) throw new Usage('command.usage.note-empty')
    return inRegister(given, async (call) => {
      const added = unwrapped(await call('note.add', { reference, text, operationId: newOperationId() }))
      return {
        exit: exitCodes.good,
        json: added,
        lines: [given.terminal.text('command.note.added', { reference, version: added.version })],
      }
    })
  },
}

/** A note is given in a file: others on the machine can read arguments. */
async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch {
    throw new Refused({ code: 'file-unreadable', messageKey: 'failure.file-unreadable', values: { file } })
  }
}
