import { describe, expect, it } from 'vitest'
import { type Advice, type AdviceDetails, adviceYear, inAdviceOrder } from '#domain/advice/advice.ts'

const topics = ['return-procedure', 'secrecy', 'travel']
const asked = (id: string, askedOn: string, answeredOn?: string, change: Partial<AdviceDetails> = {}): Advice => ({
  id,
  details: { askedOn, channel: 'phone', askerKind: 'municipality', organisation: 'Påhittade kommun', topics: ['secrecy'], ...change },
  ...(answeredOn === undefined ? {} : { answer: { on: answeredOn, by: 'Anna Testberg', what: 'Svar.' } }),
})

describe('a year of advice', () => {
  it('counts what was asked in it, also when it was answered in the next', () => {
    const all = [
      asked('1', '2025-12-31', '2026-01-02'),
      asked('2', '2026-01-01', '2026-01-01', { topics: ['secrecy', 'travel'] }),
      asked('3', '2026-03-05', '2026-03-15', { askerKind: 'police', caseReference: 'HV-2026-0001' }),
      asked('4', '2026-12-31', '2027-01-10'),
      asked('5', '2026-12-31'),
    ]
    expect(adviceYear(all, 2026, topics)).toEqual({
      year: 2026,
      asked: 4,
      answered: 3,
      waiting: 1,
      withCase: 1,
      medianDays: 10,
      byAsker: [
        { id: 'municipality', count: 3 },
        { id: 'police', count: 1 },
      ],
      byTopic: [
        { id: 'secrecy', count: 4 },
        { id: 'travel', count: 1 },
      ],
      byMonth: [1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2],
    })
  })

  it('without an answer has no days to it, and with two has the middle of both', () => {
    expect(adviceYear([asked('1', '2026-01-01')], 2026, topics).medianDays).toBeUndefined()
    expect(adviceYear([asked('1', '2026-01-01', '2026-01-02'), asked('2', '2026-01-01', '2026-01-05')], 2026, topics).medianDays).toBe(2.5)
  })

  it('stands with what waits first, the one that has waited longest at the top', () => {
    const all = [
      asked('1', '2026-01-01', '2026-01-02'),
      asked('2', '2026-05-01'),
      asked('3', '2026-02-01'),
      asked('4', '2026-06-01', '2026-06-01'),
    ]
    expect(inAdviceOrder(all).map(({ id }) => id)).toEqual(['3', '2', '4', '1'])
  })
})
