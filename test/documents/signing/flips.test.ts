import { expect, it } from 'vitest'
import { verifyPdf } from '#documents/signing/verify-pdf.ts'
import { makeSigners, signOrFail } from '../../support/signing-kit.ts'
import { makeUnsignedPlan } from '../../support/signing-plans.ts'

const signers = makeSigners()
const { organisation, partner } = signers.identities

/** Places that still pass after one bit was changed there. */
function survivors(file: Buffer, bitsAt: (place: number) => readonly number[]): number[] {
  expect(verifyPdf(file, signers.options).verdict).toBe('intact-trusted')
  const changed = Buffer.from(file)
  const passed: number[] = []
  for (let place = 0; place < changed.length; place++) {
    for (const bit of bitsAt(place)) {
      changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place)
      const { verdict } = verifyPdf(changed, signers.options)
      if (verdict === 'intact-trusted' || verdict === 'intact-unknown-signer') passed.push(place)
      changed.writeUInt8(changed.readUInt8(place) ^ (1 << bit), place)
    }
  }
  return passed
}

const oneBit = (place: number) => [place % 8]
const ALL_BITS = [0, 1, 2, 3, 4, 5, 6, 7]
const SLOW = 180_000
/** In the middle of the zeros kept for the signature: the first test flips each of them, the others need not again. */
const isPadding = (file: Buffer, place: number) => file.toString('latin1', place - 20, place + 20) === '0'.repeat(40)

it('no byte of a signed plan can be changed unseen', { timeout: SLOW }, async () => {
  const plan = await signOrFail(await makeUnsignedPlan(), organisation, 'organisation')
  expect(survivors(plan, oneBit)).toEqual([])
})

it('no byte of a signed plan with object streams can be changed unseen', { timeout: SLOW }, async () => {
  const plan = await signOrFail(await makeUnsignedPlan({ isPacked: true }), organisation, 'organisation')
  expect(survivors(plan, (place) => (isPadding(plan, place) ? [] : oneBit(place)))).toEqual([])
})

it('no bit of ByteRange or of the signature itself can be changed unseen', { timeout: SLOW }, async () => {
  const plan = await signOrFail(await makeUnsignedPlan(), organisation, 'organisation')
  const range = plan.indexOf('/ByteRange')
  expect(survivors(plan, (place) => (place < range || isPadding(plan, place) || place > range + 4000 ? [] : ALL_BITS))).toEqual([])
})

it('no third byte that two signatures with time stamps add to a plan can be changed unseen', { timeout: SLOW }, async () => {
  const unsigned = await makeUnsignedPlan()
  const one = await signOrFail(unsigned, organisation, 'organisation', signers.stamp(0x51))
  const two = await signOrFail(one, partner, 'partner', signers.stamp(0x52))
  expect(survivors(two, (place) => (place < unsigned.length || place % 3 > 0 || isPadding(two, place) ? [] : oneBit(place)))).toEqual([])
})
