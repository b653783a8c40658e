import { array, assert, constantFrom, integer, property, shuffledSubarray } from 'fast-check'
import { expect, it } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { addDays } from '#domain/dates.ts'
import { deadlinesOf } from '#domain/deadlines/deadlines-of.ts'
import { aCase, type CaseBuilder } from '../support/a-case.ts'
import { romania } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

/** One change to a case, on a day. */
const changes: readonly ((builder: CaseBuilder, day: string) => CaseBuilder)[] = [
  (builder, day) =>
    builder.concernReported(day, { reporterAskedForFeedback: true, inquiryDecision: { decidedOn: addDays(day, 5), opened: true } }),
  (builder, day) => builder.concernReported(day, { protectionAssessedOn: day }),
  (builder, day) => builder.inquiryOpened(day),
  (builder, day) => builder.guardianAppointed(day),
  (builder, day) => builder.guardianAppointed(day, 'second'),
  (builder, day) => builder.guardianEnded(day),
  (builder, day) => builder.reflectionPeriodGranted(day),
  (builder, day) => builder.permit('PRM_BT_EXT', 'granted', day, { days: 15 }),
  (builder, day) => builder.permit('PRM_TUT', 'granted', day, { validThrough: addDays(day, 200) }),
  (builder, day) => builder.permit('PRM_TUT', 'withdrawn', day),
  (builder, day) => builder.investigation('opened', day),
  (builder, day) => builder.investigation('closed', day),
  (builder, day) => builder.compensation('applied', day),
  (builder, day) => builder.transferred(day),
  (builder, day) => builder.placed(day),
  (builder, day) => builder.handedOver(day),
  (builder, day) => builder.riskAssessed(day, []),
]
/** Few days, so that facts of one day are common. */
const someDay = constantFrom(-20, 0, 1, 12, 40, 130, 225, 400).map((days) => addDays('2026-02-10', days))
const someCase = array(
  integer({ min: 0, max: changes.length - 1 }).chain((index) => someDay.map((day) => ({ index, day }))),
  { maxLength: 25 },
).map((some) => some.reduce((builder, { index, day }) => changes[index]?.(builder, day) ?? builder, aCase()).build())

const deadlines = (file: CaseFile, on: string) => deadlinesOf(file, catalogue, romania, on, [{ gate: 'G06', validThrough: '2026-10-24' }])

const turned = (file: CaseFile): CaseFile => ({
  ...file,
  people: file.people.map((person) => ({ ...person, appointments: person.appointments.toReversed() })).toReversed(),
  child: {
    ...file.child,
    concernReports: file.child.concernReports.toReversed(),
    inquiries: file.child.inquiries.toReversed(),
    placements: file.child.placements.toReversed(),
  },
  legal: {
    ...file.legal,
    permits: file.legal.permits.toReversed(),
    investigation: file.legal.investigation.toReversed(),
    compensation: file.legal.compensation.toReversed(),
  },
  transfers: { ...file.transfers, log: file.transfers.log.toReversed() },
  travel: { ...file.travel, handovers: file.travel.handovers.toReversed() },
  riskAssessments: file.riskAssessments.toReversed(),
})

it('deadlines do not depend on the order in which facts stand in the file', async () => {
  await assert(
    property(someCase, someDay, (file, on) => {
      expect(deadlines(turned(file), on)).toEqual(deadlines(file, on))
    }),
  )
})

it('each deadline has a key of its own, and what is dated stands in order before what is not', async () => {
  await assert(
    property(someCase, someDay, (file, on) => {
      const found = deadlines(file, on)
      expect(new Set(found.map((each) => each.key)).size).toBe(found.length)
      const dues = found.map((each) => each.due ?? '9999-12-31')
      expect(dues).toEqual(dues.toSorted())
    }),
  )
})

it('what happened after the day asked about changes nothing', async () => {
  await assert(
    property(someCase, someDay, (file, on) => {
      const until = <F extends { readonly happenedOn: string }>(facts: readonly F[]) => facts.filter((each) => each.happenedOn <= on)
      const before: CaseFile = {
        ...file,
        people: file.people.map((person) => ({ ...person, appointments: until(person.appointments) })),
        legal: {
          ...file.legal,
          permits: until(file.legal.permits),
          investigation: until(file.legal.investigation),
          compensation: until(file.legal.compensation),
        },
        transfers: { ...file.transfers, log: until(file.transfers.log) },
        travel: { ...file.travel, handovers: until(file.travel.handovers) },
      }
      expect(deadlines(before, on)).toEqual(deadlines(file, on))
    }),
  )
})

it('an open deadline never comes back to rest before it is done or over', async () => {
  const rank = { waiting: 0, soon: 1, due: 2, overdue: 3, ended: 4, done: 4 } as const
  await assert(
    property(someCase, constantFrom('2026-02-10', '2026-06-01', '2026-11-15'), shuffledSubarray([1, 3, 10, 40]), (file, start, steps) => {
      let on: string = start
      let before = new Map(deadlines(file, on).map((each) => [each.key, each]))
      for (const step of steps) {
        on = addDays(on, step)
        const now = deadlines(file, on)
        for (const each of now) {
          const earlier = before.get(each.key)
          const isOpen = earlier !== undefined && earlier.state !== 'done' && earlier.state !== 'ended'
          if (isOpen && earlier.due === each.due && earlier.triggerOn === each.triggerOn)
            expect(rank[each.state]).toBeGreaterThanOrEqual(rank[earlier.state])
        }
        before = new Map(now.map((each) => [each.key, each]))
      }
    }),
  )
})
