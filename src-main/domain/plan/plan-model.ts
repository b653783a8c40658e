import type { PlanSection } from '../catalogue/plan-profiles.ts'
import type { BudgetPart } from './budget-part.ts'
import type { ChildPart } from './child-part.ts'
import type { AlarmPart, PlanContact } from './contacts-part.ts'
import type { CoverPart } from './cover-part.ts'
import type { BestInterestsPart, ConsentPart, GuardianPart } from './decision-part.ts'
import type { PlanEvidence } from './evidence-part.ts'
import type { FollowUpPart } from './follow-up-part.ts'
import type { Localised } from './plan-context.ts'
import type { ReceptionPart } from './reception-part.ts'
import type { ReintegrationPart } from './reintegration-part.ts'
import type { RiskPart } from './risk-part.ts'
import type { SignaturesPart } from './signatures-part.ts'
import type { PlanTranslation } from './translations.ts'
import type { TravelPart } from './travel-part.ts'

/**
 * One recipient's copy of the plan as plain data: cut by profile before anything is set. Without its translations it is the
 * attached `plan.json`. A part that the profile does not get is not there.
 */
export type PlanModel = {
  readonly format: 'hemvag-plan-1'
  /** Made in a register for practice. */
  readonly demonstration: boolean
  readonly reference: string
  readonly version: number
  readonly replaces: { readonly version: number; readonly on: string } | null
  /** Day that readiness was asked for, and the UTC instant of issue. */
  readonly issuedOn: string
  readonly issuedAt: string
  /** Head of the case's journal at issue. */
  readonly journalHead: string
  /** The register and its newest checkpoint at issue: a register without it was rolled back. */
  readonly registerId: string
  readonly checkpoint: { readonly number: number; readonly hash: string }
  readonly profile: string
  /** A private person is not named in the header of a copy. */
  readonly recipient: { readonly name: string | null; readonly profile: string; readonly theirReference: string | null }
  readonly organisation: { readonly name: string; readonly office: string; readonly place: string; readonly provision: Localised | null }
  readonly sections: readonly PlanSection[]
  readonly cover: CoverPart
  readonly child: ChildPart
  readonly guardian?: GuardianPart
  readonly consent?: ConsentPart
  readonly bestInterests?: BestInterestsPart
  readonly risk?: RiskPart
  readonly reception?: ReceptionPart
  readonly reintegration?: ReintegrationPart
  readonly budget?: BudgetPart
  readonly travel?: TravelPart
  readonly followUp?: FollowUpPart
  readonly contacts: readonly PlanContact[]
  readonly alarm?: AlarmPart
  readonly signatures?: SignaturesPart
  readonly evidence: readonly PlanEvidence[]
  /** Categories that every copy leaves out; the same for every child. */
  readonly leftOut: readonly string[]
  readonly verification: boolean
  /** Whether this object goes along as `plan.json`. */
  readonly attached: boolean
  /** For setting the copy in another language; no part of the attached data. */
  readonly translations: readonly PlanTranslation[]
}

/** What goes along as `plan.json`: in no language. */
export function attachedData({ translations: _, ...data }: PlanModel): Omit<PlanModel, 'translations'> {
  return data
}
