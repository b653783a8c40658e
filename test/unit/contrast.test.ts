import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../src-renderer/styles/tokens.css', import.meta.url), 'utf8')

/** The colours of one scheme as the style sheet gives them. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1] ?? '', found[2] ?? '']))
}
const schemes = { light: tokens(':root'), dark: tokens('[data-theme="dark"]') }

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(scheme: ReadonlyMap<string, string>, front: string, ground: string): number {
  const [one, other] = [front, ground].map((name) => {
    const colour = scheme.get(name)
    if (colour === undefined) throw new Error(`tokens.css has no --${name}`)
    return luminance(colour)
  })
  const [high = 1, low = 1] = [one ?? 0, other ?? 0].toSorted((first, second) => second - first)
  return (high + 0.05) / (low + 0.05)
}

/** Text of any size, on each ground on which it stands. */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['surface', 'bg', 'rail', 'sunken', 'accent-soft', 'stop-soft', 'r1', 'r2', 'r3', 'r4']],
  ['muted', ['surface', 'bg', 'rail', 'sunken', 'accent-soft', 'open-soft']],
  ['accent', ['surface', 'bg', 'accent-soft', 'sunken']],
  ['on-accent', ['accent']],
  ['met', ['surface', 'met-soft', 'sunken']],
  ['open', ['surface', 'open-soft']],
  ['started', ['surface', 'started-soft']],
  ['soon', ['surface', 'soon-soft', 'accent-soft', 'sunken']],
  ['expired', ['surface', 'expired-soft']],
  ['stop', ['surface', 'stop-soft', 'sunken']],
  ['over', ['surface', 'over-soft']],
]

/** Borders of controls, outlines of signs, the focus ring. */
const graphics: readonly (readonly [string, readonly string[]])[] = [
  ['ctl', ['surface', 'bg', 'rail']],
  ['focus', ['surface', 'bg', 'rail', 'accent-soft']],
]

const pairs = (list: typeof texts) => list.flatMap(([front, grounds]) => grounds.map((ground) => ({ front, ground })))

describe.each(['light', 'dark'] as const)('in the %s scheme', (name) => {
  test.each(pairs(texts))('$front can be read on $ground', ({ front, ground }) => {
    expect(contrast(schemes[name], front, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(pairs(graphics))('$front can be made out on $ground', ({ front, ground }) => {
    expect(contrast(schemes[name], front, ground)).toBeGreaterThanOrEqual(3)
  })
  test('both schemes name the same colours', () => {
    expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()])
  })
})
