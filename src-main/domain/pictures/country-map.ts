import type { Palette } from './palette.ts'
import type { Picture, TableTwin } from './picture.ts'
import { drawing, element, label } from './svg.ts'

export type MapPlace = {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly partners: number
  /** How many of them may not be chosen in a new plan. */
  readonly stale: number
}
export type CountryMap = Picture & { readonly table: TableTwin }

type Point = readonly [longitude: number, latitude: number]

/** A ring as the shipped maps write it: its first point in hundredths of a degree, then the steps to the next ones. */
export function ringPoints(ring: string): readonly Point[] {
  const numbers = ring.split(' ').map(Number)
  let [x, y] = [0, 0]
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => {
    x += numbers[at * 2] ?? 0
    y += numbers[at * 2 + 1] ?? 0
    return [x / 100, y / 100]
  })
}

/** Where a point stands on the paper. Degrees of longitude are made as wide as they are in the middle of the country. */
type Projection = { readonly at: (point: Point) => Point; readonly height: number }

const edge = 12

function projectionOf(points: readonly Point[], width: number, tallest: number): Projection {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const narrowing = Math.max(0.2, Math.cos((((south + north) / 2) * Math.PI) / 180))
  const [across, along] = [Math.max(0.1, (east - west) * narrowing), Math.max(0.1, north - south)]
  const scale = Math.min((width - 2 * edge) / across, (tallest - 2 * edge) / along)
  const left = (width - across * scale) / 2
  return {
    at: ([longitude, latitude]) => [left + (longitude - west) * narrowing * scale, edge + (north - latitude) * scale],
    height: along * scale + 2 * edge,
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10
const path = (points: readonly Point[]) => `M${points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}Z`

function markOf({ name, partners, stale }: MapPlace, [x, y]: Point, width: number, palette: Palette): string {
  const size = 3.5 + Math.min(4, partners)
  // All that is there must be checked again: an open mark, so that colour alone says nothing.
  const look =
    stale === partners
      ? { fill: palette.paper, stroke: palette.mute, 'stroke-dasharray': '2 1.5' }
      : { fill: palette.accent, stroke: palette.paper }
  const onRight = x < width * 0.66
  const words = partners > 1 ? `${name} ${partners}` : name
  return (
    element('circle', { cx: rounded(x), cy: rounded(y), r: size, 'stroke-width': 1.4, ...look }) +
    label(palette, rounded(x + (onRight ? size + 3 : -size - 3)), rounded(y + 3), words, {
      size: 9,
      bold: true,
      anchor: onRight ? 'start' : 'end',
    })
  )
}

/**
 * The outline of a country and where its partners are; `head` names the columns of the table twin: town, partners, to be checked.
 * Without an outline the places alone are drawn.
 */
export function countryMap(
  rings: readonly string[],
  places: readonly MapPlace[],
  head: readonly [string, string, string],
  palette: Palette,
  { width = 320, tallest = 260 }: { readonly width?: number; readonly tallest?: number } = {},
): CountryMap {
  const shapes = rings.map(ringPoints)
  const marks = places.map((place): Point => [place.longitude, place.latitude])
  const all = [...shapes.flat(), ...marks]
  const { at, height } = all.length === 0 ? { at: (point: Point) => point, height: 2 * edge } : projectionOf(all, width, tallest)
  const land = shapes.map((shape) =>
    element('path', { d: path(shape.map(at)), fill: palette.tint, stroke: palette.mute, 'stroke-width': 0.8, 'stroke-linejoin': 'round' }),
  )
  const drawn = places.map((place, index) => markOf(place, at(marks[index] ?? [0, 0]), width, palette))
  return {
    svg: drawing(width, rounded(height), [...land, ...drawn].join('')),
    width,
    height: rounded(height),
    alternative: {
      key: 'picture.countryMap',
      values: { places: places.length, partners: places.reduce((sum, { partners }) => sum + partners, 0) },
    },
    table: { head, rows: places.map(({ name, partners, stale }) => [name, String(partners), String(stale)]) },
  }
}
