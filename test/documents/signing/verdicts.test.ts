import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { CURRENT_FORM } from '#documents/signing/accepted-form.ts'
import type { SigningIdentity } from '#documents/signing/signing-identity.ts'
import { type VerifyOptions, verifyPdf } from '#documents/signing/verify-pdf.ts'
import { daysFromNow, identityOf, issue, NOW, PURPOSE } from '../../support/signing-certificates.ts'
import { makeSigners, signOrFail } from '../../support/signing-kit.ts'
import { ATTACHED, makeUnsignedPlan } from '../../support/signing-plans.ts'

const signers = makeSigners()
const { organisation, partner } = signers.identities
let unsigned: Buffer
let one: Buffer
let two: Buffer
beforeAll(async () => {
  unsigned = await makeUnsignedPlan()
  one = await signOrFail(unsigned, organisation, 'organisation')
  two = await signOrFail(one, partner, 'partner')
})

const verify = (bytes: Uint8Array, changes: Partial<VerifyOptions> = {}) => verifyPdf(bytes, { ...signers.options, ...changes })

function bomb(size: number): Buffer {
  const data = deflateSync(Buffer.alloc(size))
  const head = `%PDF-1.7\n1 0 obj\n<</Type/XRef/W[1 4 2]/Size ${size}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n')])
}

describe('any bytes give a verdict', () => {
  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['a sentence', () => Buffer.from('Det här är ingen PDF.')],
    ['zeros', () => Buffer.alloc(5000)],
    ['a header alone', () => Buffer.from('%PDF-1.7\n')],
    ['a false table', () => Buffer.from('%PDF-1.7\nstartxref\n99999999\n%%EOF\n')],
    ['a table of a million rows', () => Buffer.from('%PDF-1.7\nxref\n0 9999999\ntrailer<<>>\nstartxref\n9\n%%EOF\n')],
    ['a table that unpacks to 70 MB', () => bomb(70 * 1024 * 1024)],
    ['fifty million zeros', () => Buffer.alloc(50_000_000)],
    ['an unsigned plan', () => unsigned],
  ])('%s cannot be verified', (_title, bytes) => {
    for (const profile of ['plan', 'foreign'] as const) expect(verify(bytes(), { profile }).verdict).toBe('cannot-verify')
  })

  it('a signed plan cut anywhere is not to be trusted, or is no longer signed', () => {
    for (let end = two.length - 1; end > 0; end -= 97) {
      if (end === one.length) continue
      expect(verify(two.subarray(0, end)).verdict).not.toMatch(/^intact/)
      verify(two.subarray(0, end), { profile: 'foreign' })
    }
  })

  it('no mixture of pieces of signed plans throws or passes', async () => {
    const piece = fc.tuple(fc.nat(two.length), fc.nat(4000))
    await fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.nat(two.length), (pieces, cut) => {
        const moved = pieces.map(([start, length]) => two.subarray(start, start + length))
        const mixed = Buffer.concat([two.subarray(0, cut), ...moved, two.subarray(cut)])
        verifyPdf(mixed, { ...signers.options, profile: 'foreign' })
        return mixed.equals(two) || !verify(mixed).verdict.startsWith('intact')
      }),
      { numRuns: 300 },
    )
  })
})

describe('what a verdict tells', () => {
  it('names both signers, oldest first, with the roles of their fields', () => {
    const { verdict, signatures } = verify(two)
    expect(verdict).toBe('intact-trusted')
    expect(signatures.map(({ role, signer }) => [role, signer?.commonName])).toEqual([
      ['organisation', 'Organisation'],
      ['partner', 'Partner'],
    ])
    expect(signatures[0]?.laterChanges.every(({ isAllowed }) => isAllowed)).toBe(true)
    expect(signatures.map(({ isWholeFile }) => isWholeFile)).toEqual([false, true])
  })

  it('gives the attached data of an intact file only', () => {
    const [attachment] = verify(two).attachments
    expect(attachment).toMatchObject({ name: 'plan.json', relationship: 'Data' })
    expect(Buffer.from(attachment?.content ?? []).toString()).toBe(ATTACHED)
    const changed = Buffer.from(two)
    changed.writeUInt8(changed.readUInt8(300) ^ 1, 300)
    expect(verify(changed).attachments).toEqual([])
  })

  it('lists every rule, the worst first', () => {
    const checks = verify(Buffer.concat([two, Buffer.from('junk')])).checks
    expect(checks[0]).toMatchObject({ outcome: 'failed', ok: false })
    expect(checks.at(-1)).toMatchObject({ outcome: 'passed', ok: true })
    expect(new Set(checks.map(({ rule }) => rule)).size).toBe(9)
  })

  it('proves a time only by a time stamp', async () => {
    const stamped = await signOrFail(unsigned, organisation, 'organisation', signers.stamp(0x61))
    expect(verify(stamped).signatures[0]?.provenAt).toBe(NOW)
    expect(verify(one).signatures[0]?.provenAt).toBeUndefined()
    expect(verify(one).checks.find(({ rule }) => rule === 'time-stamp')?.outcome).toBe('not-checked')
  })
})

describe('the signer', () => {
  const signedBy = async (identity: SigningIdentity, changes: Partial<VerifyOptions> = {}) =>
    verify(await signOrFail(unsigned, identity, 'organisation'), { signers: {}, ...changes })
  const { root } = signers

  it.each([
    ['with KeyUsage nonRepudiation only', { keyUsage: 0x40 }],
    ['with the purpose e-mail', { purposes: [PURPOSE.email] }],
    ['with the purpose document signing', { purposes: [PURPOSE.document] }],
  ])('%s is accepted', async (_title, options) => {
    expect((await signedBy(identityOf(issue('Organisation', root, options)))).verdict).toBe('intact-trusted')
  })

  it('whose issuer is no authority is refused', async () => {
    const leaf = issue('Ingen utfärdare', root)
    const under = identityOf(issue('Organisation', leaf), leaf)
    expect(await signedBy(under)).toMatchObject({ verdict: 'do-not-trust', codes: ['issuer-not-ca'] })
  })

  it('who adds a certificate that no path needs is refused', async () => {
    const spare = issue('Onödig', root, { isAuthority: true })
    expect(await signedBy(identityOf(issue('Organisation', root), spare))).toMatchObject({ codes: ['spare-certificate'] })
  })

  it('with a critical extension that nobody understands cannot sign', async () => {
    await expect(signedBy(identityOf(issue('Organisation', root, { hasStrangeExtension: true })))).rejects.toThrow('key-usage')
  })

  it('whose certificate has run out since: a plan without a time stamp can no longer be verified, one with it can', async () => {
    const stamped = await signOrFail(unsigned, organisation, 'organisation', signers.stamp(0x62))
    expect(verify(one, { at: daysFromNow(500) })).toMatchObject({ verdict: 'cannot-verify', codes: ['expired'] })
    expect(verify(stamped, { at: daysFromNow(500) }).verdict).toBe('intact-trusted')
  })

  it('of a plan with a stamp from a service that is unknown here', async () => {
    const stamped = await signOrFail(unsigned, organisation, 'organisation', signers.stamp(0x63))
    expect(verify(stamped, { trustedTimeStamps: [] })).toMatchObject({ verdict: 'cannot-verify', codes: ['timestamp-untrusted'] })
  })
})

describe('the accepted form', () => {
  const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url))

  it('a plan signed with form 1 passes for ever', () => {
    const found = verifyPdf(golden('form-1.pdf'), { profile: 'plan', trusted: [golden('form-1.cer')], at: NOW })
    expect(found).toMatchObject({ verdict: 'intact-trusted', codes: [] })
    expect(found.signatures.map(({ form }) => form)).toEqual([1])
    expect(CURRENT_FORM).toBe(1)
  })
})

it('a copy in shared memory is copied before it is verified', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(one.length))
  shared.set(one)
  expect(verify(shared).verdict).toBe('intact-trusted')
})
