import type { Failure, Input, Output } from '#contract/operations.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { ReturnDeclaration } from '#domain/case/consent.ts'
import type { Recipient } from '#domain/case/people.ts'
import type { TransferGround } from '#domain/catalogue/transfers.ts'
import { known, latest } from '#domain/readiness/facts.ts'
import { pauseOn } from '#domain/readiness/pause.ts'
import type { Readiness } from '#domain/readiness/readiness.ts'
import { lastStoppingNo } from '#domain/readiness/refusals.ts'
import { groundHindrance, groundsFor, isPublicAuthority } from '#domain/readiness/transfer-grounds.ts'
import type { Result } from '#domain/result.ts'
import { judged } from './cases.ts'
import { changeCase } from './change-case.ts'
import { decide } from './decide.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import { refusalOf } from './permissions.ts'
import type { Ports, StoredCase } from './ports.ts'

type Names = 'consent.view' | 'consent.withdraw' | 'consent.resume'

export const consentImplementations: Implementations<Names> = {
  'consent.view': async (ports, { reference }) => {
    const found = await judged(ports, { reference })
    if (!found.ok) return found
    const { stored, readiness } = found.value
    const { caseFile } = stored
    return done({
      ...lastYes(caseFile, readiness.on),
      carriesThrough: readiness.gates.find(({ gate }) => gate.id === 'G05')?.validThrough ?? null,
      hasCustodian: caseFile.people.some(({ custodian }) => custodian),
      publicAuthority: isPublicAuthority(caseFile),
      mayResume: (await refusalOf(ports, 'consent.resume', { reference })) === undefined,
      resumptions: caseFile.resumptions.map(({ happenedOn, decidedBy, reason }) => ({ on: happenedOn, by: decidedBy, reason })),
      recipients: caseFile.recipients.map((recipient) => recipientView(ports, caseFile, readiness, recipient)),
    })
  },
  'consent.withdraw': (ports, input) => withdraw(ports, input, mostTries),
  'consent.resume': async (ports, { reason, ...asked }) => {
    const today = ports.clock.today()
    const resumption = { happenedOn: today, recordedAt: ports.clock.now(), decidedBy: await ports.user(), reason }
    return decide(ports, asked, {
      action: 'consent.resumed',
      decision: 'approve-resumption',
      hindrance: (stored) => resumptionHindered(stored, today),
      steps: ({ resumptions }) => [{ path: `/resumptions/${resumptions.length}`, after: resumption }],
    })
  },
}

function resumptionHindered({ caseFile }: StoredCase, today: string) {
  const pause = pauseOn(caseFile, today)
  if (pause === undefined) return refused('not-paused')
  return pause.missing.some((need) => need !== 'decision') ? refused('resumption-too-early') : undefined
}

/** A colleague may save the case in the same moment: then it is done again on what they saved. */
const mostTries = 5

/** A no is written on whatever version stands, so that it is never refused as stale. */
async function withdraw(
  ports: Ports,
  { reference, operationId, by }: Input<'consent.withdraw'>,
  tries: number,
): Promise<Result<Output<'consent.withdraw'>, Failure>> {
  const stored = await ports.register.find(reference)
  if (stored === undefined) return refused('no-such-case', { reference })
  const { caseFile, version } = stored
  const today = ports.clock.today()
  if (isSaidAlready(caseFile, today, by)) return done({ version, since: today })
  const withdrawn = { happenedOn: today, recordedAt: ports.clock.now(), step: 'withdrawn', by: [...by] } satisfies ReturnDeclaration
  const steps = [{ path: `/returnDeclarations/${caseFile.returnDeclarations.length}`, after: withdrawn }]
  const changed = await changeCase(ports, { reference, version, operationId, steps, action: 'consent.withdrawn' })
  if (changed.ok) return done({ version: changed.value.version, since: today })
  return changed.error.code === 'stale' && tries > 1 ? withdraw(ports, { reference, operationId, by }, tries - 1) : changed
}

/** Whether a withdrawal by the same voices stands already and pauses as long as a new one would. */
const isSaidAlready = ({ returnDeclarations }: CaseFile, today: string, by: Input<'consent.withdraw'>['by']): boolean =>
  returnDeclarations.some((each) => each.step === 'withdrawn' && each.happenedOn === today && by.every((voice) => each.by.includes(voice)))

/** When the child and whoever represents it each last said yes since the last no. */
function lastYes(caseFile: CaseFile, on: string) {
  const no = lastStoppingNo(caseFile, on)?.on
  const yes = known(caseFile.returnDeclarations, on).filter(
    ({ step, happenedOn }) => (step === 'given' || step === 'confirmed') && (no === undefined || happenedOn > no),
  )
  const by = (speaks: (voice: string) => boolean) => latest(yes.filter((each) => each.by.some(speaks)))?.happenedOn ?? null
  return { child: by((voice) => voice === 'child'), representative: by((voice) => voice !== 'child') }
}

function recipientView({ catalogue }: Ports, caseFile: CaseFile, readiness: Readiness, recipient: Recipient) {
  const { id, kind, profile, name, country } = recipient
  const grounds = groundsFor({ catalogue }, recipient)
  const secrecy = readiness.export.find((each) => each.recipient === id)?.secrecy
  const view = (ground: TransferGround['dataProtection'][number]) => ({
    id: ground.id,
    needs: ground.needs ?? null,
    buildsOnConsent: ground.buildsOnConsent === true,
    hindrance: groundHindrance({ caseFile, catalogue }, ground, recipient) ?? null,
  })
  return {
    id,
    kind,
    profile,
    name: kind === 'family' ? null : name,
    country,
    gap: secrecy?.gap ?? null,
    coveredOn: secrecy?.coveredOn ?? null,
    swedishInterests: grounds?.swedishInterests === true,
    secrecy: (grounds?.secrecy ?? []).map(view),
    dataProtection: (grounds?.dataProtection ?? []).map(view),
  }
}
