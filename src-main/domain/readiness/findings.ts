import type { Fact } from '../case/fact.ts'
import { type Context, isProven, known } from './facts.ts'

/** Why something short of met is what it is; each has its sentence under `readiness.why.<code>`. */
export type ReasonCode =
  | 'nothing-recorded'
  | 'evidence-missing'
  | 'guardian-applied-for'
  | 'guardian-ended'
  | 'not-decided'
  | 'decided-against-return'
  | 'alternatives-incomplete'
  | 'wishes-unanswered'
  | 'alternatives-not-explained'
  | 'one-voice-missing'
  | 'withdrawn'
  | 'child-says-no'
  | 'not-signed-off'
  | 'open-stops'
  | 'legal-obstacle'
  | 'protection-claim-open'
  | 'identity-not-verified'
  | 'unsuitable'
  | 'other-caregiver'
  | 'other-person-traced'
  | 'reception-failed'
  | 'escort-not-safe'
  | 'panel-incomplete'
  | 'factors-incomplete'
  | 'authority-asked'
  | 'authority-declines'
  | 'reception-incomplete'
  | 'receiver-not-safe'
  | 'parental-consent-missing'
  | 'not-in-writing'
  | 'plan-without-goals'
  | 'not-funded'
  | 'not-fit-to-travel'
  | 'itinerary-unsettled'
  | 'evidence-not-secured'
  | 'prosecutor-not-told'
  | 'only-explained'
  | 'recipients-not-covered'
  | 'preparation-incomplete'

export type Reason = { readonly code: ReasonCode; readonly values?: Readonly<Record<string, string | number>> }

/** An answer to a safeguard's question: yes on a day and perhaps only for a time, or no with its reason. */
export type Answer =
  | { readonly says: 'yes'; readonly on: string; readonly through?: string | undefined }
  | { readonly says: 'no'; readonly on: string; readonly reason: Reason }

/** All that a rule found: answers, and how far the work has come where there is no answer. */
export type Finding = { readonly answers: readonly Answer[]; readonly begun?: Reason | undefined }

type Judged<F> = (
  fact: F,
) => { readonly yes: true; readonly through?: string | undefined } | { readonly yes: false; readonly reason: Reason } | Reason

/**
 * Turns facts into answers: a yes needs its evidence, a no counts even without, anything else is work begun.
 * The common shape of nearly every safeguard.
 */
export function judge<F extends Fact>(context: Context, facts: readonly F[], judged: Judged<F>): Finding {
  const answers: Answer[] = []
  let begun: Reason | undefined
  for (const fact of known(facts, context.on)) {
    const verdict = judged(fact)
    if ('code' in verdict) begun = verdict
    else if (!verdict.yes) answers.push({ says: 'no', on: fact.happenedOn, reason: verdict.reason })
    else if (isProven(context, fact)) answers.push({ says: 'yes', on: fact.happenedOn, through: verdict.through })
    else begun = { code: 'evidence-missing', values: { document: context.gate.evidence } }
  }
  return { answers, begun }
}

export const yes = { yes: true } as const
export const no = (code: ReasonCode, values?: Reason['values']) =>
  ({ yes: false, reason: values === undefined ? { code } : { code, values } }) as const
