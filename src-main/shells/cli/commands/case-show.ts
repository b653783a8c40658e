import type { Input } from '#contract/operations.ts'
import { newOperationId } from '../../incidents.ts'
import { flag, stringOption } from '../arguments.ts'
import { type Call, type Command, type Given, type Outcome, Usage, unwrapped } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { inRegister } from '../open-house.ts'
import { readinessLines } from '../print/readiness.ts'
import { budgetLines, deadlineLines, followUpLines, peopleLines, riskLines } from '../print/sections.ts'
import { onDay, referenceOf } from '../values.ts'

type Show = (call: Call, asked: Input<'case.overview'>, given: Given) => Promise<Omit<Outcome, 'exit'>>

/** The parts of a case that can be shown, each from the operation that the window asks too. */
const sections: Readonly<Record<string, Show>> = {
  async readiness(call, asked, { terminal }) {
    const { readiness } = unwrapped(await call('case.overview', asked))
    const { recipients } = unwrapped(await call('plan.recipients', { reference: asked.reference }))
    return { json: readiness, lines: readinessLines(readiness, recipients, terminal) }
  },
  async risk(call, asked, { terminal }) {
    const { risk } = unwrapped(await call('case.risk', asked))
    return { json: risk, lines: riskLines(risk, terminal) }
  },
  async budget(call, asked, { terminal }) {
    const { budget } = unwrapped(await call('case.budget', asked))
    return { json: budget, lines: budgetLines(budget, terminal) }
  },
  async 'follow-up'(call, asked, { terminal }) {
    const { followUp } = unwrapped(await call('case.follow-up', asked))
    return { json: followUp, lines: followUpLines(followUp, terminal) }
  },
  async deadlines(call, asked, { terminal }) {
    const { deadlines } = unwrapped(await call('case.overview', asked))
    return { json: deadlines, lines: deadlineLines(deadlines, terminal) }
  },
  async people(call, { reference }, { terminal, options }) {
    const people = flag(options, 'names')
      ? unwrapped(await call('case.reveal-names', { reference, operationId: newOperationId() })).people
      : unwrapped(await call('case.people', { reference })).people
    return { json: people, lines: peopleLines(people, terminal) }
  },
}

export const caseShow: Command = {
  name: 'case show',
  isOutput: true,
  takes: ['REF'],
  needs: [`[--section ${Object.keys(sections).join('|')}]`, '[--on DATE]', '[--names]', '--register DIR', '[--passphrase-file FILE]'],
  run(given) {
    const name = stringOption(given.options, 'section') ?? 'readiness'
    const show = Object.hasOwn(sections, name) ? sections[name] : undefined
    if (show === undefined) throw new Usage('command.usage.section', { section: name, known: Object.keys(sections).join(', ') })
    const asked = { reference: referenceOf(given), ...onDay(given.options) }
    return inRegister(given, async (call) => ({ exit: exitCodes.good, ...(await show(call, asked, given)) }))
  },
}
