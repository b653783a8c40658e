import { readFileSync } from 'node:fs'
import type { SignerRole } from '#documents/signing/plan-fields.ts'
import { signPlan } from '#documents/signing/sign-plan.ts'
import { createSigningIdentity, type IdentityKind, type SigningIdentity } from '#documents/signing/signing-identity.ts'

const typeface = readFileSync(new URL('../../resources/fonts/noto-sans-regular.ttf', import.meta.url))
const start = Date.parse('2026-09-30T10:00:00Z')

export function makeIdentity(kind: IdentityKind): SigningIdentity {
  return createSigningIdentity({
    kind,
    country: 'SE',
    organisation: 'Demonstrationskommunen',
    commonName: 'Åsa Testberg',
    validFrom: '2026-01-01T00:00:00Z',
    validThrough: '2027-12-31T00:00:00Z',
    serialNumber: new Uint8Array(16).fill(7),
  })
}

let seconds = 0

/** Signs as the application does: the box says when, so each signature draws a box of its own. Throws if signing is refused. */
export async function signAtDesk(plan: Uint8Array, identity: SigningIdentity, role: SignerRole = 'organisation'): Promise<Buffer> {
  seconds++
  const signedAt = new Date(start + seconds * 1000).toISOString()
  const lines = [
    { label: 'Undertecknad av', value: 'Åsa Testberg' },
    { label: 'Organisation', value: 'Demonstrationskommunen' },
    { label: 'Datum', value: signedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') },
    { label: 'Certifikat', value: 'SHA-256 7f3a91c24d5e6b08' },
  ]
  const signed = await signPlan(plan, identity, {
    role,
    signedAt,
    signerName: 'Åsa Testberg',
    reason: 'Planen är beslutad',
    box: { lines, typeface },
    audited: true,
  })
  if (!signed.ok) throw new Error(`signing was refused: ${signed.error.code}`)
  return Buffer.from(signed.value)
}
