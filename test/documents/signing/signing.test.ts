import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { dictionary, PdfName, PdfReference } from '#documents/signing/pdf/values.ts'
import { type PlanSignature, signPlan } from '#documents/signing/sign-plan.ts'
import { createSigningIdentity, type SigningIdentity } from '#documents/signing/signing-identity.ts'
import { verifyPdf } from '#documents/signing/verify-pdf.ts'
import { daysFromNow, identityOf, issue, NOW, PURPOSE } from '../../support/signing-certificates.ts'
import { makeSigners, signOrFail } from '../../support/signing-kit.ts'
import { makeUnsignedPlan, TYPEFACE } from '../../support/signing-plans.ts'
import { runTool } from '../../support/signing-tools.ts'
import { appendUpdate, fieldNamed, withKeys } from '../../support/signing-updates.ts'

const signers = makeSigners()
const signature: PlanSignature = {
  role: 'organisation',
  signedAt: NOW,
  signerName: 'Åsa Testberg',
  reason: 'Jag godkänner planen',
  box: { typeface: TYPEFACE, lines: [{ label: 'Undertecknad av', value: 'Åsa Testberg' }] },
}
let unsigned: Buffer
beforeAll(async () => {
  unsigned = await makeUnsignedPlan()
})

const request = {
  commonName: 'Åsa Testberg',
  organisation: 'Provregion',
  country: 'SE',
  validFrom: daysFromNow(-1),
  validThrough: daysFromNow(700),
  serialNumber: new Uint8Array(16).fill(0xff),
}

describe.each(['rsa-3072', 'p-256'] as const)('a signing identity made with %s', (kind) => {
  const identity = createSigningIdentity({ kind, ...request })

  it('is a self-signed certificate for documents and nothing else', () => {
    const certificate = new X509Certificate(identity.certificate)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.checkPrivateKey(identity.privateKey)).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36'])
    const text = runTool('openssl', ['x509', '-inform', 'DER', '-in', 'cert.der', '-noout', '-text'], {
      'cert.der': identity.certificate,
    }).text
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation\n/)
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
  })

  it('signs a plan that is intact and known to whoever trusts it, and of an unknown signer to others', async () => {
    const plan = await signOrFail(unsigned, identity, 'organisation')
    const options = { profile: 'plan', at: NOW } as const
    expect(verifyPdf(plan, { ...options, trusted: [identity.certificate] }).verdict).toBe('intact-trusted')
    const unknown = verifyPdf(plan, { ...options, trusted: [] })
    expect(unknown).toMatchObject({ verdict: 'intact-unknown-signer', codes: ['untrusted'] })
    expect(unknown.signatures[0]).toMatchObject({
      role: 'organisation',
      signer: { commonName: 'Åsa Testberg', organisation: 'Provregion', country: 'SE' },
      fingerprint: new X509Certificate(identity.certificate).fingerprint256.replaceAll(':', '').toLowerCase(),
      signedAt: NOW,
      isWholeFile: true,
      form: 1,
    })
  })
})

describe('signing is refused', () => {
  const refused = async (identity: SigningIdentity, changes: Partial<PlanSignature> = {}, plan = unsigned) =>
    signPlan(plan, identity, { ...signature, ...changes })
  const { organisation, partner, old } = signers.identities

  it.each([
    ['a certificate that has expired', () => old, 'expired'],
    ['a certificate that is not yet valid', () => identityOf(issue('Sen', undefined, { validFrom: daysFromNow(3) })), 'not-yet-valid'],
    ['a certificate for encryption only', () => identityOf(issue('Kryptering', undefined, { keyUsage: 0x20 })), 'key-usage'],
    ['a certificate for servers', () => identityOf(issue('Server', undefined, { purposes: [PURPOSE.server] })), 'key-usage'],
    ['a certificate authority', () => identityOf(issue('Rot', undefined, { isAuthority: true, keyUsage: 0xc6 })), 'key-usage'],
    ['a key that belongs to another certificate', () => ({ ...organisation, privateKey: partner.privateKey }), 'key-mismatch'],
    [
      'a certificate that cannot be read',
      () => ({ ...organisation, certificate: new Uint8Array([0x30, 3, 2, 1, 0]) }),
      'certificate-unreadable',
    ],
  ])('with %s', async (_title, identity, code) => {
    expect(await refused(identity())).toEqual({ ok: false, error: { code } })
  })

  it('with a name that the typeface cannot write', async () => {
    const box = { typeface: TYPEFACE, lines: [{ value: 'ليلى' }] }
    expect(await refused(organisation, { box })).toEqual({ ok: false, error: { code: 'missing-glyph', character: 'ل' } })
  })

  it('a second time in the same field', async () => {
    const one = await signOrFail(unsigned, organisation, 'organisation')
    expect(await refused(organisation, {}, one)).toEqual({ ok: false, error: { code: 'field-used' } })
  })

  it('for the partner before the organisation', async () => {
    expect(await refused(partner, { role: 'partner' })).toEqual({ ok: false, error: { code: 'organisation-first' } })
  })

  it('of a plan that refers to an object that does not exist yet', async () => {
    const file = new PdfFile(unsigned)
    const [number, entries] = fieldNamed(file, 'partner')
    const plan = appendUpdate(unsigned, { objects: [[number, withKeys(entries, { MK: new PdfReference(file.size + 1) })]] })
    expect(await refused(organisation, {}, plan)).toEqual({ ok: false, error: { code: 'dangling-reference' } })
  })

  it('of a plan that acts on its own', async () => {
    const file = new PdfFile(unsigned)
    const root = file.trailer.get('Root')
    const catalog = withKeys(file.catalog, { OpenAction: dictionary({ S: new PdfName('JavaScript') }) })
    const plan = appendUpdate(unsigned, { objects: root instanceof PdfReference ? [[root.number, catalog]] : [] })
    expect(await refused(organisation, {}, plan)).toEqual({ ok: false, error: { code: 'active-content' } })
  })

  it('of what is no PDF', async () => {
    expect(await refused(organisation, {}, Buffer.from('hej'))).toEqual({ ok: false, error: { code: 'unreadable' } })
  })

  it('if the time-stamp service does not answer, or is not one', async () => {
    const timeStamp = { trusted: [signers.root.certificate], nonce: new Uint8Array(16).fill(0x41) }
    const silent = { ...timeStamp, ask: () => Promise.reject(new Error('no network')) }
    expect(await refused(organisation, { timeStamp: silent })).toEqual({ ok: false, error: { code: 'timestamp-refused' } })
    const junk = { ...timeStamp, ask: async () => Buffer.from('junk') }
    expect(await refused(organisation, { timeStamp: junk })).toEqual({ ok: false, error: { code: 'timestamp-invalid' } })
  })
})

it('the same key, plan and time give the same signed bytes', async () => {
  const first = await signOrFail(unsigned, signers.identities.organisation, 'organisation')
  expect(first.equals(await signOrFail(unsigned, signers.identities.organisation, 'organisation'))).toBe(true)
})

it('the update is small and holds no font', async () => {
  const signed = await signOrFail(unsigned, signers.identities.organisation, 'organisation')
  expect(signed.length - unsigned.length).toBeLessThan(25_000)
  expect(signed.subarray(0, unsigned.length).equals(unsigned)).toBe(true)
  expect(signed.subarray(unsigned.length).includes('/Font')).toBe(false)
})
