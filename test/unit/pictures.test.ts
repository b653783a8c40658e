import { describe, expect, test } from 'vitest'
import { factorSquares } from '#domain/pictures/factor-squares.ts'
import { followUpCalendar } from '#domain/pictures/follow-up-calendar.ts'
import { journey } from '#domain/pictures/journey.ts'
import { chipSample, levelSample } from '#domain/pictures/legend.ts'
import { levelBars } from '#domain/pictures/level-bars.ts'
import { type Palette, printPalette } from '#domain/pictures/palette.ts'
import { type MatrixInput, riskMatrix } from '#domain/pictures/risk-matrix.ts'
import { type SafeguardMark, safeguardStrip } from '#domain/pictures/safeguard-strip.ts'
import { shareBar, shareBars } from '#domain/pictures/share-bars.ts'
import { markupFault } from '../support/well-formed.ts'

const scheme: MatrixInput['scheme'] = {
  likelihood: [1, 2, 3, 4],
  severity: [1, 2, 3, 4],
  levels: [
    { id: 'low', from: 1, to: 3 },
    { id: 'medium', from: 4, to: 6 },
    { id: 'high', from: 8, to: 9 },
    { id: 'critical', from: 12, to: 16 },
  ],
}
const matrix: MatrixInput = {
  scheme,
  factors: [
    { code: 'RF08', before: { likelihood: 4, severity: 2 }, now: { likelihood: 3, severity: 2 } },
    { code: 'RC01', now: { likelihood: 3, severity: 2 } },
    { code: 'RF01', now: { likelihood: 3, severity: 4 }, expected: { likelihood: 2, severity: 4 } },
  ],
  labels: {
    likelihood: 'Sannolikhet',
    severity: 'Allvar',
    likelihoods: ['osannolik', 'möjlig', 'trolig', 'mycket trolig'],
    severities: ['lindrig', 'kännbar', 'allvarlig', 'livshotande'],
    levels: { low: 'Låg', medium: 'Medel', high: 'Hög', critical: 'Kritisk' },
    head: ['Kod', 'Före', 'Nu', 'Nivå'],
  },
}
const marks: readonly SafeguardMark[] = [
  ...Array.from({ length: 5 }, (): SafeguardMark => ({ kind: 'soft', state: 'open' })),
  ...Array.from({ length: 19 }, (): SafeguardMark => ({ kind: 'hard', state: 'met' })),
]
const stations = [
  { time: 'Morgon', place: 'Malmö', act: 'samtycket bekräftas' },
  { time: '10:05', place: 'Köpenhamn CPH', act: 'flyget lyfter' },
  { time: '13:40', place: 'Bukarest OTP', act: 'flyget landar' },
  { time: '14:35', place: 'Överlämning', act: 'flygplatsen OTP' },
  { time: 'Kväll', place: 'Bacău', act: 'hos sin <moster> & "vän"' },
]
const travel = {
  stations,
  responsibility: { before: 'Ansvar: Malmö', after: 'Ansvar: DGASPC' },
  head: ['Tid', 'Plats', 'Vad', 'Ansvar'] as const,
}
const calendar = {
  contacts: [
    { code: 'FU00', day: 1, label: '2 okt', kind: 'call' as const },
    { code: 'FU03', day: 32, label: '2 nov', kind: 'visit' as const },
    { code: 'FU07', day: 365, label: '1 okt', kind: 'visit' as const },
  ],
  months: [
    { day: 0, label: 'okt' },
    { day: 31, label: 'nov' },
  ],
  labels: {
    firstWeeks: 'De första fem veckorna',
    wholeTime: 'Hela året',
    visit: 'besök',
    call: 'samtal',
    handover: 'överlämning',
    weeks: ['dag 0', 'dag 7', 'dag 14'],
    head: ['Nr', 'Datum', 'Sätt'] as const,
  },
}
const shares = [
  { label: 'Före resan', value: 12530, written: '12 530,00' },
  { label: 'Efter hemkomsten', value: 43355, written: '43 355,50' },
]

const draw = (palette: Palette) => ({
  strip: safeguardStrip(marks, palette),
  matrix: riskMatrix(matrix, palette),
  level: levelBars('medium', palette),
  journey: journey(travel, palette),
  calendar: followUpCalendar(calendar, palette),
  share: shareBar(0.4, palette),
  shares: shareBars(shares, ['Fas', 'Kronor'], palette),
  squares: factorSquares(['return', 'neutral', 'stay', 'unclear'], palette),
  chip: chipSample('before', palette),
  swatch: levelSample('high', palette),
})
const ofWindow = { fill: 'var(--r1)', text: 'var(--ink)' }
const windowPalette: Palette = {
  ink: 'var(--ink)',
  mute: 'var(--muted)',
  paper: 'var(--surface)',
  tint: 'var(--sunken)',
  accent: 'var(--accent)',
  onAccent: 'var(--on-accent)',
  levels: { low: ofWindow, medium: ofWindow, high: ofWindow, critical: ofWindow },
  fontFamily: 'Source Sans 3',
}
const pictures = Object.entries(draw(printPalette))
const count = (svg: string, part: string) => svg.split(part).length - 1

describe('every picture', () => {
  test.each(pictures)('%s is well-formed and as large as it says', (_name, { svg, width, height }) => {
    expect(markupFault(svg)).toBeUndefined()
    const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)
    expect([Number(size?.[1]), Number(size?.[2])]).toEqual([Math.round(width * 100) / 100, Math.round(height * 100) / 100])
  })

  test.each(pictures)('%s carries presentation attributes only', (_name, { svg }) => {
    expect(svg).not.toMatch(/ style=| class=|<style|<script| on\w+=/)
  })

  test('equal data give equal bytes', () => {
    expect(draw(printPalette)).toEqual(draw(printPalette))
  })

  test('takes its colours and its face from the palette alone', () => {
    for (const { svg } of Object.values(draw(windowPalette))) {
      expect(svg).not.toMatch(/#[0-9a-f]{3,6}"/)
      expect(svg).not.toContain(printPalette.fontFamily)
    }
    expect(draw(windowPalette).strip.svg).toContain('fill="var(--ink)"')
  })

  test('text is never smaller than 6.8 points', () => {
    const sizes = pictures.flatMap(([, { svg }]) => [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6.8)
  })
})

describe('the safeguard strip', () => {
  const { strip } = draw(printPalette)

  test('draws one mark per safeguard, those that must be met first', () => {
    expect(count(strip.svg, '<rect')).toBe(24)
    expect(strip.svg.indexOf('rx="0.5"')).toBeLessThan(strip.svg.indexOf('rx="4.7"'))
    expect(strip.svg.lastIndexOf('rx="0.5"')).toBeLessThan(strip.svg.indexOf('rx="4.7"'))
  })

  test('ticks what is met and only that', () => {
    expect(count(strip.svg, '<path')).toBe(19)
    expect(strip.alternative.values).toEqual({ met: 19, open: 5, total: 24 })
  })
})

describe('the risk matrix', () => {
  const { matrix: picture } = draw(printPalette)

  test('draws what counts now as a box and what was before as a dashed pill', () => {
    expect(count(picture.svg, 'stroke-dasharray')).toBe(1)
    expect(count(picture.svg, '>RF08<')).toBe(2)
    expect(picture.svg).toContain('>(RF01)<')
  })

  test('says the same in its table', () => {
    expect(picture.table.rows).toEqual([
      ['RF08', '4×2\u00a0=\u00a08', '3×2\u00a0=\u00a06', 'Medel'],
      ['RC01', '3×2\u00a0=\u00a06', '3×2\u00a0=\u00a06', 'Medel'],
      ['RF01', '3×4\u00a0=\u00a012', '3×4\u00a0=\u00a012', 'Kritisk'],
    ])
  })

  test('shows at most four chips in a cell and how many more there are', () => {
    const crowd = Array.from({ length: 6 }, (_, index) => ({ code: `RI0${index + 1}`, now: { likelihood: 2, severity: 2 } as const }))
    const { svg, table } = riskMatrix({ ...matrix, factors: crowd }, printPalette)
    expect(svg).toContain('>+3<')
    expect(count(svg, '>RI0')).toBe(3)
    expect(table.rows).toHaveLength(6)
  })

  test('leaves out the place of a factor whose level is unknown', () => {
    const { svg, table } = riskMatrix({ ...matrix, factors: [{ code: 'RI01' }] }, printPalette)
    expect(svg).not.toContain('RI01')
    expect(table.rows).toEqual([['RI01', '–', '–', '–']])
  })

  test('keeps its four fills apart in a grey copy', () => {
    const lightness = (hex: string) => {
      const linear = [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      const [red = 0, green = 0, blue = 0] = linear
      return 116 * Math.cbrt(0.2126 * red + 0.7152 * green + 0.0722 * blue) - 16
    }
    const steps = Object.values(printPalette.levels).map(({ fill }) => lightness(fill))
    for (const [index, value] of steps.entries()) if (index > 0) expect((steps[index - 1] ?? 0) - value).toBeGreaterThanOrEqual(10)
  })
})

describe('the journey', () => {
  const { journey: picture } = draw(printPalette)

  test('hands the responsibility over exactly under the diamond', () => {
    const diamond = /<path d="M([\d.]+) /.exec(picture.svg)?.[1]
    const outlined = [...picture.svg.matchAll(/<rect x="([\d.]+)"/g)].map(([, x]) => x)
    expect(outlined).toContain(diamond)
  })

  test('says in its table who is responsible at each station', () => {
    expect(picture.table.rows.map((row) => row[3])).toEqual([
      'Ansvar: Malmö',
      'Ansvar: Malmö',
      'Ansvar: Malmö',
      'Ansvar: DGASPC',
      'Ansvar: DGASPC',
    ])
  })
})

describe('the follow-up calendar', () => {
  test('draws the contact after a month on both scales, earlier ones above, later ones below', () => {
    const { svg } = draw(printPalette).calendar
    expect([count(svg, '>FU00<'), count(svg, '>FU03<'), count(svg, '>FU07<')]).toEqual([1, 2, 1])
  })
})

describe('level bars', () => {
  test.each([
    ['unknown', 0],
    ['low', 1],
    ['critical', 4],
  ] as const)('%s fills %d of four', (level, filled) => {
    expect(count(levelBars(level, printPalette).svg, `fill="${printPalette.ink}"`)).toBe(filled)
  })
})
