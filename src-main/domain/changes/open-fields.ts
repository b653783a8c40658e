import { legalFields } from './open-legal.ts'
import { peopleFields } from './open-people.ts'
import { segmentsOf } from './steps.ts'

/**
 * What the window may change of a case as it stands, each place with the action that the journal names. `*` is an item of a list.
 * A typed screen of a section adds its own places here.
 */
export const openFields = {
  '/child/alias': 'alias.changed',
  '/diaryNumber': 'diary-number.changed',
  '/child/givenName': 'child.changed',
  '/child/familyName': 'child.changed',
  '/child/sex': 'child.changed',
  '/child/birthDate/value': 'child.changed',
  '/child/birthDate/known': 'child.changed',
  '/child/birthDate/standing': 'child.changed',
  '/child/citizenships': 'child.changed',
  '/child/protectedIdentity': 'child.changed',
  '/child/accompaniment': 'child.changed',
  '/child/languages/*': 'child.changed',
  '/child/languages/*/level': 'child.changed',
  '/child/interpreterNeeded': 'child.changed',
  '/child/interpreterLanguage': 'child.changed',
  '/child/interpreterWish': 'child.changed',
  '/child/identifications/*': 'identification.changed',
  '/child/identifications/*/happenedOn': 'identification.changed',
  '/child/identifications/*/by': 'identification.changed',
  '/child/identifications/*/municipality': 'identification.changed',
  '/child/identifications/*/circumstances': 'identification.changed',
  '/child/exploitation/*': 'exploitation.changed',
  '/child/exploitation/*/happenedOn': 'exploitation.changed',
  '/child/exploitation/*/type': 'exploitation.changed',
  '/child/exploitation/*/standing': 'exploitation.changed',
  '/child/exploitation/*/places': 'exploitation.changed',
  '/child/exploitation/*/controlMethods': 'exploitation.changed',
  '/child/exploitation/*/ageWhenBegun': 'exploitation.changed',
  '/child/exploitation/*/narrative': 'exploitation.changed',
  '/child/placements/*': 'placement.changed',
  '/child/placements/*/happenedOn': 'placement.changed',
  '/child/placements/*/endedOn': 'placement.changed',
  '/child/placements/*/kind': 'placement.changed',
  '/child/placements/*/municipality': 'placement.changed',
  '/child/placements/*/name': 'placement.changed',
  '/child/concernReports/*': 'concern-report.changed',
  '/child/concernReports/*/happenedOn': 'concern-report.changed',
  '/child/concernReports/*/protectionAssessedOn': 'concern-report.changed',
  '/child/concernReports/*/inquiryDecision': 'concern-report.changed',
  '/child/concernReports/*/inquiryDecision/opened': 'concern-report.changed',
  '/child/concernReports/*/reporterAskedForFeedback': 'concern-report.changed',
  '/child/concernReports/*/feedbackGivenOn': 'concern-report.changed',
  '/child/inquiries/*': 'inquiry.changed',
  '/child/inquiries/*/happenedOn': 'inquiry.changed',
  '/child/inquiries/*/extendedThrough': 'inquiry.changed',
  '/child/inquiries/*/completedOn': 'inquiry.changed',
  '/recipients/*/caseReference': 'recipient-reference.changed',
  '/tasks/*': 'task.changed',
  '/tasks/*/title': 'task.changed',
  '/tasks/*/why': 'task.changed',
  '/tasks/*/from': 'task.changed',
  '/tasks/*/responsible': 'task.changed',
  '/tasks/*/dueOn': 'task.changed',
  '/tasks/*/doneOn': 'task.done',
  '/tasks/*/handovers/*': 'task.handed-over',
  '/documents/*/title': 'document.renamed',
  '/bestInterests/*/panel': 'best-interests.changed',
  '/bestInterests/*/childInformed': 'best-interests.changed',
  '/documents/*/type': 'document.changed',
  '/documents/*/issuedOn': 'document.changed',
  '/documents/*/validThrough': 'document.changed',
  '/documents/*': 'document.registered',
  '/talks/*': 'talk.recorded',
  '/talks/*/wishes/*/answer': 'wish.answered',
  '/returnDeclarations/*': 'declaration.recorded',
  '/transfers/consents/*': 'transfer-consent.recorded',
  '/transfers/secrecyChecks/*': 'secrecy.checked',
  ...peopleFields,
  ...legalFields,
} as const satisfies Readonly<Record<`/${string}`, string>>

type Place = keyof typeof openFields
const places = Object.keys(openFields).filter((place): place is Place => Object.hasOwn(openFields, place))

function fits(path: readonly string[], place: readonly string[]): boolean {
  return path.length === place.length && place.every((segment, at) => segment === '*' || segment === path[at])
}

/** Whether the window may read what stands at a path, to change it: an open field, or a list in which items may be changed. */
export function mayBeRead(path: string): boolean {
  const segments = segmentsOf(path) ?? []
  return places.some((place) => {
    const open = segmentsOf(place) ?? []
    const list = open.lastIndexOf('*')
    return fits(segments, open) || (list >= 0 && (fits(segments, open.slice(0, list)) || fits(segments, open.slice(0, list + 1))))
  })
}

/** The action that a change of this field is; nothing where the window may not change it. */
export function openFieldAction(path: string): (typeof openFields)[Place] | undefined {
  const segments = segmentsOf(path) ?? []
  const place = places.find((each) => fits(segments, segmentsOf(each) ?? []))
  return place === undefined ? undefined : openFields[place]
}
