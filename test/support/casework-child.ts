import { createInterface } from 'node:readline'
import { compose } from '#shells/compose.ts'
import { demonstration } from '#shells/demonstration.ts'

/** The register behind a window, in a process of its own that can be killed: one call per line in, one reply per line out. */
const [, , folder = ''] = process.argv
const house = await compose({ folder, language: 'sv', exportFolder: folder })
await house.commands.answer('register.unlock', { passphrase: demonstration.passphrase })
for await (const line of createInterface({ input: process.stdin })) {
  const { id, name, input } = JSON.parse(line)
  void house.application.answer(name, input).then((reply) => process.stdout.write(`${JSON.stringify({ id, reply })}\n`))
}
