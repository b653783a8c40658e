import { type Journey, journey } from '#domain/pictures/journey.ts'
import { printPalette } from '#domain/pictures/palette.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import type { Space } from '../model/text.ts'
import { clock } from './formats.ts'
import type { Words } from './words.ts'

const stopName = (stop: { place: string; code: string | null }): string => (stop.code === null ? stop.place : `${stop.place} ${stop.code}`)

/** Five stations from the office's town to the new home, or nothing while the journey is not settled. */
function journeyOf(model: PlanModel, words: Words): Journey | undefined {
  const { travel, reception, organisation } = model
  if (travel?.from == null || travel.to === null || travel.handover === null) return undefined
  const { say } = words
  const caregiver = reception?.caregiver ?? null
  const station = (time: string, place: string, act: string) => ({ time, place, act })
  return journey(
    {
      stations: [
        station(say('plan.journey.morning'), organisation.place, say('plan.journey.consent')),
        station(clock(travel.from.at), stopName(travel.from), say('plan.journey.departs')),
        station(clock(travel.to.at), stopName(travel.to), say('plan.journey.arrives')),
        station(clock(travel.handover.at), say('plan.journey.handover'), travel.handover.code ?? travel.handover.place),
        station(say('plan.journey.evening'), reception?.town ?? '', atHome(model, words, caregiver)),
      ],
      responsibility: {
        before: say('plan.journey.responsible', { name: reception?.responsibility?.sender ?? organisation.office }),
        after: say('plan.journey.responsible', { name: reception?.responsibility?.receiver ?? '–' }),
      },
      head: ['', '', '', ''],
    },
    printPalette,
  )
}

function atHome(model: PlanModel, { say, relation }: Words, caregiver: NonNullable<PlanModel['reception']>['caregiver']): string {
  if (caregiver === null) return say('plan.journey.at-home')
  return say('plan.at-their', { relation: relation(caregiver.relation), sex: model.child.birth?.sex ?? 'U' })
}

export function journeyFigure(model: PlanModel, words: Words, space: Space): readonly Block[] {
  const picture = journeyOf(model, words)
  if (picture === undefined) return []
  const { key, values } = picture.alternative
  return [{ kind: 'figure', svg: picture.svg, width: picture.width, alternative: words.say(key, values), space }]
}
