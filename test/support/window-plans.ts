import type { Output } from '#contract/operations.ts'
import type { IdentityView, ReadinessView } from '#contract/views.ts'
import { intact } from './window-sections.ts'

type Recipients = Output<'plan.recipients'>
type Recipient = Recipients['recipients'][number]

const who: readonly Pick<Recipient, 'id' | 'profile' | 'kind' | 'name' | 'country' | 'available'>[] = [
  { id: 'iom-fi', profile: 'IOM_FI', kind: 'international-organisation', name: 'IOM Finland', country: 'FI', available: true },
  { id: 'iom-ro', profile: 'IOM_MISSION', kind: 'international-organisation', name: 'IOM Rumänien', country: 'RO', available: false },
  { id: 'dgaspc', profile: 'COO_AUTHORITY', kind: 'foreign-authority', name: 'DGASPC Bacău', country: 'RO', available: false },
  { id: 'aunt', profile: 'FAMILY', kind: 'family', name: null, country: 'RO', available: true },
]

/** All that the export screen asks for one case. */
export function plans(identity: IdentityView, readiness: ReadinessView) {
  const recipients = who.map((each): Recipient => {
    const verdict = readiness.export.find(({ recipient }) => recipient === each.id) ?? { ...readiness.book, gap: null }
    return {
      ...each,
      verdict: { act: 'export', permitted: verdict.permitted, gates: verdict.gates, obstacles: verdict.obstacles },
      gap: verdict.gap,
    }
  })
  const [recipient] = recipients
  if (recipient === undefined) throw new Error('a case without recipients has no offer')
  const covered = recipient.gap === null
  const offer: Output<'plan.offer'> = {
    identity,
    recipient,
    goes: [
      { field: 'cover.decision', extent: 'full' },
      { field: 'child.goals', extent: 'full' },
      { field: 'guardian.person', extent: 'full' },
      { field: 'consent.declaration', extent: 'full' },
      { field: 'risk.assessment', extent: 'full' },
      { field: 'reintegration.goals', extent: 'full' },
      { field: 'budget.lines', extent: 'full' },
      { field: 'travel.fitness', extent: 'shortened' },
      { field: 'follow-up.calendar', extent: 'full' },
    ],
    stays: [
      { field: 'exploitation', always: true, why: 'may-harm' },
      { field: 'persons-not-safe-to-contact', always: true, why: 'protected' },
      { field: 'police-and-informants', always: true, why: 'other-secrecy' },
      { field: 'street-address', always: true, why: 'protected' },
      { field: 'child.name', always: false, why: 'separate-sheet' },
      { field: 'records-of-talks', always: true, why: 'stays-in-file' },
    ],
    grounds: covered
      ? {
          purpose: 'plan',
          secrecy: 'osl-12-2-consent',
          swedishInterests: true,
          dataProtection: 'gdpr-46-instrument',
          lawCited: null,
          checkedOn: '2026-09-18',
          consentOn: '2026-08-20',
        }
      : null,
    signer: { name: 'DEMO Regionkoordinator Syd', organisation: 'Region Syd', fingerprint: '3f1a 9c04' },
    planVersion: 2,
    fileName: `${identity.reference}_v2_IOM-FI_sv.pdf`,
    attachment: true,
  }
  const exported: Output<'plan.export'> = {
    file: `/home/anna/plan/${identity.reference}_v2_IOM-FI_sv.pdf`,
    fileName: offer.fileName,
    pages: 8,
    checkCode: '7F3A-09C4-77BE',
    verdict: intact,
  }
  const draft: Output<'plan.export'> = {
    ...exported,
    file: exported.file.replace('.pdf', '_UTKAST.pdf'),
    fileName: `${identity.reference}_v2_IOM-FI_sv_UTKAST.pdf`,
    pages: 2,
    checkCode: null,
    verdict: null,
  }
  const list: Recipients = { identity, recipients }
  return { list, offer, exported, draft }
}
