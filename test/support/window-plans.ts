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
      { field: 'goals', extent: 'full' },
      { field: 'guardian', extent: 'full' },
      { field: 'risk', extent: 'shortened' },
      { field: 'budget', extent: 'full' },
    ],
    stays: [
      { field: 'exploitation', always: true, why: 'never' },
      { field: 'unsafe-people', always: true, why: 'never' },
      { field: 'street-address', always: false, why: 'protection' },
    ],
    grounds: covered
      ? {
          purpose: 'plan',
          secrecy: 'consent',
          swedishInterests: true,
          dataProtection: 'art-46',
          lawCited: null,
          checkedOn: '2026-09-18',
          consentOn: '2026-08-20',
        }
      : null,
    signer: { name: 'DEMO Regionkoordinator Syd', organisation: 'Region Syd', fingerprint: '3f1a 9c04' },
    planVersion: 2,
    fileName: `${identity.reference}_v2_IOM-FI_sv.pdf`,
    draftFileName: `${identity.reference}_v2_IOM-FI_sv_UTKAST.pdf`,
    attachment: true,
  }
  const exported: Output<'plan.export'> = {
    file: `/home/anna/plan/${identity.reference}_v2_IOM-FI_sv.pdf`,
    fileName: offer.fileName,
    pages: 8,
    checkCode: '7F3A-09C4-77BE',
    verdict: intact,
    warnings: [],
  }
  const draft: Output<'plan.export'> = {
    ...exported,
    file: exported.file.replace('.pdf', '_UTKAST.pdf'),
    fileName: offer.draftFileName,
    pages: 2,
    checkCode: null,
    verdict: null,
  }
  const list: Recipients = { identity, recipients }
  return { list, offer, exported, draft }
}
