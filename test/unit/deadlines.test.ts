import { describe, expect, it } from 'vitest'
import type { GateValidity } from '#domain/deadlines/context.ts'
import { deadlinesOf, knownDeadlineRules } from '#domain/deadlines/deadlines-of.ts'
import { aCase, type CaseBuilder } from '../support/a-case.ts'
import { aCaseA, aCaseB, romania } from '../support/cases.ts'
import { catalogue } from '../support/examples.ts'

const all = (builder: CaseBuilder, on: string, gates: readonly GateValidity[] = []) =>
  deadlinesOf(builder.build(), catalogue, romania, on, gates)
const of = (id: string, builder: CaseBuilder, on: string, gates: readonly GateValidity[] = []) =>
  all(builder, on, gates).filter((each) => each.id === id)
const statesOf = (id: string, builder: CaseBuilder, days: readonly string[]) =>
  days.map((day) =>
    of(id, builder, day)
      .map((each) => each.state)
      .join(),
  )

it('the engine works out every deadline of the catalogue', () => {
  expect(knownDeadlineRules.toSorted()).toEqual(catalogue.deadlines.map((rule) => rule.id).toSorted())
})

describe('Case A, deadlines', () => {
  it('Case A: the reflection period ended on 2026-03-22', () => {
    expect(of('DL04', aCaseA(), '2026-09-30')).toMatchObject([
      {
        triggerOn: '2026-02-20',
        due: '2026-03-22',
        warnFrom: ['2026-03-12', '2026-03-17'],
        state: 'ended',
        since: '2026-03-23',
        severity: 'calm',
      },
    ])
  })

  it('Case A: she waited two days for a guardian, and that is over', () => {
    expect(of('DL02', aCaseA(), '2026-09-30')).toMatchObject([
      { state: 'done', since: '2026-02-12', severity: 'calm', values: { days: 2, red: 'no' } },
    ])
    expect(of('DL02', aCaseA(), '2026-02-11')).toMatchObject([{ state: 'soon', severity: 'warning', values: { days: 1, red: 'no' } }])
  })

  it('Case A: compensation has its last safe day on 2032-03-13 and is applied for', () => {
    expect(of('DL06', aCaseA(), '2026-09-30')).toMatchObject([
      { due: '2032-03-13', state: 'done', since: '2026-06-15', values: { proceedingsEnd: '2029-05-20', recheck: 'yes' } },
    ])
  })

  it('Case A: she turns 18 on 2029-03-14, with warnings half a year and a quarter before', () => {
    expect(of('DL09', aCaseA(), '2026-09-30')).toMatchObject([
      { due: '2029-03-14', warnFrom: ['2028-09-15', '2028-12-14'], state: 'waiting', since: null },
    ])
  })

  it('Case A: on 2026-10-09, had the departure been moved, two safeguards have run out', () => {
    const gates = [
      { gate: 'G06', validThrough: '2026-10-24' },
      { gate: 'G09', validThrough: '2026-10-08' },
      { gate: 'G15', validThrough: '2026-10-06' },
      { gate: 'G01', validThrough: undefined },
    ]
    expect(of('DL07', aCaseA(), '2026-10-09', gates).map(({ key, state, severity }) => [key, state, severity])).toEqual([
      ['dl07-g15', 'overdue', 'red'],
      ['dl07-g09', 'overdue', 'red'],
      ['dl07-g06', 'waiting', 'calm'],
    ])
  })

  it('Case A: the file never comes onto the weeding list', () => {
    expect(of('DL11', aCaseA().lastEntry('2027-10-01'), '2090-01-01')).toEqual([])
  })
})

describe('Case B, deadlines', () => {
  it('Case B: he waited 23 days for a guardian, which is red', () => {
    expect(of('DL02', aCaseB(), '2026-09-25')).toMatchObject([{ state: 'done', since: '2026-08-26', values: { days: 23, red: 'yes' } }])
  })

  it('Case B: the wait warns from the first day and turns red after seven', () => {
    const on = (day: string) => of('DL02', aCaseB(), day).map(({ state, severity, due }) => [state, severity, due])
    expect(on('2026-08-03')).toEqual([['soon', 'warning', '2026-08-10']])
    expect(on('2026-08-09')).toEqual([['soon', 'warning', '2026-08-10']])
    expect(on('2026-08-10')).toEqual([['due', 'red', '2026-08-10']])
    expect(on('2026-08-25')).toEqual([['overdue', 'red', '2026-08-10']])
  })
})

describe('child protection', () => {
  it('a report of concern asks for an assessment the same day and a decision within fourteen', () => {
    const reported = aCase().concernReported('2026-02-10')
    expect(all(reported, '2026-02-10').filter((each) => ['DL01', 'DL12'].includes(each.id))).toMatchObject([
      { key: 'dl01-2026-02-10', due: '2026-02-10', state: 'due' },
      { key: 'dl12-2026-02-10', due: '2026-02-24', state: 'waiting' },
    ])
    expect(of('DL01', reported, '2026-02-11')).toMatchObject([{ state: 'overdue', severity: 'red', since: '2026-02-11' }])
    expect(of('DL12', reported, '2026-02-25')).toMatchObject([{ state: 'overdue' }])
  })

  it('a reporter who asked hears within seven days of the decision', () => {
    const asked = { reporterAskedForFeedback: true, inquiryDecision: { decidedOn: '2026-02-20', opened: true } }
    const reported = aCase().concernReported('2026-02-10', asked)
    expect(of('DL13', reported, '2026-02-19')).toMatchObject([{ due: null, state: 'waiting' }])
    expect(of('DL13', reported, '2026-02-20')).toMatchObject([{ due: '2026-02-27' }])
    const told = aCase().concernReported('2026-02-10', { ...asked, feedbackGivenOn: '2026-02-26' })
    expect(statesOf('DL13', told, ['2026-02-25', '2026-02-26', '2026-03-30'])).toEqual(['waiting', 'done', 'done'])
  })

  it('two reports of one day are told apart', () => {
    const twice = aCase().concernReported('2026-02-10').concernReported('2026-02-10', { recordedAt: '2026-02-10T15:00:00Z' })
    expect(of('DL12', twice, '2026-02-11').map((each) => each.key)).toEqual(['dl12-2026-02-10', 'dl12-2026-02-10-2'])
  })

  it('an inquiry is complete after four months, or on its extended day', () => {
    expect(of('DL03', aCase().inquiryOpened('2026-02-28'), '2026-03-01')).toMatchObject([{ due: '2026-06-28' }])
    const extended = aCase().inquiryOpened('2026-02-28', { extendedThrough: '2026-08-31' })
    expect(statesOf('DL03', extended, ['2026-08-30', '2026-08-31', '2026-09-01'])).toEqual(['waiting', 'due', 'overdue'])
  })

  it('a guardian who leaves without a successor opens a new wait', () => {
    const left = aCase().guardianAppointed('2026-02-11').guardianEnded('2026-05-01').guardianAppointed('2026-05-04', 'second')
    expect(of('DL02', left, '2026-06-01').map(({ key, values }) => [key, values['days']])).toEqual([
      ['dl02-2026-02-10', 1],
      ['dl02-2026-05-01', 3],
    ])
  })

  it('a Swedish citizen, or a child with its family, waits for no guardian under this act', () => {
    expect(of('DL02', aCase().citizenOf('SWE'), '2026-03-01')).toEqual([])
    expect(of('DL02', aCase().withChild({ accompaniment: 'with-family' }), '2026-03-01')).toEqual([])
  })
})

describe('permits and transfers', () => {
  it('the reflection period warns ten and five days before its end', () => {
    const granted = aCase().reflectionPeriodGranted('2026-02-20')
    const days = ['2026-03-11', '2026-03-12', '2026-03-22', '2026-03-23']
    expect(statesOf('DL04', granted, days)).toEqual(['waiting', 'soon', 'due', 'ended'])
  })

  it('a granted residence permit ends as decided and asks for a specially appointed custodian', () => {
    const granted = aCase().permit('PRM_TUT', 'granted', '2026-04-01', { validThrough: '2026-10-01' })
    expect(of('DL05', granted, '2026-08-03')).toMatchObject([{ due: '2026-10-01', state: 'soon' }])
    expect(of('DL14', granted, '2026-08-03')).toMatchObject([{ due: null, state: 'due', triggerOn: '2026-04-01' }])
    expect(of('DL14', granted.task('dl14', { dueOn: '2026-04-10' }), '2026-08-03')).toMatchObject([{ due: '2026-04-10', state: 'overdue' }])
    expect(of('DL14', granted.task('dl14', { doneOn: '2026-04-09' }), '2026-08-03')).toMatchObject([{ state: 'done' }])
  })

  it('a reflection period is no residence permit of that kind', () => {
    expect(of('DL14', aCase().reflectionPeriodGranted('2026-02-20'), '2026-03-01')).toEqual([])
  })

  it('logged transfers are reviewed a year after the first, and a review starts the year again', () => {
    const sent = aCase().transferred('2026-09-18').transferred('2026-09-25')
    expect(of('DL10', sent, '2026-10-01')).toMatchObject([{ key: 'dl10-2026-09-18', due: '2027-09-18', state: 'waiting' }])
    const reviewed = sent.task('dl10-2026-09-18', { doneOn: '2027-09-01' })
    expect(of('DL10', reviewed, '2027-09-02').map(({ due, state }) => [due, state])).toEqual([
      ['2027-09-18', 'done'],
      ['2028-09-01', 'waiting'],
    ])
  })
})

describe('after the handover', () => {
  const handedOver = aCaseA().handedOver('2026-10-01')

  it('the follow-ups become deadlines: within the window, due through the days of grace, then late', () => {
    const month = (day: string) => of('DL08', handedOver, day).find((each) => each.key === 'dl08-fu03')
    expect(['2026-10-25', '2026-10-26', '2026-11-02', '2026-11-07', '2026-11-08'].map((day) => month(day)?.state)).toEqual([
      ...['waiting', 'soon', 'due', 'due', 'overdue'],
    ])
    expect(month('2026-11-08')).toMatchObject({
      due: '2026-11-02',
      since: '2026-11-08',
      values: { movedFrom: '2026-10-31', calendarKnown: 'yes' },
    })
  })

  it('before it there are none', () => {
    expect(of('DL08', handedOver, '2026-09-30')).toEqual([])
  })

  it('no safeguard needs renewal any more', () => {
    expect(of('DL07', handedOver, '2026-10-09', [{ gate: 'G09', validThrough: '2026-10-08' }])).toMatchObject([{ state: 'ended' }])
  })

  it('överförmyndaren is asked to end the guardianship, until it has', () => {
    expect(of('DL15', handedOver, '2026-10-02')).toMatchObject([{ state: 'due', triggerOn: '2026-10-01' }])
    expect(of('DL15', handedOver.guardianEnded('2026-10-20', 'sven-fiktivsson'), '2026-10-20')).toMatchObject([{ state: 'done' }])
  })
})

it('facts after the day asked about do not count', () => {
  const later = aCase()
    .concernReported('2026-06-02', { protectionAssessedOn: '2026-06-02' })
    .permit('PRM_TUT', 'granted', '2026-06-02')
    .handedOver('2026-06-02')
    .guardianAppointed('2026-06-02')
  expect(all(later, '2026-06-01').map((each) => [each.id, each.state])).toEqual([
    ['DL02', 'overdue'],
    ['DL09', 'waiting'],
    ['DL06', 'waiting'],
  ])
})
