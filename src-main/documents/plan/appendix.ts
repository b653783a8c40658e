import type { PlanModel } from '#domain/plan/plan-model.ts'
import type { Block } from '../model/blocks.ts'
import { dataDate, hexGroups } from './formats.ts'
import { note, ruled, section, sectionHeading, subHeading } from './parts.ts'
import type { SectionContext } from './section-context.ts'
import type { Words } from './words.ts'

/** Longer than a page when there is much evidence: its parts may break, each stays whole as long as it can. */
export function appendixSection({ model, words }: SectionContext): Block {
  const { say } = words
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ['plan.app.docs', model.evidence.length === 0 ? [] : evidence(model, words)],
    ['plan.app.left-out', model.leftOut.length === 0 ? [] : leftOut(model, words)],
    ['plan.app.verify', model.verification ? [verification(model, words)] : []],
  ]
  const lettered = parts
    .filter(([, blocks]) => blocks.length > 0)
    .map(([key, blocks], index) => [subHeading(`${String.fromCharCode(65 + index)}\u00a0\u00a0${say(key)}`), ...blocks])
  const [first = [], ...rest] = lettered
  return {
    kind: 'section',
    breakable: true,
    blocks: [sectionHeading(words, 'plan.sec.appendix'), ...first, ...rest.map((blocks) => section(blocks))],
  }
}

function evidence(model: PlanModel, { say, language }: Words): readonly Block[] {
  return [
    {
      ...ruled({
        columns: [{ width: 'fill' }, { width: 62 }, { width: 116 }, { width: 118 }],
        head: [say('plan.app.col.document'), say('plan.app.col.date'), say('plan.app.col.from'), say('plan.app.hash')],
        summary: say('plan.app.table'),
        rows: model.evidence.map(({ type, issuedOn, confirmedOn, issuer, sha256 }) => [
          confirmedOn === null
            ? say(`document-type.${type}`)
            : say('plan.app.confirmed', { document: say(`document-type.${type}`), date: dataDate(confirmedOn, language) }),
          dataDate(issuedOn, language),
          issuer,
          sha256 === null ? say('plan.app.no-hash') : hexGroups(sha256),
        ]),
      }),
      boldRowHeaders: false,
    },
    note(say(model.attached ? 'plan.app.hash-note' : 'plan.app.hash-note-plain')),
  ]
}

function leftOut(model: PlanModel, { say }: Words): readonly Block[] {
  return [
    {
      ...ruled({
        columns: [{ width: 170 }, { width: 'fill' }],
        head: [say('plan.app.col.left-out'), say('plan.app.col.why')],
        summary: say('plan.app.left-out-table'),
        rows: model.leftOut.map((id) => [say(`plan.app.left.${id}`), say(`plan.app.left.${id}-why`)]),
      }),
      boldRowHeaders: false,
    },
    note(say('plan.app.left-out-note')),
  ]
}

const quoted = { sv: (text: string) => `”${text}”`, en: (text: string) => `“${text}”` }

export function verification({ signatures, organisation }: PlanModel, { say, language }: Words): Block {
  const certificate = signatures?.certificate ?? null
  const org = quoted[language](certificate?.subject ?? organisation.name)
  return {
    kind: 'list',
    ordered: true,
    step: 'table',
    items: [
      say('plan.app.verify1'),
      say('plan.app.verify2', { org }),
      certificate === null
        ? say('plan.app.verify3-plain')
        : say('plan.app.verify3', { print: hexGroups(certificate.fingerprint).toUpperCase() }),
      say('plan.app.verify4'),
    ],
  }
}
