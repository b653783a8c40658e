import type { PlanModel } from './plan-model.ts'

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/** JSON with sorted keys and no spaces: equal content gives equal text. @source RFC 8785, for strings, integers and booleans */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value as Json))
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map((each: Json) => sorted(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

/** What changes each time a copy is made, and says nothing of the plan: the hour of issue and the state of the journal;
 * and what is not attached, so that the code of a copy can be counted from its `plan.json`. */
export function contentOf({
  issuedAt: _hour,
  journalHead: _head,
  registerId: _register,
  checkpoint: _checkpoint,
  translations: _translations,
  signatures,
  ...content
}: PlanModel): unknown {
  if (signatures === undefined) return content
  const { signedAt: _signedAt, offset: _offset, ...signing } = signatures
  return { ...content, signatures: signing }
}

/** The first eight hex digits of the SHA-256 of a copy's content, `7F3A 91C2`; `sha256` gives lower-case hex. */
export function checkCode(content: unknown, sha256: (text: string) => string): string {
  const start = sha256(canonicalJson(content)).slice(0, 8).toUpperCase()
  return `${start.slice(0, 4)} ${start.slice(4)}`
}
