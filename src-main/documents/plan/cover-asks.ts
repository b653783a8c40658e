import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { clock, dataDate } from './formats.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

/** Letters of what is asked that have room beside the alarm box. */
const mostBeside = 1800

/** Much that is asked needs the whole width of the page; the alarm box comes first then. */
export const asksNeedRoom = ({ cover }: PlanModel): boolean =>
  cover.asks.flatMap(({ texts }) => texts).reduce((sum, text) => sum + text.length, 0) > mostBeside

/** What the recipient is asked to do, dated, with references that are counted in this copy. */
export function coverAsks({ model, words, number }: SectionContext): readonly Block[] {
  const { say } = words
  if (model.cover.asks.length === 0) return []
  return [
    { kind: 'heading', level: 2, step: 'sub-heading', text: say('plan.cover.asks'), space: { before: 5, after: 2 } },
    {
      kind: 'label-values',
      labelWidth: 62,
      rows: model.cover.asks.map(({ ask, texts }) => ({
        label: when(ask, model, words),
        value: say(`plan.ask.${wording(ask, model)}`, {
          signatures: number('signatures'),
          followUp: number('follow-up'),
          contacts: number('contacts'),
          support: texts.map((text) => words.typed(text.replace(/\.$/, ''))).join('; '),
          alias: model.child.alias,
          place: words.inSentence(words.typed(model.reception?.meetingPlace ?? model.travel?.handover?.place ?? '')),
          responsible: model.followUp?.agreement?.responsible ?? '',
          time: clock(model.travel?.to?.at ?? model.travel?.handover?.at ?? ''),
        }).replace(/\.\.$/, '.'),
      })),
    },
  ]
}

/** Whoever is not responsible for the follow-ups sees to it that the partner who is does them. */
function wording(ask: string, { followUp, recipient }: PlanModel): string {
  const responsible = followUp?.agreement?.responsible ?? recipient.name
  return ask === 'carry-out-follow-ups' && responsible !== recipient.name ? 'see-to-follow-ups' : ask
}

function when(ask: string, { followUp, travel }: PlanModel, { say, language }: Words): string {
  const first = followUp?.contacts[0]
  if ((ask === 'confirm-arrival' || ask === 'answer-arrival-call') && first !== undefined) return dataDate(first.due, language)
  if (ask === 'meet-the-child' && travel !== undefined) return dataDate(travel.date, language)
  const months = Math.round((followUp?.contacts.at(-1)?.day ?? 365) / 30.4)
  return say(`plan.ask.${ask}.when`, { months })
}
