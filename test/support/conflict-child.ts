import { compose } from '#shells/compose.ts'

/** One start of the program by one person: opens the register, asks one operation, says the reply, and closes. */
const [folder = '', user = '', passphrase = '', name = '', input = '{}'] = process.argv.slice(2)
const house = await compose({ folder, language: 'sv' })
const opened = await house.commands.answer('register.unlock', { passphrase, user })
const reply = opened.ok ? await house.commands.answer(name, JSON.parse(input)) : opened
await house.close()
process.stdout.write(JSON.stringify(reply))
