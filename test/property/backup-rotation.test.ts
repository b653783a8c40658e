import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rotateBackups } from '#domain/backup-rotation.ts'

const instants = fc.array(
  fc
    .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  { minLength: 1, maxLength: 120 },
)
const after = '2027-01-01T00:00:00.000Z'

describe('the rotation of copies', () => {
  it('keeps the newest, keeps or removes each, and keeps at most 7 days, 4 weeks and 12 months', () => {
    fc.assert(
      fc.property(instants, (made) => {
        const { keep, remove } = rotateBackups(made, after)
        expect(keep[0]).toBe(made.toSorted().at(-1))
        expect([...keep, ...remove].sort()).toEqual([...new Set(made)].sort())
        expect(keep.length).toBeLessThanOrEqual(7 + 4 + 12)
      }),
    )
  })

  it('removes nothing more when it runs again', () => {
    fc.assert(
      fc.property(instants, (made) => {
        expect(rotateBackups(rotateBackups(made, after).keep, after).remove).toEqual([])
      }),
    )
  })

  it('run after each copy keeps what it keeps of all of them', () => {
    fc.assert(
      fc.property(instants, (made) => {
        let kept: readonly string[] = []
        for (const instant of made.toSorted()) kept = rotateBackups([...kept, instant], instant).keep
        expect(kept).toEqual(rotateBackups(made, after).keep)
      }),
    )
  })

  it('of a copy a day for two years keeps a week of days, four weeks and twelve months', () => {
    const made = Array.from({ length: 730 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day, 15)).toISOString())
    const { keep } = rotateBackups(made, '2026-12-31T16:00:00.000Z')
    expect(keep.map((instant) => instant.slice(0, 10))).toEqual([
      ...['2026-12-31', '2026-12-30', '2026-12-29', '2026-12-28', '2026-12-27', '2026-12-26', '2026-12-25'],
      ...['2026-12-20', '2026-12-13', '2026-11-30', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31'],
    ])
  })

  it('a copy from a day that has not come stays, and takes the place of none', () => {
    const made = ['2031-01-01T00:00:00.000Z', '2026-10-01T09:00:00.000Z', '2026-10-01T08:00:00.000Z']
    expect(rotateBackups(made, '2026-10-01T10:00:00.000Z')).toEqual({ keep: made.slice(0, 2), remove: made.slice(2) })
  })
})
