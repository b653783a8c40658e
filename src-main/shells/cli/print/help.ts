import { commands } from '../commands.ts'
import type { Terminal } from '../terminal.ts'

/** The help of all commands, or of those that begin with the words given. */
export function helpLines(words: readonly string[], { text }: Terminal): readonly string[] {
  const asked = commands.filter((command) => words.length === 0 || command.name.startsWith(words.join(' ')))
  const shown = asked.length === 0 ? commands : asked
  const usages = shown.map(({ name, takes, manyLast, needs }) =>
    `${['hemvag', name, ...takes].join(' ')}${manyLast === true ? '…' : ''} ${needs.join(' ')}`.trimEnd(),
  )
  const width = Math.max(...usages.map((usage) => usage.length))
  return [
    text('command.help.title'),
    '',
    ...shown.flatMap((command, at) => {
      const about = text(`command.help.${command.name.replaceAll(' ', '-')}`)
      const usage = usages[at] ?? ''
      return width > 60 ? [`  ${usage}`, `      ${about}`] : [`  ${usage.padEnd(width)}  ${about}`]
    }),
    '',
    text('command.help.options'),
    text('command.help.exit-codes'),
  ]
}
