import { describe, expect, it } from 'vitest'
import { countryProfile, type OwnCountry } from '#domain/countries/profile.ts'
import { countryMap, ringPoints } from '#domain/pictures/country-map.ts'
import { printPalette } from '#domain/pictures/palette.ts'
import { mapsPort } from '#shells/wiring/maps-port.ts'
import { catalogue } from '../support/examples.ts'

const own = (change: Partial<OwnCountry> = {}): OwnCountry => ({
  country: 'RO',
  emergency: [],
  helplines: [],
  holidays: [],
  source: 'Påhittad uppgift',
  checkedOn: '2026-06-15',
  ...change,
})
const today = '2026-09-30'

describe('what is known of a country', () => {
  it('is the catalogue until the office writes, and is said to be it', () => {
    expect(countryProfile('RO', undefined, catalogue, today)).toMatchObject({
      eea: true,
      emergency: { value: [{ service: 'all', number: '112' }], from: 'catalogue' },
      weekend: { value: [6, 7], from: 'catalogue' },
      stale: true,
    })
  })

  it('is the office’s word where it has one, field by field', () => {
    const written = own({ emergency: [{ service: 'police', number: '0700 01' }], weekend: [5, 6] })
    expect(countryProfile('RO', written, catalogue, today)).toMatchObject({
      emergency: { value: [{ service: 'police', number: '0700 01' }], from: 'office' },
      weekend: { value: [5, 6], from: 'office' },
      stale: false,
    })
    expect(countryProfile('RO', own(), catalogue, today).emergency?.from).toBe('catalogue')
    expect(countryProfile('AF', undefined, catalogue, today).emergency).toBeUndefined()
  })

  it('is to be looked at again after a year', () => {
    const stale = (on: string) => countryProfile('RO', own(), catalogue, on).stale
    expect([stale('2027-06-15'), stale('2027-06-16')]).toEqual([false, true])
  })
})

describe('a map without a network', () => {
  const maps = mapsPort()
  const head = ['Ort', 'Partner', 'Att kontrollera'] as const

  it('knows every country of the catalogue, and its towns lie in or near it', () => {
    for (const { id } of catalogue.countries) {
      const points = maps.rings(id).flatMap(ringPoints)
      expect(points.length, id).toBeGreaterThan(3)
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      for (const { name, latitude, longitude } of maps.towns(id)) {
        expect(longitude, name).toBeGreaterThan(Math.min(...xs) - 0.3)
        expect(longitude, name).toBeLessThan(Math.max(...xs) + 0.3)
        expect(latitude, name).toBeGreaterThan(Math.min(...ys) - 0.3)
        expect(latitude, name).toBeLessThan(Math.max(...ys) + 0.3)
      }
    }
  })

  it('draws the places inside the picture and says the same in its table', () => {
    const places = [
      { name: 'Bacău', latitude: 46.57, longitude: 26.91, partners: 2, stale: 0 },
      { name: 'București', latitude: 44.43, longitude: 26.1, partners: 1, stale: 1 },
    ]
    const map = countryMap(maps.rings('RO'), places, head, printPalette)
    const marks = [...map.svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(marks).toHaveLength(2)
    for (const [x = -1, y = -1] of marks) {
      expect(x > 0 && x < map.width && y > 0 && y < map.height).toBe(true)
    }
    // Bacău lies north of București.
    expect(marks[0]?.[1]).toBeLessThan(marks[1]?.[1] ?? 0)
    // Only where all must be checked again is the mark open.
    expect(map.svg.match(/stroke-dasharray/g)).toHaveLength(1)
    expect(map.table).toEqual({
      head,
      rows: [
        ['Bacău', '2', '0'],
        ['București', '1', '1'],
      ],
    })
    expect(map.alternative.values).toEqual({ places: 2, partners: 3 })
  })

  it('stands without an outline and without places, and writes a name as text only', () => {
    expect(countryMap([], [], head, printPalette).svg).toContain('<svg')
    const [place] = [{ name: '<b>', latitude: 1, longitude: 1, partners: 1, stale: 0 }]
    expect(countryMap([], [place], head, printPalette).svg).toContain('&lt;b&gt;')
  })
})
