import type { Output } from '#contract/operations.ts'
import type { Speech } from '../../app/text.ts'

export type Recipient = Output<'consent.view'>['recipients'][number]

/** An organisation by name, a private person by what they are to the plan. */
export const recipientWords = ({ tOr }: Speech, { name, profile }: Recipient): string => name ?? tOr([`recipient-profile.${profile}`])
