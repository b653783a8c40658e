import type { RecipientProfile } from '../case/people.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { planFields } from '../catalogue/plan-profiles.ts'

export type PlanOffer = {
  readonly goes: readonly { readonly field: string; readonly extent: 'full' | 'shortened' }[]
  /** `always` is what no profile ever gets. `why` has its sentence under `plan.stays.<why>`. */
  readonly stays: readonly { readonly field: string; readonly always: boolean; readonly why: string }[]
  readonly available: boolean
  readonly attachment: boolean
}

/** What goes to a recipient of this profile, what stays, and why; the names are `plan.field.<field>`. */
export function planOffer({ planProfiles }: Pick<Catalogue, 'planProfiles'>, profileId: RecipientProfile): PlanOffer {
  const profile = planProfiles.profiles.find(({ id }) => id === profileId)
  const fields = profile?.fields ?? {}
  return {
    goes: planFields.flatMap((field) => {
      const extent = fields[field]
      return extent === undefined ? [] : [{ field, extent: extent === 'full' ? 'full' : 'shortened' }]
    }),
    stays: [
      ...planFields.flatMap((field) => (fields[field] === undefined ? [{ field, always: false, why: planProfiles.stays[field] }] : [])),
      ...planProfiles.alwaysStays.map(({ field, why }) => ({ field, always: true, why })),
    ],
    available: profile?.available === true,
    attachment: fields['attachment.data'] !== undefined,
  }
}
