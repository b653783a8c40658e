import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { openDemonstration } from '#shells/demonstration.ts'

test('the demonstration behind a window suggests the user’s own folder for plans, never the program’s', async () => {
  const house = await openDemonstration({ language: 'sv' })
  try {
    expect(await house.application.answer('register.status', {})).toMatchObject({ ok: true, value: { exportFolder: homedir() } })
  } finally {
    await house.close()
  }
})
