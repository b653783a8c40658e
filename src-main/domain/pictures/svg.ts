import type { Palette } from './palette.ts'

export type Attributes = Readonly<Record<string, string | number | undefined>>

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

/** Two decimals are finer than any printer; fixed so that equal data give equal bytes. */
const written = (value: string | number): string => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value))

export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${written(value)}"`))
  return content === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${content}</${name}>`
}

export const drawing = (width: number, height: number, content: string): string =>
  element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${written(width)} ${written(height)}` }, content)

export type TextStyle = {
  readonly size: number
  readonly bold?: boolean
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly fill?: string
}

export const label = (palette: Palette, x: number, y: number, text: string, style: TextStyle): string =>
  element(
    'text',
    {
      x,
      y,
      'font-family': palette.fontFamily,
      'font-size': style.size,
      'font-weight': style.bold ? 'bold' : undefined,
      'text-anchor': style.anchor ?? 'start',
      fill: style.fill ?? palette.ink,
    },
    escaped(text),
  )

/** A square standing on its corner: the handover. */
export const diamond = (x: number, y: number, half: number, fill: string): string =>
  element('path', { d: `M${written(x)} ${written(y - half)} l${half} ${half} l${-half} ${half} l${-half} ${-half} z`, fill })
