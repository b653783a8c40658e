import type { Palette } from './palette.ts'
import type { Picture, TableTwin } from './picture.ts'
import { diamond, drawing, element, label } from './svg.ts'

export type Station = { readonly time: string; readonly place: string; readonly act: string }

export type JourneyInput = {
  /** In order of travel; the last but one is the handover. Usually five. */
  readonly stations: readonly Station[]
  readonly responsibility: { readonly before: string; readonly after: string }
  /** Columns of the table twin: time, place, what happens, who is responsible. */
  readonly head: readonly [string, string, string, string]
}

export type Journey = Picture & { readonly table: TableTwin }

const height = 77
const lineY = 30
const edge = 5
const handoverAt = 0.6625

/** Stations on one line; the band below changes hands exactly under the diamond. */
export function journey({ stations, responsibility, head }: JourneyInput, palette: Palette, width = 480): Journey {
  const split = width * handoverAt
  const last = stations.length - 1
  const place = (index: number): number => {
    if (index === last) return width - edge
    return last < 2 ? edge : edge + ((split - edge) * index) / (last - 1)
  }
  const drawn = stations.map((station, index) => drawStation(station, place(index), index, last, palette))
  const line = element('line', { x1: edge, y1: lineY, x2: width - edge, y2: lineY, stroke: palette.ink, 'stroke-width': 1.4 })
  const after = stations.at(last - 1)
  return {
    svg: drawing(width, height, band(split, width, responsibility, palette) + line + drawn.join('')),
    width,
    height,
    alternative: {
      key: 'picture.journey',
      values: {
        from: stations[0]?.place ?? '',
        to: stations[last]?.place ?? '',
        time: after?.time ?? '',
        before: responsibility.before,
        after: responsibility.after,
      },
    },
    table: {
      head,
      rows: stations.map((station, index) => [
        station.time,
        station.place,
        station.act,
        index < last - 1 ? responsibility.before : responsibility.after,
      ]),
    },
  }
}

function drawStation(station: Station, x: number, index: number, last: number, palette: Palette): string {
  const anchor = index === 0 ? 'start' : index === last ? 'end' : 'middle'
  const at = x + (index === 0 ? -edge : index === last ? edge : 0)
  const mark =
    index === last - 1
      ? diamond(x, lineY, 7.07, palette.ink)
      : element('circle', { cx: x, cy: lineY, r: 4, fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.4 })
  return (
    mark +
    label(palette, at, lineY - 12, station.time, { size: 9.5, bold: true, anchor }) +
    label(palette, at, lineY + 16, station.place, { size: 8, bold: true, anchor }) +
    label(palette, at, lineY + 25, station.act, { size: 7.2, anchor, fill: palette.mute })
  )
}

function band(split: number, width: number, { before, after }: JourneyInput['responsibility'], palette: Palette): string {
  const box = { y: 62.5, height: 12.5, stroke: palette.accent, 'stroke-width': 1 }
  const words = { size: 7.8, bold: true }
  return (
    element('rect', { x: 0.5, width: split - 0.5, fill: palette.accent, ...box }) +
    element('rect', { x: split, width: width - split - 0.5, fill: palette.paper, ...box }) +
    label(palette, 6, 71.6, before, { ...words, fill: palette.onAccent }) +
    label(palette, split + 6, 71.6, after, { ...words, fill: palette.accent })
  )
}
