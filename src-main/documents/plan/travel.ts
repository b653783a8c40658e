import type { PlanStop, TravelPart } from '#domain/plan/travel-part.ts'
import type { Block } from '../model/blocks.ts'
import { capital, clock, dataDate, longDate, phoneNumber, weekdayName, zoneOffset } from './formats.ts'
import { journeyFigure } from './journey.ts'
import { labelValues, optionalRow, row, section, sectionHeading, sentences } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

export function travelSection({ model, words, number }: SectionContext): Block {
  const { travel } = model
  if (travel === undefined) return section([])
  const { say, language } = words
  return section([
    sectionHeading(words, 'plan.sec.travel', number('travel')),
    ...journeyFigure(model, words, { before: 6, after: 4 }),
    labelValues([
      row(say('plan.travel.day'), day(travel, words)),
      ...optionalRow(say('plan.travel.escort'), escort(travel, words)),
      ...optionalRow(
        say('plan.travel.document'),
        travel.document === null
          ? ''
          : say('plan.travel.document-value', {
              kind: capital(words.typed(travel.document.kind)),
              date: dataDate(travel.document.validThrough, language),
            }),
      ),
      ...optionalRow(say('plan.travel.health'), fitness(travel, words)),
      ...optionalRow(
        say('plan.travel.preparation'),
        travel.preparedOn === null ? '' : say('plan.travel.prepared', { date: dataDate(travel.preparedOn, language) }),
      ),
      ...optionalRow(say('plan.travel.handover'), travel.handover === null ? '' : handover(travel.handover, words)),
      ...(model.sections.includes('guardian')
        ? []
        : [row(say('plan.consent.withdraw'), `${say('plan.consent.free')} ${say('plan.consent.oral')}`)]),
      row(say('plan.travel.fails'), `${say('plan.plan-b.when')} ${say('plan.travel.escort-stays')}`),
    ]),
  ])
}

const shortName = (stop: PlanStop): string => stop.code ?? stop.place

function day({ date, from, to, changes }: TravelPart, { say, language }: Words): string {
  const offsets =
    from === null || to === null
      ? ''
      : say('plan.travel.two-offsets', {
          from: shortName(from),
          fromOffset: zoneOffset(from.offset),
          to: shortName(to),
          toOffset: zoneOffset(to.offset),
        })
  return sentences(
    `${capital(weekdayName(date, language))} ${longDate(date, language)}.`,
    say('plan.travel.local'),
    offsets,
    changes > 0 && say('plan.travel.changes', { count: changes }),
  )
}

function escort({ escort: person, settledOn }: TravelPart, { say, language }: Words): string {
  if (person === null) return ''
  return sentences(
    say('plan.travel.escort-value', { name: person.name }),
    person.phone !== null && `${phoneNumber(person.phone)}.`,
    settledOn !== null && say('plan.travel.settled', { date: dataDate(settledOn, language) }),
  )
}

function fitness({ fitness: fit }: TravelPart, { say, language }: Words): string {
  if (fit === null) return ''
  return sentences(
    fit.on === null ? say('plan.travel.fit-plain') : say('plan.travel.fit', { date: dataDate(fit.on, language) }),
    fit.validThrough !== null && say('plan.travel.fit-valid', { date: dataDate(fit.validThrough, language) }),
  )
}

function handover(stop: PlanStop, { say, language }: Words): string {
  return say('plan.travel.handover-value', { place: stop.place, date: dataDate(stop.at, language), time: clock(stop.at) })
}
