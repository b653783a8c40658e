import type { BoxContent } from '#documents/signing/appearance.ts'
import { PdfFile } from '#documents/signing/pdf/pdf-file.ts'
import { nameText, type PdfDictionary, PdfReference, type PdfValue } from '#documents/signing/pdf/values.ts'
import type { SignerRole } from '#documents/signing/plan-fields.ts'
import { type PlanSignature, signPlan } from '#documents/signing/sign-plan.ts'
import type { SigningIdentity } from '#documents/signing/signing-identity.ts'
import type { VerifyOptions } from '#documents/signing/verify-pdf.ts'
import { daysFromNow, identityOf, issue, NOW, PURPOSE } from './signing-certificates.ts'
import { must } from './signing-must.ts'
import { makeUnsignedPlan, TYPEFACE } from './signing-plans.ts'
import { timeStampService } from './signing-time-stamps.ts'
import { fieldNamed, findObject, hasType, referenceIn, signatureOf, stringIn } from './signing-updates.ts'

const box: BoxContent = {
  typeface: TYPEFACE,
  lines: [
    { label: 'Undertecknad av', value: 'Åsa Testberg' },
    { label: 'Ort', value: 'Provstad' },
  ],
}

/** Signs, and fails the test if signing is refused. */
export async function signOrFail(
  plan: Buffer,
  identity: SigningIdentity,
  role: SignerRole,
  changes: Partial<PlanSignature> = {},
): Promise<Buffer> {
  const signed = await signPlan(plan, identity, { role, signedAt: NOW, signerName: 'Åsa Testberg', reason: 'Prov', box, ...changes })
  if (!signed.ok) throw new Error(`refused when signing: ${signed.error.code}`)
  return Buffer.from(signed.value)
}

/** Who can sign in the tests, and what the verifier trusts. Keys are made anew for each kit. */
export function makeSigners() {
  const root = issue('Rot', undefined, { isAuthority: true })
  const middle = issue('Utfärdare', root, { isAuthority: true })
  const organisation = issue('Organisation', root, { kind: 'rsa' })
  const partner = issue('Partner', middle)
  const otherRoot = issue('Rot', undefined, { isAuthority: true })
  const timeRoot = issue('Tidsrot', root, { isAuthority: true })
  const time = issue('Tid', timeRoot, { purposes: [PURPOSE.time] })
  const old = { validFrom: daysFromNow(-1000), validThrough: daysFromNow(-900) }
  const identities = {
    organisation: identityOf(organisation),
    partner: identityOf(partner, middle),
    stranger: identityOf(issue('Organisation', otherRoot)),
    old: identityOf(issue('Organisation', root, old)),
  }
  const options: VerifyOptions = {
    profile: 'plan',
    at: NOW,
    trusted: [root.certificate],
    trustedTimeStamps: [root.certificate],
    signers: { organisation: [organisation.certificate, identities.old.certificate], partner: [middle.certificate] },
  }
  const ask = timeStampService(time, [timeRoot, root], NOW)
  const stamp = (nonce: number): Partial<PlanSignature> => ({
    timeStamp: { ask, trusted: [root.certificate], nonce: new Uint8Array(16).fill(nonce) },
  })
  return { root, middle, time, timeRoot, identities, options, stamp }
}

/** Signed plans of which forgeries are made. */
export async function makeKit(isPacked: boolean) {
  const signers = makeSigners()
  const { organisation, partner } = signers.identities
  const unsigned = await makeUnsignedPlan({ isPacked })
  const one = await signOrFail(unsigned, organisation, 'organisation')
  const two = await signOrFail(one, partner, 'partner')
  const stamped = await signOrFail(unsigned, organisation, 'organisation', signers.stamp(0x41))
  const stampedTwice = await signOrFail(stamped, partner, 'partner', signers.stamp(0x42))
  const other = await signOrFail(unsigned, organisation, 'organisation', { ...signers.stamp(0x43), reason: 'Annan' })
  return { signers, unsigned, one, two, stamped, stampedTwice, other, parts: partsOf(one) }
}

export type Kit = Awaited<ReturnType<typeof makeKit>>

/** Where things lie in a plan that the organisation has signed. */
function partsOf(one: Buffer) {
  const file = new PdfFile(one)
  const [page, pageEntries] = findObject(file, hasType('Page'))
  const [attachment, attachmentEntries] = findObject(file, hasType('EmbeddedFile'))
  const [signature, signatureEntries] = signatureOf(file, 'organisation')
  const [organisationField, organisationFieldEntries] = fieldNamed(file, 'organisation')
  const [partnerField, partnerFieldEntries] = fieldNamed(file, 'partner')
  const [cell, cellEntries] = findObject(file, (entries) => nameText(entries.get('S')) === 'TD')
  const [, descriptor] = findObject(file, hasType('FontDescriptor'))
  const annotations = file.resolve(pageEntries.get('Annots'))
  const range = file.resolve(signatureEntries.get('ByteRange'))
  return {
    file,
    root: rootOf(file),
    page,
    pageEntries,
    annotations: asValues(annotations),
    content: referenceIn(pageEntries, 'Contents').number,
    pages: referenceIn(file.catalog, 'Pages').number,
    form: referenceIn(file.catalog, 'AcroForm').number,
    attachment,
    attachmentEntries,
    metadata: findObject(file, hasType('Metadata'))[0],
    cell,
    cellEntries,
    fontProgram: referenceIn(descriptor, 'FontFile2').number,
    signature,
    signatureEntries,
    contents: stringIn(signatureEntries, 'Contents'),
    range: asValues(range).map(Number),
    organisationField,
    organisationFieldEntries,
    partnerField,
    partnerFieldEntries,
  }
}

export type Parts = ReturnType<typeof partsOf>

export const asValues = (value: PdfValue | undefined): readonly PdfValue[] => (Array.isArray(value) ? value : [])
export const asDictionary = (value: PdfValue | undefined): PdfDictionary => {
  if (value instanceof Map) return value
  throw new Error('no dictionary')
}

function rootOf(file: PdfFile): number {
  const root = file.trailer.get('Root')
  return must(root instanceof PdfReference ? root.number : undefined, 'Root')
}
