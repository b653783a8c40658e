import { workingCalendar } from '#catalogue/holidays.ts'
import { type SetPlan, setDraft, setPlan } from '#documents/export-plan.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { RecipientProfile } from '#domain/case/people.ts'
import { type DraftModel, draftModel } from '#domain/plan/draft-model.ts'
import { type PlanProblem, planModel } from '#domain/plan/make-plan.ts'
import type { OrganisationSettings } from '#domain/plan/plan-context.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import { assessReadiness } from '#domain/readiness/readiness.ts'
import { caseA, caseB, catalogue, copy } from './examples.ts'

/** Settings of a fictional office; numbers that nobody answers. */
export const settings: OrganisationSettings = {
  demonstration: false,
  name: 'Malmö kommun',
  place: 'Malmö',
  zone: 'Europe/Stockholm',
  provision: {
    sv: '26 kap. 1 § offentlighets- och sekretesslagen (2009:400)',
    en: 'Chapter 26, Section 1 of the Public Access to Information and Secrecy Act (2009:400)',
  },
  offices: [
    { role: 'focal-point', organisation: 'IOM Finland', phone: '+358 700 000 002', hours: 'office-hours', inFinland: true },
    { role: 'focal-point', organisation: 'IOM Rumänien', phone: '+40 700 000 004', hours: 'all-year', inFinland: false },
    { role: 'duty-officer', organisation: 'DGASPC Bacău', phone: '+40 700 000 003', hours: 'around-the-clock', inFinland: false },
    { role: 'helpline', organisation: 'Rumänien', phone: '116 111', hours: 'child-may-call', inFinland: false },
  ],
  signer: {
    name: 'Anna Testberg',
    position: { sv: 'Regionkoordinator Syd', en: 'Regional coordinator, South' },
    certificate: { subject: 'Regionkoordinator Syd', issuer: 'organisationens rot', fingerprint: '3c719e05b2d844af'.repeat(4) },
  },
}

export const issuedOn = '2026-09-30'

/** Recipients of every profile, also those that case A has none of. */
export function withAllRecipients(caseFile: CaseFile): CaseFile {
  const known = new Set(caseFile.recipients.map(({ profile }) => profile))
  const profiles = catalogue.planProfiles.profiles.map(({ id }) => id).filter((id) => !known.has(id))
  const kind = {
    CARE_PARTNER: 'private-partner',
    COO_AUTHORITY: 'foreign-authority',
    EMBASSY: 'foreign-authority',
    CHILD: 'family',
  } as const
  const added = profiles.map((profile) => ({
    id: profile.toLowerCase().replaceAll('_', '-'),
    kind: profile in kind ? kind[profile as keyof typeof kind] : ('international-organisation' as const),
    profile,
    name: `Mottagare ${profile}`,
    country: 'RO',
  }))
  return { ...copy(caseFile), recipients: [...caseFile.recipients, ...added] }
}

export const recipientOf = (caseFile: CaseFile, profile: RecipientProfile): string =>
  caseFile.recipients.find((each) => each.profile === profile)?.id ?? 'nobody'

/** The answer of the plan for a profile on 30 September 2026. */
export function planAnswer(caseFile: CaseFile, profile: RecipientProfile): ReturnType<typeof planModel> {
  return planModel(
    {
      caseFile,
      catalogue,
      readiness: assessReadiness(caseFile, catalogue, issuedOn),
      calendar: workingCalendar(caseFile.travel.destination.country, [2026, 2027, 2028], catalogue),
      organisation: settings,
      planVersion: 2,
      replaces: { version: 1, on: '2026-09-16' },
      issuedAt: '2026-09-30T10:00:00Z',
      journal: { registerId: '01K3REGISTER00000000000000', head: '5f'.repeat(32), checkpoint: { number: 7, hash: 'c4'.repeat(32) } },
    },
    recipientOf(caseFile, profile),
  )
}

export function planFor(profile: RecipientProfile, caseFile: CaseFile = caseA): PlanModel {
  const answer = planAnswer(caseFile, profile)
  if (!answer.ok) throw new Error(`no plan: ${JSON.stringify(answer.error)}`)
  return answer.value
}

export function problemOf(profile: RecipientProfile, caseFile: CaseFile): PlanProblem | undefined {
  const answer = planAnswer(caseFile, profile)
  return answer.ok ? undefined : answer.error
}

export function draftFor(caseFile: CaseFile = caseB, on = '2026-09-25'): DraftModel {
  return draftModel(
    { caseFile, catalogue, readiness: assessReadiness(caseFile, catalogue, on), organisation: settings, issuedAt: `${on}T10:00:00Z` },
    3,
  )
}

export type Language = 'sv' | 'en'

export const setCopy = async (profile: RecipientProfile, language: Language, caseFile: CaseFile = caseA): Promise<SetPlan> =>
  whole(await setPlan(planFor(profile, caseFile), language))

export const setWorkingCopy = async (language: Language, model: DraftModel = draftFor()): Promise<SetPlan> =>
  whole(await setDraft(model, language))

function whole(result: Awaited<ReturnType<typeof setPlan>>): SetPlan {
  if (!result.ok) throw new Error(`not set: ${JSON.stringify(result.error)}`)
  return result.value
}
