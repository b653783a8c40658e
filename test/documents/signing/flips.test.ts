import { expect, it } from 'vitest'
import { verifyPdf } from '#documents/signing/verify-pdf.ts'
import { makeSigners, signOrFail } from '../../support/signing-kit.ts'
import { makeUnsignedPlan } from '../../support/signing-plans.ts'

const signers = makeSigners()
const { organisation, partner } = signers.identities

/** Places that still pass after one bit was changed there. */
function survivors(file: Buffer, bitsAt: (place: number) => readonly number[]): number[] {
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
const SLOW = 120_000

it.each([
  ['a classic table', false],
  ['object streams', true],
])(
  'no byte of a signed plan with %s can be changed unseen',
  async (_title, isPacked) => {
    const plan = await signOrFail(await makeUnsignedPlan({ isPacked }), organisation, 'organisation')
    expect(verifyPdf(plan, signers.options).verdict).toBe('intact-trusted')
    expect(survivors(plan, oneBit)).toEqual([])
  },
  SLOW,
)

it(
  'no bit of ByteRange or of the signature itself can be changed unseen',
  async () => {
    const plan = await signOrFail(await makeUnsignedPlan(), organisation, 'organisation')
    const range = plan.indexOf('/ByteRange')
    const padding = plan.indexOf('0'.repeat(64), range)
    expect(survivors(plan, (place) => (place >= range && place < padding + 64 ? ALL_BITS : []))).toEqual([])
  },
  SLOW,
)

it(
  'no byte of a countersigned plan with time stamps can be changed unseen',
  async () => {
    const one = await signOrFail(await makeUnsignedPlan(), organisation, 'organisation', signers.stamp(0x51))
    const two = await signOrFail(one, partner, 'partner', signers.stamp(0x52))
    const isPadding = (place: number) => two.toString('latin1', place - 20, place + 20) === '0'.repeat(40)
    expect(verifyPdf(two, signers.options).verdict).toBe('intact-trusted')
    expect(survivors(two, (place) => (isPadding(place) ? [] : oneBit(place)))).toEqual([])
  },
  SLOW,
)
