import { expect, it } from 'vitest'
import { tableLines } from '#shells/cli/print/table.ts'
import { visible } from '#shells/cli/print/visible.ts'

it('what a terminal would obey is spelled out, and stays the JSON that it was', () => {
  expect(visible('brev\u001b[31m.txt\u009b2J \u202egnp.exe')).toBe('brev\\u001b[31m.txt\\u009b2J \\u202egnp.exe')
  expect(JSON.parse(visible(JSON.stringify({ name: 'å\u009b' })))).toEqual({ name: 'å\u009b' })
  expect(visible('två\nrader')).toBe('två\nrader')
})

it('a line break in a name breaks no table', () => {
  expect(tableLines([['a\nb', 'c']])).toEqual(['a\\nb  c'])
})
