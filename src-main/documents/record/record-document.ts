import type { PersonRecord, RecordEntry, RecordRow } from '#domain/access-request/record-for.ts'
import type { Block } from '../model/blocks.ts'
import type { DocumentModel } from '../model/document-model.ts'
import { dataDate, joined, type PlanLanguage, tagOf } from '../plan/formats.ts'
import { labelValues, note, row, ruled, sectionHeading, subHeading } from '../plan/parts.ts'
import { type Words, wordsIn } from '../plan/words.ts'
import { fieldName, valueText } from './record-words.ts'

export type RecordSettings = {
  readonly organisation: string
  readonly demonstration: boolean
  readonly issuedAt: string
  /** Letters that no face has stand as `[U+0627]`. */
  readonly spellsOut?: boolean
}

/**
 * The extract of the register about one person. Its first page is for the officer alone: every passage to look at before the rest is
 * handed out. Nothing is hidden by itself.
 */
export function recordDocument(record: PersonRecord, language: PlanLanguage, settings: RecordSettings): DocumentModel {
  const words = wordsIn(language)
  const { say } = words
  return {
    template: 'plan',
    language: tagOf[language],
    title: `${say('record.title')} ${record.reference}`,
    author: settings.organisation || record.office,
    identifier: `${record.reference}/${say('record.title')}/${record.subject.number}/${language}`,
    createdAt: settings.issuedAt,
    pageLabel: say('plan.head.page', { x: '{page}', y: '{pages}' }),
    header: {
      reference: joined(record.reference),
      title: say('record.title'),
      secondLine: `${settings.demonstration ? 'DEMO · ' : ''}${dataDate(record.on, language)}`,
      classification: say('plan.head.class'),
    },
    footer: { text: say('record.foot') },
    attachments: [],
    blocks: [...reviewPage(record, words), { kind: 'page-break' }, ...extract(record, words, settings)],
  }
}

function reviewPage({ entries }: PersonRecord, words: Words): readonly Block[] {
  const { say } = words
  const found = entries.flatMap((entry) => entry.rows.filter((each) => each.review.length > 0).map((each) => ({ entry, each })))
  return [
    { kind: 'heading', level: 1, text: say('record.review') },
    { kind: 'paragraph', bold: true, text: say('record.review-internal') },
    { kind: 'paragraph', text: say('record.review-lead', { n: found.length }) },
    ...(found.length === 0
      ? []
      : [
          ruled({
            columns: [{ width: 150 }, { width: 'fill' }, { width: 140 }],
            head: ['where', 'passage', 'why'].map((column) => say(`record.column.${column}`)),
            summary: say('record.review'),
            rows: found.map(({ entry, each }) => [
              `${trailText(entry, words)}: ${fieldName(words, each.field)}`,
              short(valueText(words, each)),
              each.review.map((reason) => say(`record.review.${reason}`)).join(' '),
            ]),
          }),
        ]),
  ]
}

const longest = 160
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text)

function extract(record: PersonRecord, words: Words, { spellsOut = false }: RecordSettings): readonly Block[] {
  const { say, language } = words
  const bySection = Map.groupBy(record.entries, (entry) => entry.trail[0] ?? '')
  return [
    { kind: 'heading', level: 2, text: say('record.title') },
    { kind: 'paragraph', step: 'subtitle', text: record.subject.name },
    note(say('record.lead', { reference: record.reference, office: record.office, date: dataDate(record.on, language) })),
    note(say('record.rights')),
    ...(spellsOut ? [note(say('record.spelled-out'))] : []),
    ...[...bySection].flatMap(([section, entries]) => sectionBlocks(section, entries, words)),
    ...transfers(record, words),
    ...files(record, words),
    ...accesses(record, words),
  ]
}

function sectionBlocks(section: string, entries: readonly RecordEntry[], words: Words): readonly Block[] {
  const shown = entries.filter((entry) => entry.rows.length > 0 || entry.on !== null)
  if (shown.length === 0) return []
  return [{ kind: 'heading', level: 2, text: fieldName(words, section) }, ...shown.flatMap((entry) => entryBlocks(entry, words))]
}

function entryBlocks(entry: RecordEntry, words: Words): readonly Block[] {
  const own = entry.trail.length < 2 ? nameOf(entry) : trailText({ ...entry, trail: entry.trail.slice(1) }, words)
  const title = [own, dayText(entry, words)].filter((part) => part !== '').join(', ')
  const rows = [...Map.groupBy(entry.rows, (each) => each.field)].map(([field, same]) =>
    row(fieldName(words, field), same.map((each) => valueText(words, each)).join('; ')),
  )
  return [...(title === '' ? [] : [subHeading(title)]), ...(rows.length === 0 ? [] : [labelValues(rows)])]
}

/** What an entry of a list is called by: its name or title. */
const nameOf = ({ rows }: RecordEntry): string =>
  String(rows.find((each) => /^\/\w+\/\d+\/(name|title|description)$/.test(each.pointer))?.value ?? '')

const trailText = ({ trail }: RecordEntry, words: Words): string => trail.map((part) => fieldName(words, part)).join(', ')
const dayText = ({ on }: RecordEntry, { language }: Words): string => (on === null ? '' : dataDate(on, language))

function transfers({ transfers: all }: PersonRecord, words: Words): readonly Block[] {
  const { say, language } = words
  if (all.length === 0) return [sectionHeading(words, 'record.recipients'), note(say('record.no-recipients'))]
  return [
    sectionHeading(words, 'record.recipients'),
    ruled({
      columns: [{ width: 90 }, { width: 'fill' }, { width: 150 }],
      head: ['when', 'recipient', 'purpose'].map((column) => say(`record.column.${column}`)),
      summary: say('record.recipients'),
      rows: all.map((each) => [dataDate(each.on, language), words.typed(each.recipient), code(words, 'purpose', each.purpose)]),
    }),
  ]
}

function files({ files: all }: PersonRecord, words: Words): readonly Block[] {
  const { say, language } = words
  if (all.length === 0) return []
  return [
    sectionHeading(words, 'record.files'),
    ruled({
      columns: [{ width: 90 }, { width: 'fill' }, { width: 190 }],
      head: ['when', 'title', 'type'].map((column) => say(`record.column.${column}`)),
      summary: say('record.files'),
      rows: all.map((each) => [dataDate(each.addedOn, language), words.typed(each.title), code(words, 'type', each.type)]),
    }),
  ]
}

function accesses({ accesses: all }: PersonRecord, words: Words): readonly Block[] {
  const { say, language } = words
  if (all.length === 0) return [sectionHeading(words, 'record.accesses'), note(say('record.no-accesses'))]
  return [
    sectionHeading(words, 'record.accesses'),
    ruled({
      columns: [{ width: 110 }, { width: 'fill' }, { width: 190 }],
      head: ['when', 'who', 'what'].map((column) => say(`record.column.${column}`)),
      summary: say('record.accesses'),
      rows: all.map((each) => [
        `${dataDate(each.at, language)} ${each.at.slice(11, 16)}`,
        each.who,
        `${say(words.has(`record.access.${each.action}`) ? `record.access.${each.action}` : 'record.access.other')}${each.purpose === null ? '' : `: ${words.typed(each.purpose)}`}`,
      ]),
    }),
  ]
}

const code = (words: Words, field: string, value: string): string =>
  valueText(words, { field, value, pointer: '', review: [] } satisfies RecordRow)
