import type { Recipient } from '../case/people.ts'
import type { PlanProfile } from '../catalogue/plan-profiles.ts'
import type { Result } from '../result.ts'
import { budgetPart } from './budget-part.ts'
import { childPart } from './child-part.ts'
import { alarmPart, contactsPart } from './contacts-part.ts'
import { coverPart } from './cover-part.ts'
import { bestInterestsPart, consentPart, guardianPart } from './decision-part.ts'
import { evidencePart } from './evidence-part.ts'
import { followUpPart } from './follow-up-part.ts'
import { aliasNamesChild } from './names-of-child.ts'
import { gets, type PlanContext, type PlanInput } from './plan-context.ts'
import type { PlanModel } from './plan-model.ts'
import { receptionPart } from './reception-part.ts'
import { reintegrationPart } from './reintegration-part.ts'
import { riskPart } from './risk-part.ts'
import { signaturesPart } from './signatures-part.ts'
import { translationsFor } from './translations.ts'
import { travelPart } from './travel-part.ts'
import { withAlias, withheldWordsIn } from './withheld-words.ts'

/** `fields` are paths in the plan where a free text names somebody who must not be named; the text is mended in the register. */
export type PlanProblem =
  | { readonly code: 'unknown-recipient' | 'profile-does-not-fit' | 'alias-names-child' }
  | { readonly code: 'withheld-words'; readonly fields: readonly string[] }

/** The recipient's copy, cut by its profile. Whether it may leave is readiness's answer, not this function's. */
export function planModel(input: PlanInput, recipientId: string): Result<PlanModel, PlanProblem> {
  const recipient = input.caseFile.recipients.find(({ id }) => id === recipientId)
  const profile = input.catalogue.planProfiles.profiles.find(({ id }) => id === recipient?.profile)
  if (recipient === undefined || profile === undefined) return { ok: false, error: { code: 'unknown-recipient' } }
  if (!profile.kinds.includes(recipient.kind)) return { ok: false, error: { code: 'profile-does-not-fit' } }
  if (aliasNamesChild(input.caseFile.child)) return { ok: false, error: { code: 'alias-names-child' } }
  const cut = assemble({ ...input, profile, recipient, on: input.readiness.on })
  const model = { ...cut, translations: translationsFor(cut, input.caseFile) }
  const fields = withheldWordsIn(model, input.caseFile, input.readiness.on, input.catalogue.planProfiles.kinshipWords)
  return fields.length === 0
    ? { ok: true, value: withAlias(model, input.caseFile) }
    : { ok: false, error: { code: 'withheld-words', fields } }
}

function assemble(context: PlanContext): Omit<PlanModel, 'translations'> {
  const { caseFile, catalogue, profile, organisation } = context
  const bestInterests = bestInterestsPart(context)
  const risk = riskPart(context)
  return {
    format: 'hemvag-plan-1',
    demonstration: organisation.demonstration,
    reference: caseFile.reference,
    version: context.planVersion,
    replaces: context.replaces,
    issuedOn: context.on,
    issuedAt: context.issuedAt,
    journalHead: context.journal.head,
    registerId: context.journal.registerId,
    checkpoint: context.journal.checkpoint,
    profile: profile.id,
    recipient: recipientOf(context.recipient),
    organisation: {
      name: organisation.name,
      office: caseFile.office.name,
      place: organisation.place,
      provision: organisation.provision,
    },
    sections: sectionsOf(profile),
    cover: coverPart(context, { bestInterests, risk }),
    child: childPart(context),
    ...part('guardian', guardianPart(context)),
    ...part('consent', consentPart(context)),
    ...part('bestInterests', bestInterests),
    ...part('risk', risk),
    ...part(
      'reception',
      gets(context, 'reception.caregiver') || gets(context, 'reception.responsibility') ? receptionPart(context) : undefined,
    ),
    ...part('reintegration', reintegrationPart(context)),
    ...part('budget', budgetPart(context)),
    ...part('travel', travelPart(context)),
    ...part('followUp', followUpPart(context)),
    contacts: contactsPart(context),
    ...part('alarm', alarmPart(context)),
    ...part('signatures', signaturesPart(context)),
    evidence: evidencePart(context),
    leftOut: gets(context, 'appendix.left-out') ? catalogue.planProfiles.leftOut : [],
    verification: gets(context, 'appendix.verification'),
    attached: gets(context, 'attachment.data'),
  }
}

const sectionsOf = (profile: PlanProfile): PlanModel['sections'] => profile.sections

const recipientOf = ({ kind, name, profile, caseReference }: Recipient): PlanModel['recipient'] => ({
  name: kind === 'family' ? null : name,
  profile,
  theirReference: caseReference ?? null,
})

/** JSON knows no undefined: what is not there has no key. */
function part<Key extends string, Part>(key: Key, value: Part | undefined): { readonly [K in Key]?: Part } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Part })
}
