import { type FactorSquare, factorSquares } from '#domain/pictures/factor-squares.ts'
import { printPalette } from '#domain/pictures/palette.ts'
import type { BestInterestsPart, Weighing } from '#domain/plan/decision-part.ts'
import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { capital, dataDate, languageName, listed } from './formats.ts'
import { bold, type LabelRow, labelValues, optionalRow, row, section, sectionHeading, sentences } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

export function bestInterestsSection({ model, words, number }: SectionContext): Block {
  const { bestInterests } = model
  if (bestInterests === undefined) return section([])
  const { weighing } = bestInterests
  return section([
    sectionHeading(words, 'plan.sec.best-interests', number('best-interests')),
    labelValues([
      row(words.say('plan.bid.label'), bold(words.say('plan.bid.outcome', { where: whereTo(bestInterests, model, words) }))),
      ...(weighing === null
        ? [row(words.say('plan.label.date'), dataDate(bestInterests.decidedOn, words.language))]
        : decidedBy(bestInterests, weighing, words)),
      ...(bestInterests.homeAuthority === null ? [] : [bothCountries(bestInterests.homeAuthority, words)]),
      ...(weighing === null ? [] : told(weighing, words)),
    ]),
  ])
}

/** `sin moster i Bacău`; for other care the town, without a town the home country. */
export function whereTo(part: Pick<BestInterestsPart, 'outcome' | 'relation' | 'town'>, model: PlanModel, words: Words): string {
  const town = part.town ?? words.say('plan.bid.home-country')
  if (part.outcome !== 'RETURN_FAMILY') return words.say('plan.bid.alt-care', { town })
  if (part.relation === null) return town
  const relative = words.say('plan.their', { relation: words.relation(part.relation), sex: model.child.birth?.sex ?? 'U' })
  return words.say('plan.bid.where-family', { relative, town })
}

function decidedBy(part: BestInterestsPart, weighing: Weighing, words: Words): readonly LabelRow[] {
  const { say, typed, language } = words
  const members = weighing.panel.map(({ role, chair }) => (chair ? say('plan.bid.chair', { role: typed(role) }) : typed(role))).join(', ')
  return [
    row(
      say('plan.bid.decided-by'),
      sentences(
        say('plan.bid.panel', { date: dataDate(part.decidedOn, language), members }),
        say(part.unanimous ? 'plan.bid.no-dissent' : 'plan.bid.dissent'),
      ),
    ),
    ...(weighing.factors.length === 0 ? [] : [factors(weighing, words)]),
    ...(weighing.alternatives.length === 0 ? [] : [alternatives(weighing, words)]),
    ...optionalRow(say('plan.bid.views'), views(weighing, words)),
    ...optionalRow(
      say('plan.bid.legal'),
      weighing.legalCheckOn === null ? '' : say('plan.bid.legal-value', { date: dataDate(weighing.legalCheckOn, language) }),
    ),
  ]
}

const isSquare = (direction: string): direction is FactorSquare => ['return', 'stay', 'neutral', 'unclear'].includes(direction)

function factors(weighing: Weighing, { say }: Words): LabelRow {
  const picture = factorSquares(weighing.factors.filter(isSquare), printPalette)
  const count = (direction: string) => weighing.factors.filter((each) => each === direction).length
  const text = sentences(
    say('plan.bid.factors-note', { forReturn: count('return'), neutral: count('neutral'), forStay: count('stay') }),
    count('unclear') > 0 && say('plan.bid.factors-unclear', { count: count('unclear') }),
  )
  return row(say('plan.bid.factors', { count: weighing.factors.length }), {
    blocks: [
      { kind: 'decoration', svg: picture.svg, width: picture.width, space: { before: 2, after: 2 } },
      { kind: 'paragraph', step: 'table', text },
    ],
  })
}

function alternatives(weighing: Weighing, { say, language }: Words): LabelRow {
  const named = weighing.alternatives.map((kind) => say(`plan.bid.alternative.${kind}`)).join(', ')
  const explained = weighing.alternativesExplainedOn
  return row(
    say('plan.bid.alternatives'),
    sentences(`${capital(named)}.`, explained !== null && say('plan.bid.child-informed', { date: dataDate(explained, language) })),
  )
}

function views(weighing: Weighing, { say, typed, language }: Words): string {
  const [first] = weighing.heard
  if (first === undefined) return ''
  const { interpreter } = weighing.heard.find((talk) => talk.interpreter !== null) ?? first
  return sentences(
    say('plan.bid.heard', {
      dates: listed(
        weighing.heard.map((talk) => dataDate(talk.on, language)),
        language,
      ),
      alone: weighing.heard.every((talk) => talk.alone) ? 'yes' : 'no',
      interpreter: interpreter === null ? 'none' : interpreter.authorised ? 'authorised' : 'plain',
      language: interpreter === null ? '' : languageName(interpreter.language, language),
    }),
    weighing.answers.length > 0 &&
      say('plan.bid.weighed', { answers: weighing.answers.map((each) => typed(each.replace(/\.$/, ''))).join('; ') }),
  )
}

function bothCountries(authority: NonNullable<BestInterestsPart['homeAuthority']>, { say, language }: Words): LabelRow {
  return row(say('plan.bid.both'), `${say('plan.bid.both-countries')} ${authority.name} ${dataDate(authority.agreedOn, language)}.`)
}

function told({ childInformed, reviewBy }: Weighing, { say, language }: Words): readonly LabelRow[] {
  return optionalRow(
    say('plan.bid.told'),
    sentences(
      childInformed !== null &&
        say('plan.bid.told-value', {
          date: dataDate(childInformed.on, language),
          language: languageName(childInformed.language, language),
        }),
      reviewBy !== null && say('plan.bid.review', { date: dataDate(reviewBy, language) }),
    ),
  )
}
