import { beforeAll, describe, expect, it } from 'vitest'
import { verifyPdf } from '#documents/signing/verify-pdf.ts'
import { CHAIN_FORGERIES } from '../../support/signing-chain-forgeries.ts'
import { CONTAINER_FORGERIES } from '../../support/signing-container-forgeries.ts'
import { DAMAGED_FORGERIES, PLACE_FORGERIES } from '../../support/signing-damaged-forgeries.ts'
import { type Kit, makeKit } from '../../support/signing-kit.ts'
import { SHOWN_FORGERIES } from '../../support/signing-shown-forgeries.ts'
import { GOOD_FILES, INSIDER_FORGERIES, SIGNER_FORGERIES } from '../../support/signing-signer-forgeries.ts'

const FORGERIES = [
  ...CONTAINER_FORGERIES,
  ...PLACE_FORGERIES,
  ...SHOWN_FORGERIES,
  ...DAMAGED_FORGERIES,
  ...CHAIN_FORGERIES,
  ...SIGNER_FORGERIES,
  ...INSIDER_FORGERIES,
]

it('there are 94 forgeries and 5 good files', () => {
  expect(FORGERIES).toHaveLength(94)
  expect(GOOD_FILES).toHaveLength(5)
})

describe.each([
  ['a plan with a classic table', false],
  ['a packed plan', true],
])('%s', (_title, isPacked) => {
  let kit: Kit
  beforeAll(async () => {
    kit = await makeKit(isPacked)
  })

  it.each(FORGERIES)('$name: refused, $code', async ({ build, keeps, code, verdict = 'do-not-trust', foreign }) => {
    const file = await build(kit)
    const options = keeps ? { ...kit.signers.options, previous: keeps(kit) } : kit.signers.options
    const found = verifyPdf(file, options)
    expect(found).toMatchObject({ verdict, codes: expect.arrayContaining([code]) })
    if (foreign) expect(verifyPdf(file, { ...kit.signers.options, profile: 'foreign' }).verdict).toBe(foreign)
  })

  it.each(GOOD_FILES)('$name: intact and trusted', ({ build }) => {
    const found = verifyPdf(build(kit), kit.signers.options)
    expect(found).toMatchObject({ verdict: 'intact-trusted', codes: [] })
    expect(verifyPdf(build(kit), { ...kit.signers.options, profile: 'foreign' }).verdict).toBe('intact-trusted')
  })
})
