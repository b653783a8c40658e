import type { Input, Output } from '#contract/operations.ts'
import type { Fact } from '#domain/case/fact.ts'
import type { Recipient } from '#domain/case/people.ts'
import { planOffer } from '#domain/plan/plan-offer.ts'
import { known, latest } from '#domain/readiness/facts.ts'
import type { Readiness } from '#domain/readiness/readiness.ts'
import { judged } from './cases.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { exportDraft, exportPlan } from './plan-export.ts'
import { nextPlanVersion } from './plan-version.ts'
import type { Ports, StoredCase } from './ports.ts'
import { actView, identityView } from './views/readiness-view.ts'

type Names = 'plan.recipients' | 'plan.offer' | 'plan.export' | 'plan.verify'

export const planImplementations: Implementations<Names> = {
  'plan.recipients': async (ports, input) => {
    const found = await judged(ports, input)
    if (!found.ok) return found
    const { stored, readiness } = found.value
    return done({
      identity: identityView(stored, readiness),
      recipients: stored.caseFile.recipients.map((recipient) => recipientView(ports, recipient, readiness)),
    })
  },
  'plan.offer': async (ports, input) => {
    const found = await judged(ports, input)
    if (!found.ok) return found
    const { stored, readiness } = found.value
    const recipient = stored.caseFile.recipients.find((each) => each.id === input.recipient)
    if (recipient === undefined) return refused('no-such-recipient', recipientValues(stored, input.recipient))
    return done(await offer(ports, stored, readiness, recipient, input))
  },
  'plan.export': async (ports, input) => {
    const found = await judged(ports, input)
    if (!found.ok) return found
    const { stored, readiness } = found.value
    if (input.draft) return exportDraft(ports, stored, readiness, input)
    const recipient = stored.caseFile.recipients.find((each) => each.id === input.recipient)
    if (recipient === undefined) return refused('no-such-recipient', recipientValues(stored, input.recipient))
    return exportPlan(ports, stored, readiness, recipient, input)
  },
  'plan.verify': async ({ files, plans }, { file }) => {
    const bytes = await files.read(file)
    return bytes.ok ? done(await plans.verify(bytes.value, file)) : bytes
  },
}

const recipientValues = ({ caseFile }: StoredCase, recipient: string) => ({
  recipient,
  known: caseFile.recipients.map((each) => each.id).join(', '),
})

function recipientView({ catalogue }: Ports, { id, profile, kind, name, country }: Recipient, readiness: Readiness) {
  const verdict = readiness.export.find((each) => each.recipient === id)
  return {
    id,
    profile,
    kind,
    name: kind === 'family' ? null : name,
    country,
    verdict: verdict === undefined ? { act: 'export' as const, permitted: false, gates: [], obstacles: [] } : actView(verdict),
    gap: verdict?.secrecy.gap ?? null,
    available: planOffer(catalogue, profile).available,
  }
}

async function offer(
  ports: Ports,
  stored: StoredCase,
  readiness: Readiness,
  recipient: Recipient,
  { language }: Input<'plan.offer'>,
): Promise<Output<'plan.offer'>> {
  const { goes, stays, attachment } = planOffer(ports.catalogue, recipient.profile)
  const { version } = nextPlanVersion(stored)
  const { reference } = stored.caseFile
  const { signer, name } = await ports.plans.organisation()
  const kept = await ports.plans.signer()
  return {
    identity: identityView(stored, readiness),
    recipient: recipientView(ports, recipient, readiness),
    goes: [...goes],
    stays: [...stays],
    grounds: grounds(stored, recipient, readiness.on),
    signer: signer.certificate === null ? null : { name: signer.name, organisation: name, fingerprint: signer.certificate.fingerprint },
    ...(kept.ok ? {} : { signerTrouble: kept.error.messageKey }),
    planVersion: version,
    fileName: ports.plans.fileName({ reference, version, profile: recipient.profile, language }),
    attachment,
  }
}

/** On what the transfer rests, as the newest secrecy check says. */
function grounds({ caseFile }: StoredCase, { id }: Recipient, on: string): Output<'plan.offer'>['grounds'] {
  const forPlan = <F extends Fact & { readonly purpose: string }>(facts: readonly F[]) =>
    known(facts, on).filter((each) => each.purpose === 'plan')
  const check = latest(forPlan(caseFile.transfers.secrecyChecks).filter((each) => each.recipient === id))
  if (check === undefined) return null
  const consent = latest(forPlan(caseFile.transfers.consents).filter((each) => each.recipients.includes(id)))
  return {
    purpose: check.purpose,
    secrecy: check.secrecyGround,
    swedishInterests: check.swedishInterests !== undefined,
    dataProtection: check.dataProtectionGround,
    lawCited: check.lawCited ?? null,
    checkedOn: check.happenedOn,
    consentOn: consent?.step === 'given' ? consent.happenedOn : null,
  }
}
