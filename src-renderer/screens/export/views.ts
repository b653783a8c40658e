import type { Output } from '#contract/operations.ts'

export type Offer = Output<'plan.offer'>
export type Recipient = Offer['recipient']
