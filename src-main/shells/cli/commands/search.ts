import type { SearchHitView } from '#contract/search.ts'
import { newOperationId } from '../../incidents.ts'
import { flag } from '../arguments.ts'
import { type Call, type Command, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import type { Terminal } from '../terminal.ts'

const shortest = 2

export const search: Command = {
  name: 'search',
  takes: ['TEXT'],
  manyLast: true,
  needs: ['[--names]', '--register DIR', '[--passphrase-file FILE]'],
  run(given) {
    const { options, terminal } = given
    const text = given.words.join(' ')
    if (text.trim().length < shortest) throw new Usage('command.search.too-short')
    return inRegister(given, async (call) => {
      if (flag(options, 'names')) unwrapped(await call('search.show-names', { operationId: newOperationId() }))
      const found = await settled(call, text)
      const nothing = found.named ? 'command.search.none' : 'command.search.none-hidden'
      const lines = [
        ...found.hits.flatMap((hit) => hitLines(hit, terminal)),
        ...(found.hits.length === 0 ? [terminal.text(nothing, { text })] : []),
        ...(found.more ? [terminal.text('command.search.more')] : []),
      ]
      return { exit: exitCodes.good, json: { hits: found.hits, more: found.more, named: found.named }, lines }
    })
  },
}

/** The answer when every case has been read into the index. */
async function settled(call: Call, text: string) {
  for (;;) {
    const found = unwrapped(await call('search.find', { text }))
    if (found.pending === 0) return found
  }
}

function hitLines({ reference, passages }: SearchHitView, { text }: Terminal): readonly string[] {
  const places = passages.map(({ area, excerpt }) => {
    const marked = excerpt.map((stretch) => (stretch.hit ? `[${stretch.text}]` : stretch.text)).join('')
    return `  ${text(`search.area.${area}`)}: ${marked.replaceAll(/\s+/g, ' ')}`
  })
  return [reference, ...places]
}
