import type { Failure, Input } from '#contract/operations.ts'
import type { Transfers } from '#domain/case/consent.ts'
import type { Recipient } from '#domain/case/people.ts'
import type { ChangeStep } from '#domain/changes/steps.ts'
import { draftModel } from '#domain/plan/draft-model.ts'
import { planModel } from '#domain/plan/make-plan.ts'
import { planOffer } from '#domain/plan/plan-offer.ts'
import type { Readiness } from '#domain/readiness/readiness.ts'
import { calendarOf } from './cases.ts'
import { done, refused } from './outcome.ts'
import { nextPlanVersion } from './plan-version.ts'
import type { Ports, StoredCase } from './ports.ts'
import { saveOutside } from './save-outside.ts'

type Asked = Input<'plan.export'>

/** Sets, signs and checks one recipient's copy, logs the transfer, and only then lets the file appear. */
export async function exportPlan(ports: Ports, stored: StoredCase, readiness: Readiness, recipient: Recipient, asked: Asked) {
  const { caseFile } = stored
  const verdict = readiness.export.find((each) => each.recipient === recipient.id)
  if (verdict?.permitted !== true) {
    const remains = { gates: verdict?.gates ?? [], obstacles: verdict?.obstacles ?? [] }
    return refused('not-ready', { reference: caseFile.reference }, { remains })
  }
  if (!planOffer(ports.catalogue, recipient.profile).available) return refused('profile-not-set', { profile: recipient.profile })
  const { version, replaces } = nextPlanVersion(stored)
  const model = planModel(
    {
      caseFile,
      catalogue: ports.catalogue,
      readiness,
      calendar: calendarOf(ports, stored, readiness.on),
      organisation: await ports.plans.organisation(),
      planVersion: version,
      replaces,
      issuedAt: ports.clock.now(),
      journal: await ports.journal.mark(caseFile.reference),
    },
    recipient.id,
  )
  if (!model.ok) return refused(model.error.code, model.error.code === 'withheld-words' ? { fields: model.error.fields.join(', ') } : {})
  const set = await ports.plans.set(model.value, asked.language)
  if (!set.ok) return set
  const signed = await ports.plans.sign(set.value.bytes, asked.language)
  if (!signed.ok) return signed
  const checked = await ports.plans.verify(signed.value, set.value.fileName)
  if (checked.verdict !== 'intact-trusted') return refused('self-check')
  const staged = await ports.files.stage(asked.folder, set.value.fileName, signed.value)
  if (!staged.ok) return staged
  const logged = await ports.register.change({
    before: stored,
    steps: [await transferStep(ports, stored, recipient, asked.language, version, ports.plans.sha256(signed.value))],
    action: 'plan.exported',
    operationId: asked.operationId,
  })
  if (!logged.ok) {
    await staged.value.discard()
    return logged
  }
  const named = await staged.value.commit()
  if (!named.ok) return loggedOnly(named.error)
  const { fileName, pages, checkCode } = set.value
  return done({ file: staged.value.file, fileName, pages, checkCode, verdict: { ...checked, file: staged.value.file } })
}

/** The file did not appear, although its transfer stands in the log: whoever reads that must know that nothing was handed out. */
const loggedOnly = (error: Failure) => refused('logged-not-saved', { reason: error.code, ...error.values })

/** The transfer as it enters the case's log: recipient, purpose, version, digest; the grounds stand in the secrecy check. */
async function transferStep(
  ports: Ports,
  { caseFile, version }: StoredCase,
  recipient: Recipient,
  language: string,
  planVersion: number,
  sha256: string,
): Promise<ChangeStep> {
  const after: Transfers['log'][number] = {
    happenedOn: ports.clock.today(),
    recordedAt: ports.clock.now(),
    recipient: recipient.id,
    purpose: 'plan',
    profile: recipient.profile,
    language,
    planVersion,
    caseVersion: version,
    sha256,
    by: await ports.user(),
  }
  return { path: `/transfers/log/${caseFile.transfers.log.length}`, after }
}

/** An internal working copy: unsigned, marked on every page, no recipient, no attachment, not in the transfer log. */
export async function exportDraft(ports: Ports, stored: StoredCase, readiness: Readiness, asked: Asked) {
  const { caseFile, version } = stored
  const model = draftModel(
    { caseFile, catalogue: ports.catalogue, readiness, organisation: await ports.plans.organisation(), issuedAt: ports.clock.now() },
    version,
  )
  const set = await ports.plans.setDraft(model, asked.language)
  if (!set.ok) return set
  const { bytes, fileName, pages } = set.value
  const saved = await saveOutside(ports.files, { folder: asked.folder, name: fileName, bytes }, () =>
    ports.register.recordRead(caseFile.reference, 'draft', asked.operationId),
  )
  if (!saved.ok) return saved
  return done({ file: saved.value, fileName, pages, checkCode: null, verdict: null })
}
