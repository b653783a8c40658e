import type { CaseFile } from '../case/case-file.ts'
import type { Person, Recipient } from '../case/people.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { WorkingCalendar } from '../catalogue/follow-up.ts'
import type { Extent, PlanField, PlanProfile } from '../catalogue/plan-profiles.ts'
import type { Readiness } from '../readiness/readiness.ts'

/** A text of the organisation's own settings, in both languages of a plan. */
export type Localised = { readonly sv: string; readonly en: string }

/** An office to call that is no person of the case: a mission, a child protection office, a helpline. */
export type OfficeNumber = {
  /** `coordinator` is the number of the office's coordinators, taken where the case has none for the person. */
  readonly role: 'focal-point' | 'duty-officer' | 'helpline' | 'coordinator'
  readonly organisation: string
  readonly phone: string
  readonly hours: 'office-hours' | 'all-year' | 'around-the-clock' | 'child-may-call'
  /** The office in Finland is left out where the profile says so. */
  readonly inFinland: boolean
}

/** What the organisation has set once for all its plans. */
export type OrganisationSettings = {
  /** A register for practice: every page says so. */
  readonly demonstration: boolean
  readonly name: string
  /** The town where plans are signed and journeys begin. */
  readonly place: string
  /** IANA zone of that town. */
  readonly zone: string
  /** The secrecy provision for the marking; nothing is printed without it. */
  readonly provision: Localised | null
  readonly offices: readonly OfficeNumber[]
  readonly signer: {
    readonly name: string
    readonly position: Localised
    /** Subject and issuer of the certificate, and its SHA-256 in hex. */
    readonly certificate: { readonly subject: string; readonly issuer: string; readonly fingerprint: string } | null
  }
}

/** Where the journal stands at issue, which ties the copy to the state of the register. Hashes in hex. */
export type JournalMark = {
  readonly registerId: string
  /** Newest entry of the case's own chain. */
  readonly head: string
  /** The checkpoint that binds all chains as they stand. */
  readonly checkpoint: { readonly number: number; readonly hash: string }
}

export type PlanInput = {
  readonly caseFile: CaseFile
  readonly catalogue: Catalogue
  /** Readiness on the day of issue. */
  readonly readiness: Readiness
  readonly calendar: WorkingCalendar
  readonly organisation: OrganisationSettings
  /** Whole numbers from 1. */
  readonly planVersion: number
  /** The version that this one replaces, as logged. */
  readonly replaces: { readonly version: number; readonly on: string } | null
  /** UTC instant. */
  readonly issuedAt: string
  readonly journal: JournalMark
}

/** What the parts of a plan are cut with. */
export type PlanContext = PlanInput & { readonly profile: PlanProfile; readonly recipient: Recipient; readonly on: string }

export const extentOf = (profile: PlanProfile, field: PlanField): Extent | undefined => profile.fields[field]
export const gets = ({ profile }: Pick<PlanContext, 'profile'>, field: PlanField): boolean => profile.fields[field] !== undefined
export const getsFull = ({ profile }: Pick<PlanContext, 'profile'>, field: PlanField): boolean => profile.fields[field] === 'full'

export const personIn = (caseFile: CaseFile, id: string | undefined): Person | undefined =>
  caseFile.people.find((person) => person.id === id)
