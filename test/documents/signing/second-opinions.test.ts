import { ContentInfo, CryptoEngine, SignedData, setEngine } from 'pkijs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readElement } from '#documents/signing/cms/der.ts'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { createSigningIdentity, type IdentityKind, type SigningIdentity } from '#documents/signing/signing-identity.ts'
import { daysFromNow } from '../../support/signing-certificates.ts'
import { asValues, signOrFail } from '../../support/signing-kit.ts'
import { must } from '../../support/signing-must.ts'
import { makeUnsignedPlan } from '../../support/signing-plans.ts'
import { runTool, toPem } from '../../support/signing-tools.ts'
import { signatureOf, stringIn } from '../../support/signing-updates.ts'

const identity = (kind: IdentityKind): SigningIdentity =>
  createSigningIdentity({
    kind,
    commonName: 'Åsa Testberg',
    organisation: 'Provregion',
    country: 'SE',
    validFrom: daysFromNow(-1),
    validThrough: daysFromNow(700),
    serialNumber: new Uint8Array(16).fill(9),
  })

/** The signed bytes and the CMS of a field. */
function taken(plan: Buffer, field: string) {
  const [, entries] = signatureOf(new PdfFile(plan), field)
  const [, start, end, tail] = asValues(entries.get('ByteRange')).map(Number)
  const content = Buffer.concat([plan.subarray(0, start), plan.subarray(end, must(end) + must(tail))])
  return { content, container: Buffer.from(readElement(stringIn(entries, 'Contents').bytes).raw) }
}

describe.each([
  ['rsa-3072', 'a classic table', false],
  ['rsa-3072', 'object streams', true],
  ['p-256', 'a classic table', false],
  ['p-256', 'object streams', true],
] as const)('a plan signed with %s, with %s, and countersigned', (kind, _title, isPacked) => {
  const organisation = identity(kind)
  const partner = identity('p-256')
  let one: Buffer
  let two: Buffer
  beforeAll(async () => {
    one = await signOrFail(await makeUnsignedPlan({ isPacked }), organisation, 'organisation')
    two = await signOrFail(one, partner, 'partner')
  })

  it('is valid to pdfsig, and wholly signed', () => {
    const alone = runTool('pdfsig', ['plan.pdf'], { 'plan.pdf': one }).text
    expect(alone).toMatch(/Signature is Valid/)
    expect(alone).toMatch(/Total document signed/)
    expect(alone).toMatch(/ETSI\.CAdES\.detached/)
    const both = runTool('pdfsig', ['plan.pdf'], { 'plan.pdf': two }).text
    expect(both.match(/Signature is Valid/g)).toHaveLength(2)
  })

  it('is a CAdES signature to openssl', () => {
    for (const [field, signer] of [
      ['organisation', organisation],
      ['partner', partner],
    ] as const) {
      const { content, container } = taken(two, field)
      const words = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'cms.der', '-content', 'content', '-out', 'out']
      const trust = ['-CAfile', 'signer.pem', '-purpose', 'any', '-attime', String(Math.floor(Date.parse(daysFromNow(0)) / 1000))]
      const files = { 'cms.der': container, content, 'signer.pem': toPem(signer.certificate) }
      const answer = runTool('openssl', [...words, ...trust], files)
      expect(answer.text).toMatch(/CAdES Verification successful|Verification successful/)
      expect(answer.status).toBe(0)
    }
  })

  it('has no fault to qpdf', () => {
    for (const plan of [one, two]) {
      const answer = runTool('qpdf', ['--check', 'plan.pdf'], { 'plan.pdf': plan })
      expect(answer.text).toMatch(/No syntax or stream encoding errors found/)
      expect(answer.status).toBe(0)
    }
  })

  it('is a good signature to pkijs', async () => {
    setEngine('node', new CryptoEngine({ name: 'node', crypto: globalThis.crypto }))
    for (const field of ['organisation', 'partner']) {
      const { content, container } = taken(two, field)
      const data = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(container)).content })
      expect(await data.verify({ signer: 0, data: Uint8Array.from(content).buffer })).toBe(true)
      const changed = Uint8Array.from(content)
      changed[500] = (changed[500] ?? 0) ^ 1
      expect(await data.verify({ signer: 0, data: changed.buffer }).catch(() => false)).toBe(false)
    }
  })

  it('still shows its text and its data file to poppler', () => {
    expect(runTool('pdftotext', ['plan.pdf', '-'], { 'plan.pdf': two }).text).toContain('Planen gäller M. från Bacău.')
    expect(runTool('pdfdetach', ['-list', 'plan.pdf'], { 'plan.pdf': two }).text).toContain('plan.json')
  })
})
