import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Failure, Output } from '#contract/operations.ts'
import { planFileName, setDraft, setPlan } from '#documents/export-plan.ts'
import { signPlan } from '#documents/signing/sign-plan.ts'
import { type Verification, verifyPdf } from '#documents/signing/verify-pdf.ts'
import type { OrganisationSettings } from '#domain/plan/plan-context.ts'
import type { Result } from '#domain/result.ts'
import { OperationRefused } from '#operations/outcome.ts'
import type { Clock, Language, PlansPort } from '#operations/ports.ts'
import { renameSlots } from '#vault/people-slots.ts'
import { resources } from '../resources.ts'
import { translate } from '../texts.ts'
import { organisationSettings } from './organisation.ts'
import { layoutFailure, signingFailure } from './plan-failures.ts'
import { expected, failureOf, type Opened, type RegisterDoor } from './register-port.ts'
import {
  anyDay,
  certificatesIn,
  fingerprintOf,
  makeSigner,
  officeValidity,
  pemOf,
  rememberSigner,
  type SignerStanding,
  signerStanding,
  subjectOf,
} from './signer.ts'

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
  const standing = async (): Promise<SignerStanding> =>
    door.opened === undefined || folder === undefined ? { state: 'none' } : signerStanding(folder, door.opened)
  const signerOf = async () => {
    const found = await standing()
    return found.state === 'kept' ? found.identity : undefined
  }
  const isDemonstration = () => door.opened?.register.info.demonstration !== undefined
  return {
    set: async (model, language) => set(await setPlan(model, language)),
    setDraft: async (model, language) => set(await setDraft(model, language)),
    fileName: planFileName,
    async sign(unsigned, language) {
      const found = await standing()
      return found.state === 'kept' ? sign(unsigned, found.identity, language, clock.now()) : noSigner(found.state)
    },
    async verify(bytes, file) {
      const own = await signerOf()
      const organisation = own === undefined ? anchors : [...anchors, own.certificate]
      // A plan is judged by the machine's day also in a demonstration: that is what a partner's machine does.
      const options = { profile: 'plan', trusted: organisation, signers: { organisation }, at: new Date().toISOString() } as const
      return verdictView(verifyPdf(bytes, options), file, organisation)
    },
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    async organisation(): Promise<OrganisationSettings> {
      const identity = await signerOf()
      return organisationSettings(identity?.certificate, isDemonstration())
    },
    async createSigner({ name, organisation, kind }) {
      if (door.opened === undefined || folder === undefined) throw new Error('the register is locked')
      const validity = isDemonstration() ? anyDay : officeValidity(clock.today())
      const { certificate } = await makeSigner(folder, door.opened.vault, { name, organisation, kind, ...validity })
      await rememberSigner(door.opened, certificate)
      await nameFirstUser(door.opened, folder, name)
      return signerView(certificate)
    },
    async signer() {
      const found = await standing()
      if (found.state === 'none') return { ok: true, value: undefined }
      return found.state === 'kept' ? { ok: true, value: signerView(found.identity.certificate) } : noSigner(found.state)
    },
  }
}

/** A register made without a name knows its first user from then on by the name on the signature, in a recovery on another machine too. */
async function nameFirstUser({ register, vault }: Opened, folder: string, name: string): Promise<void> {
  const self = expected(await register.people.self())
  if (self.name !== '') return
  expected(await register.people.change({ personId: self.id, name, operationId: register.newId() }))
  const renamed = await renameSlots(folder, vault, self.id, name)
  if (!renamed.ok) throw new OperationRefused(failureOf(renamed.error))
}

function noSigner(state: Exclude<SignerStanding['state'], 'kept'>): { readonly ok: false; readonly error: Failure } {
  const code = state === 'none' ? 'no-signer' : state
  return { ok: false, error: { code, messageKey: `failure.${code}` } }
}

const signerView = (certificate: Uint8Array): Output<'signer.show'> => ({
  subject: subjectOf(certificate).line,
  fingerprint: fingerprintOf(certificate),
  pem: pemOf(certificate),
})

type SetOutcome = Awaited<ReturnType<typeof setPlan>>

function set(outcome: SetOutcome): Awaited<ReturnType<PlansPort['set']>> {
  if (outcome.ok) return outcome
  return { ok: false, error: layoutFailure(outcome.error) }
}

type Identity = Extract<SignerStanding, { readonly state: 'kept' }>['identity']

/** What the signature box shows: the certificate's own words, and the moment as the register's clock says. */
async function sign(unsigned: Uint8Array, identity: Identity, language: Language, at: string): Promise<Result<Uint8Array, Failure>> {
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
  return { ok: false, error: signingFailure(signed.error) }
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
