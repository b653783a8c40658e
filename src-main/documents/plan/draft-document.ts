import type { DraftModel } from '#domain/plan/draft-model.ts'
import type { Block } from '../model/blocks.ts'
import type { DocumentModel } from '../model/document-model.ts'
import { figureTable, levelPicture, outcomeText, stripPicture } from './cover-figures.ts'
import { draftRisks, draftStops } from './draft-risks.ts'
import { draftSafeguards } from './draft-safeguards.ts'
import { dataDate, joined, longDate, type PlanLanguage, tagOf } from './formats.ts'
import { inCopyLanguage } from './in-language.ts'
import { practiceMark, sentences } from './parts.ts'
import type { Words } from './words.ts'

/** What is missing, on two pages. It never looks like a finished plan with a stamp on it. */
export function draftDocument(made: DraftModel, language: PlanLanguage): DocumentModel {
  const { model, words } = inCopyLanguage(made, language)
  const { say } = words
  return {
    template: 'plan',
    language: tagOf[language],
    title: `${say('plan.doc.title')} ${model.reference}`,
    author: model.organisation,
    identifier: `${model.reference}/${model.version}/${say('plan.draft.word')}/${language}`,
    createdAt: model.issuedAt,
    pageLabel: say('plan.head.page', { x: '{page}', y: '{pages}' }),
    header: {
      reference: joined(model.reference),
      title: say('plan.doc.title'),
      secondLine: `${practiceMark(model)}${say('plan.head.version')}\u00a0${model.version} · ${dataDate(model.issuedOn, language)} · ${say('plan.draft.copy')}`,
      classification: say('plan.head.class'),
    },
    footer: { text: say('plan.foot.draft'), note: say('plan.draft.no-sign') },
    draft: { band: say('plan.draft.band'), word: say('plan.draft.word') },
    attachments: [],
    blocks: [
      { kind: 'heading', level: 1, text: say('plan.doc.title') },
      { kind: 'paragraph', step: 'subtitle', text: say(model.ready === null ? 'plan.draft.subtitle' : 'plan.draft.subtitle-ready') },
      ...paused(model, words),
      keyFigures(model, words),
      ...draftStops(model, words),
      ...draftRisks(model, words),
      ...(model.gates.length === 0 ? [] : [{ kind: 'page-break' as const }]),
      ...draftSafeguards(model, words),
    ],
  }
}

function paused({ pause }: DraftModel, { say, language }: Words): readonly Block[] {
  if (pause === null) return []
  const why =
    pause.because === 'spoken-no'
      ? 'plan.draft.child-says-no'
      : pause.by.includes('child')
        ? 'plan.draft.consent-gone'
        : 'plan.draft.withdrawn-other'
  return [
    {
      kind: 'box',
      weight: 'thick',
      padding: 7,
      space: { before: 0, after: 6 },
      blocks: [
        { kind: 'paragraph', step: 'figure', text: say('plan.draft.paused', { date: longDate(pause.since, language) }) },
        { kind: 'paragraph', step: 'lead', text: say(why), space: { before: 2 } },
      ],
    },
  ]
}

function procedure({ begunOn, made }: DraftModel['decision'], { say, language }: Words): string {
  if (made !== null) return say('plan.draft.made', { date: dataDate(made.on, language) })
  return begunOn === null ? say('plan.draft.not-begun') : say('plan.draft.begun', { date: dataDate(begunOn, language) })
}

function keyFigures(model: DraftModel, words: Words): Block {
  const { say, language } = words
  const { safeguards, risk, decision } = model
  const of = (kind: 'hard' | 'soft', open: boolean) =>
    safeguards.marks.filter((mark) => mark.kind === kind && (open || mark.state !== 'open')).length
  const date = dataDate(safeguards.checkedOn, language)
  return figureTable([
    {
      width: 'fill',
      label: say('plan.cover.decision'),
      figure: decision.made === null ? say('plan.draft.no-decision') : outcomeText(decision.made.outcome, words),
      picture: null,
      note: sentences(
        procedure(decision, words),
        decision.askedOn !== null && !decision.answered && say('plan.draft.asked', { date: dataDate(decision.askedOn, language) }),
      ),
    },
    {
      width: 158,
      label: say('plan.cover.readiness'),
      figure: say('plan.cover.readiness-some', { m: safeguards.met, n: safeguards.total }),
      picture: stripPicture(safeguards),
      note: say('plan.draft.safeguards-note', {
        date,
        met: of('hard', false),
        hard: of('hard', true),
        softMet: of('soft', false),
        soft: of('soft', true),
      }),
    },
    {
      width: 118,
      label: say('plan.cover.risk'),
      figure: say(`plan.risk.${risk?.level ?? 'unknown'}`),
      picture: levelPicture(risk?.level ?? 'unknown'),
      note:
        risk === null
          ? say('plan.draft.no-risk')
          : sentences(
              say('plan.draft.stops-count', { count: risk.factors.filter((factor) => factor.open).length }),
              risk.fewProtective && say('plan.draft.few-protective'),
            ),
    },
  ])
}
