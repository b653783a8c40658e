import type { House } from './real-house.ts'

/** What a user would meet after opening: the journal, and each case. */
export async function foundInside(house: House): Promise<string | undefined> {
  try {
    const verdict = JSON.stringify(await house.insist('journal.verify', {}))
    if (!verdict.includes('"intact":true')) return 'journal verify'
    for (const reference of ['HV-2026-0001', 'HV-2026-0002']) await house.insist('case.export', { reference, operationId: reference })
    await house.insist('signer.show', {})
    return undefined
  } catch (error) {
    return `reading: ${error instanceof Error ? error.message : ''}`
  } finally {
    await house.close()
  }
}
