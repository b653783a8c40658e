import { beforeAll, describe, expect, it } from 'vitest'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { type Verification, verifyPdf } from '#documents/signing/verify-pdf.ts'
import { issue, NOW, PURPOSE } from '../../support/signing-certificates.ts'
import { documentStamp, openSslContainer, signForeign } from '../../support/signing-foreign.ts'
import { makeUnsignedPlan } from '../../support/signing-plans.ts'
import { timeStampService } from '../../support/signing-time-stamps.ts'
import { runTool } from '../../support/signing-tools.ts'
import { appendUpdate, findObject, hasType, referenceIn, streamOf } from '../../support/signing-updates.ts'

const DETACHED = 'adbe.pkcs7.detached'
const signer = issue('Främmande undertecknare', undefined, { kind: 'rsa' })
const curve = issue('Främmande undertecknare', undefined)
let plan: Buffer
beforeAll(async () => {
  plan = await makeUnsignedPlan()
})

const verify = (bytes: Buffer, trusted: readonly Uint8Array[] = [signer.certificate, curve.certificate]): Verification =>
  verifyPdf(bytes, { profile: 'foreign', trusted, at: NOW })

describe('a PDF that another program has signed', () => {
  it.each([
    ['RSA', () => openSslContainer(signer)],
    ['an elliptic curve', () => openSslContainer(curve)],
    ['RSA-PSS', () => openSslContainer(signer, '-keyopt', 'rsa_padding_mode:pss')],
    ['SHA-512', () => openSslContainer(signer, '-md', 'sha512')],
    ['no signed attributes', () => openSslContainer(signer, '-noattr')],
  ])('with %s is intact, and its signer known or unknown', async (_title, container) => {
    const file = await signForeign(plan, DETACHED, container())
    expect(runTool('pdfsig', ['file.pdf'], { 'file.pdf': file }).text).toMatch(/Signature is Valid/)
    expect(verify(file)).toMatchObject({ verdict: 'intact-trusted', codes: [] })
    expect(verify(file, [])).toMatchObject({ verdict: 'intact-unknown-signer', codes: ['untrusted'] })
  })

  it('with a key identifier in place of a name, which pdfsig cannot read, is intact too', async () => {
    const file = await signForeign(plan, DETACHED, openSslContainer(signer, '-keyid'))
    expect(verify(file)).toMatchObject({ verdict: 'intact-trusted', codes: [] })
  })

  it('is never taken for a plan of ours', async () => {
    for (const subFilter of [DETACHED, 'ETSI.CAdES.detached']) {
      const file = await signForeign(plan, subFilter, openSslContainer(signer, '-cades'))
      const found = verifyPdf(file, { profile: 'plan', trusted: [signer.certificate], at: NOW })
      expect(found.verdict).toBe('do-not-trust')
    }
  })

  it('with SHA-1 cannot be verified: such a signature can be forged', async () => {
    const file = await signForeign(plan, DETACHED, openSslContainer(signer, '-md', 'sha1'))
    expect(verify(file)).toMatchObject({ verdict: 'cannot-verify', codes: ['digest-algorithm'] })
  })

  it('with a format from before CMS cannot be verified', async () => {
    const file = await signForeign(plan, 'adbe.x509.rsa_sha1', openSslContainer(signer))
    expect(verify(file)).toMatchObject({ verdict: 'cannot-verify', codes: ['sub-filter'] })
  })

  it('with one changed byte is not to be trusted', async () => {
    const file = await signForeign(plan, DETACHED, openSslContainer(signer))
    file.writeUInt8(file.readUInt8(400) ^ 1, 400)
    expect(verify(file)).toMatchObject({ verdict: 'do-not-trust', codes: ['digest-mismatch'] })
  })

  it('with other page text after the signature is not to be trusted', async () => {
    const file = await signForeign(plan, DETACHED, openSslContainer(signer))
    const [, page] = findObject(new PdfFile(file), hasType('Page'))
    const changed = appendUpdate(file, { objects: [[referenceIn(page, 'Contents').number, streamOf('1 g 0 0 600 800 re f')]] })
    const found = verify(changed)
    expect(found).toMatchObject({ verdict: 'do-not-trust', codes: ['later-changes'] })
    expect(found.signatures[0]?.laterChanges).toContainEqual(expect.objectContaining({ kind: 'content', isAllowed: false }))
  })

  it('that holds only a time stamp over the document is intact, but of no known signer', async () => {
    const service = issue('Tid', undefined, { purposes: [PURPOSE.time] })
    const file = await signForeign(plan, 'ETSI.RFC3161', documentStamp(timeStampService(service, [], NOW)))
    expect(verify(file, [service.certificate])).toMatchObject({ verdict: 'intact-unknown-signer', codes: ['purpose'] })
    file.writeUInt8(file.readUInt8(400) ^ 1, 400)
    expect(verify(file, [service.certificate]).codes).toContain('digest-mismatch')
  })
})
