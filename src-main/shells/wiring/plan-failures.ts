import type { Failure } from '#contract/operations.ts'
import type { Overflow, RenderProblem } from '#documents/layout/problems.ts'
import type { SigningRefusal } from '#documents/signing/signing-faults.ts'

/** Why a plan could not be set, as a sentence that names the places; nothing of it is written to any log. */
export function layoutFailure(problem: RenderProblem): Failure {
  const { code } = problem
  return { code, messageKey: `failure.layout.${code}`, values: { places: list(placesOf(problem)) } }
}

/** As many places as a person mends before trying again. */
const most = 8
const list = (places: readonly string[]): string => [...places.slice(0, most), ...(places.length > most ? ['…'] : [])].join('; ')

function placesOf(problem: RenderProblem): readonly string[] {
  switch (problem.code) {
    case 'missing-glyphs':
      return problem.characters.map(({ character, codePoint, near }) => `${character} ${codePoint} (${near})`)
    case 'word-too-wide':
      return problem.words.map(({ word }) => word)
    case 'does-not-fit':
      return problem.parts.map(partPlace)
    case 'figure-without-alternative':
      return [String(problem.figures.length)]
  }
}

const partPlace = ({ content, page }: Overflow): string => (page === undefined ? content : `${content} (${page})`)

/** Why a plan was not signed, in the verifier's own words for it. */
export const signingFailure = ({ code, character }: SigningRefusal): Failure => ({
  code: 'signing',
  messageKey: `verify.refused.${code}`,
  values: { reason: code, ...(character === undefined ? {} : { character }) },
})
