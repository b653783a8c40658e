import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Failure, Output } from '#contract/operations.ts'
import { planFileName, setDraft, setPlan } from '#documents/export-plan.ts'
import { signPlan } from '#documents/signing/sign-plan.ts'
import { type Verification, verifyPdf } from '#documents/signing/verify-pdf.ts'
import type { OrganisationSettings } from '#domain/plan/plan-context.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Result } from '#domain/result.ts'
import type { Clock, Language, PlansPort } from '#operations/ports.ts'
import { resources } from '../resources.ts'
import { translate } from '../texts.ts'
import { organisationSettings } from './organisation.ts'
import type { RegisterDoor } from './register-port.ts'
import { certificatesIn, fingerprintOf, keptSigner, makeSigner, pemOf, subjectOf } from './signer.ts'

export type PlansParts = {
  readonly door: RegisterDoor
  readonly folder: string | undefined
  readonly clock: Clock
  readonly trust: readonly string[]
}

/** Setting, signing and checking plans with the documents room and the signer that the vault keeps. */
export function plansPort(parts: PlansParts): PlansPort {
  const { door, folder, clock, trust } = parts
  const anchors = trust.flatMap(certificatesIn)
  const signerOf = async () => (door.opened === undefined || folder === undefined ? undefined : keptSigner(folder, door.opened.vault))
  let own: readonly Uint8Array[] = []
  return {
    set: async (model, language) => set(await setPlan(model, language)),
    setDraft: async (model, language) => set(await setDraft(model, language)),
    fileName: planFileName,
    async sign(unsigned, model, language) {
      const identity = await signerOf()
      if (identity === undefined) return { ok: false, error: { code: 'no-signer', messageKey: 'failure.no-signer' } }
      own = [identity.certificate]
      return sign(unsigned, identity, model, language, clock.now())
    },
    verify: (bytes, file) =>
      verdictView(verifyPdf(bytes, { profile: 'plan', trusted: [...anchors, ...own], at: new Date().toISOString() }), file, [
        ...anchors,
        ...own,
      ]),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    async organisation(): Promise<OrganisationSettings> {
      const identity = await signerOf()
      if (identity !== undefined) own = [identity.certificate]
      return organisationSettings(identity?.certificate, door.opened?.register.info.demonstration !== undefined)
    },
    async createSigner({ name, organisation, kind }) {
      if (door.opened === undefined || folder === undefined) throw new Error('the register is locked')
      const { certificate } = await makeSigner(folder, door.opened.vault, { name, organisation, kind, at: clock.now() })
      own = [certificate]
      return signerView(certificate)
    },
    async signer() {
      const identity = await signerOf()
      return identity === undefined ? undefined : signerView(identity.certificate)
    },
  }
}

const signerView = (certificate: Uint8Array): Output<'signer.show'> => ({
  subject: subjectOf(certificate).line,
  fingerprint: fingerprintOf(certificate),
  pem: pemOf(certificate),
})

type SetOutcome = Awaited<ReturnType<typeof setPlan>>

function set(outcome: SetOutcome): Awaited<ReturnType<PlansPort['set']>> {
  if (outcome.ok) return outcome
  const { code, ...detail } = outcome.error
  return { ok: false, error: { code: 'layout', messageKey: 'failure.layout', values: { code, detail: JSON.stringify(detail) } } }
}

type Identity = NonNullable<Awaited<ReturnType<typeof keptSigner>>>

/** What the signature box shows: the certificate's own words, and the moment as the register's clock says. */
async function sign(
  unsigned: Uint8Array,
  identity: Identity,
  model: PlanModel,
  language: Language,
  at: string,
): Promise<Result<Uint8Array, Failure>> {
  const text = translate(language)
  const { name, organisation } = subjectOf(identity.certificate)
  const lines = [
    { label: text('plan.sign.by'), value: name },
    { label: text('plan.sign.organisation'), value: organisation },
    { label: text('plan.sign.date'), value: at.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') },
    { label: text('plan.sign.cert'), value: `SHA-256 ${fingerprintOf(identity.certificate).slice(0, 16)}` },
  ]
  const signed = await signPlan(unsigned, identity, {
    role: 'organisation',
    signedAt: at,
    signerName: name,
    reason: text('plan.sign.org-text'),
    box: { lines, typeface: typeface() },
    audited: true,
  })
  if (signed.ok) return signed
  return {
    ok: false,
    error: { code: 'signing', messageKey: 'failure.signing', values: { code: signed.error.code, reference: model.reference } },
  }
}

let face: Uint8Array | undefined
function typeface(): Uint8Array {
  face ??= readFileSync(new URL('fonts/noto-sans-regular.ttf', resources))
  return face
}

function verdictView({ verdict, checks, signatures }: Verification, file: string, trusted: readonly Uint8Array[]): Output<'plan.verify'> {
  const known = new Set(trusted.map(fingerprintOf))
  return {
    file,
    verdict,
    checks: checks.map(({ rule, outcome, ok, code }) => ({ rule, outcome, code: code ?? null, ok })),
    signatures: signatures.map(({ field, signer, signedAt, fingerprint }) => ({
      field,
      subject: [signer?.commonName, signer?.organisation].filter((part) => part !== undefined).join(', '),
      signedAt: signedAt ?? null,
      fingerprint: fingerprint ?? '',
      trusted: fingerprint !== undefined && known.has(fingerprint),
    })),
  }
}
