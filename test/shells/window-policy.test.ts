import { expect, test } from 'vitest'
import { isOurs, mayNavigate, serve } from '#shells/window-policy.ts'

test.each([
  ['https://app.invalid/index.html', true],
  ['https://app.invalid/assets/a.js', true],
  ['https://app.invalid:443/index.html', true],
  ['http://app.invalid/index.html', false],
  ['https://app.invalid.example/index.html', false],
  ['https://app.invalid@example.org/', false],
  ['blob:https://app.invalid/0f', false],
  ['file:///index.html', false],
  ['data:text/html,x', false],
  ['not an address', false],
])('%s is ours: %s', (address, expected) => {
  expect(isOurs(address)).toBe(expected)
})

test('only the top frame may go, and only to the first page', () => {
  expect(mayNavigate('https://app.invalid/index.html', true)).toBe(true)
  expect(mayNavigate('https://app.invalid/index.html#risk', true)).toBe(true)
  expect(mayNavigate('https://app.invalid/index.html', false)).toBe(false)
  expect(mayNavigate('https://app.invalid/other.html', true)).toBe(false)
  expect(mayNavigate('blob:https://app.invalid/index.html', true)).toBe(false)
})

test('a refusal carries the policy as well, and no content', async () => {
  const served = await serve(new URL('file:///no/such/folder/'), 'GET', 'https://app.invalid/index.html')
  expect(served.status).toBe(404)
  expect(served.body.length).toBe(0)
  expect(served.headers['content-security-policy']).toContain("default-src 'none'")
})
