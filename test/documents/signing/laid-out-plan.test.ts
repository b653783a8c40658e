import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { signPlan } from '#documents/signing/sign-plan.ts'
import { createSigningIdentity } from '#documents/signing/signing-identity.ts'
import { verifyPdf } from '#documents/signing/verify-pdf.ts'
import { render } from '../../support/pdf-render.ts'
import { attachedPlan, samplePlan } from '../../support/pdf-sample.ts'
import { daysFromNow, NOW } from '../../support/signing-certificates.ts'
import { runTool } from '../../support/signing-tools.ts'

const identity = (commonName: string, kind: 'rsa-3072' | 'p-256') =>
  createSigningIdentity({
    kind,
    commonName,
    organisation: 'Provregion',
    country: 'SE',
    validFrom: daysFromNow(-1),
    validThrough: daysFromNow(700),
    serialNumber: new Uint8Array(16).fill(commonName.length),
  })
const organisation = identity('Anna Testberg', 'rsa-3072')
const partner = identity('Ștefan Provescu', 'p-256')
const typeface = readFileSync(new URL('../../../resources/fonts/noto-sans-regular.ttf', import.meta.url))
const trusted = [organisation.certificate, partner.certificate]
const signers = { organisation: [organisation.certificate], partner: [partner.certificate] }

async function sign(plan: Uint8Array, role: 'organisation' | 'partner'): Promise<Buffer> {
  const signerName = role === 'organisation' ? 'Anna Testberg' : 'Ștefan Provescu'
  const lines = [
    { label: 'Undertecknad av', value: signerName },
    { label: 'Ort', value: 'Malmö' },
  ]
  const signature = { role, signedAt: NOW, signerName, reason: 'Prov', box: { typeface, lines } }
  const signed = await signPlan(plan, role === 'organisation' ? organisation : partner, signature)
  if (!signed.ok) throw new Error(signed.error.code)
  return Buffer.from(signed.value)
}

describe('a plan from the layout', () => {
  let unsigned: Uint8Array
  let one: Buffer
  let two: Buffer
  beforeAll(async () => {
    unsigned = await render(samplePlan())
    one = await sign(unsigned, 'organisation')
    two = await sign(one, 'partner')
  })

  it('is signed in the fields that the layout made, and verified with all rules', () => {
    for (const plan of [one, two]) {
      const found = verifyPdf(plan, { profile: 'plan', trusted, signers, at: NOW })
      expect(found).toMatchObject({ verdict: 'intact-trusted', codes: [] })
      const [attachment] = found.attachments
      expect(JSON.parse(Buffer.from(attachment?.content ?? []).toString())).toEqual(attachedPlan)
    }
  })

  it('is good to pdfsig and qpdf after both signatures', () => {
    const text = runTool('pdfsig', ['plan.pdf'], { 'plan.pdf': two }).text
    expect(text.match(/Signature is Valid/g)).toHaveLength(2)
    expect(runTool('qpdf', ['--check', 'plan.pdf'], { 'plan.pdf': two }).text).toMatch(/No syntax or stream encoding errors found/)
  })

  it('keeps its tagged structure', () => {
    const structure = (plan: Uint8Array) => runTool('pdfinfo', ['-struct-text', 'plan.pdf'], { 'plan.pdf': plan }).text
    expect(structure(unsigned)).toContain('Underskrifter')
    expect(structure(two)).toBe(structure(unsigned))
  })

  it('is not verified after any of a thousand bytes was changed', () => {
    const changed = Buffer.from(two)
    for (let place = 3; place < two.length; place += Math.ceil(two.length / 1000)) {
      changed.writeUInt8(changed.readUInt8(place) ^ 4, place)
      expect(verifyPdf(changed, { profile: 'plan', trusted, signers, at: NOW }).verdict).not.toMatch(/^intact/)
      changed.writeUInt8(changed.readUInt8(place) ^ 4, place)
    }
  })
})
