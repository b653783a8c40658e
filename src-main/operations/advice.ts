import type { Failure } from '#contract/operations.ts'
import { type Advice, type AdviceYear, adviceYear, answeredInTime, inAdviceOrder } from '#domain/advice/advice.ts'
import type { Result } from '#domain/result.ts'
import type { Kept } from './directory-port.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'
import { saveOutside } from './save-outside.ts'

type Names = 'advice.list' | 'advice.save' | 'advice.answer' | 'advice.year' | 'advice.export'

const thisYear = ({ clock }: Ports) => Number(clock.today().slice(0, 4))

export const adviceImplementations: Implementations<Names> = {
  'advice.list': async (ports, { year = thisYear(ports) }) => {
    const { directory, catalogue, clock } = ports
    const kept = await directory.advice(year)
    const versions = new Map(kept.map(({ version, content }) => [content.id, version]))
    return done({
      today: clock.today(),
      year,
      years: [...new Set([...(await directory.adviceYears()), thisYear(ports)])].toSorted(),
      advice: inAdviceOrder(kept.map(({ content }) => content)).map((each) => ({ ...each, version: versions.get(each.id) ?? 0 })),
      topics: catalogue.adviceTopics.map(({ id }) => id),
    })
  },
  'advice.save': async (ports, { id, version, details, operationId }) => {
    const { catalogue, clock } = ports
    if (details.askedOn > clock.today()) return refused('day-ahead', { day: details.askedOn })
    const unknown = details.topics.find((code) => !catalogue.adviceTopics.some((topic) => topic.id === code))
    if (unknown !== undefined)
      return refused('unknown-topic', { code: unknown, known: catalogue.adviceTopics.map((topic) => topic.id).join(', ') })
    const before = version === 0 ? undefined : await adviceOf(ports, id)
    if (before !== undefined && !before.ok) return before
    const answer = before?.value.content.answer
    if (answer !== undefined && !answeredInTime(details.askedOn, answer.on))
      return refused('answered-before-asked', { asked: details.askedOn })
    const content = { id, details, ...(answer === undefined ? {} : { answer }) }
    return kept(ports, content, version, before === undefined ? 'advice.asked' : 'advice.changed', operationId)
  },
  'advice.answer': async (ports, { id, version, on, what, operationId }) => {
    const found = await adviceOf(ports, id)
    if (!found.ok) return found
    const { content } = found.value
    const day = on ?? ports.clock.today()
    if (day > ports.clock.today()) return refused('day-ahead', { day })
    if (!answeredInTime(content.details.askedOn, day)) return refused('answered-before-asked', { asked: content.details.askedOn })
    return kept(ports, { ...content, answer: { on: day, by: await ports.user(), what } }, version, 'advice.answered', operationId)
  },
  'advice.year': async (ports, { year = thisYear(ports) }) => {
    const { byAsker, byTopic, byMonth, medianDays, ...figures } = await yearOf(ports, year)
    return done({
      ...figures,
      medianDays: medianDays ?? null,
      byAsker: byAsker.map((each) => ({ ...each })),
      byTopic: byTopic.map((each) => ({ ...each })),
      byMonth: [...byMonth],
    })
  },
  'advice.export': async (ports, { year, folder, name, format, operationId }) => {
    const { directory, sheets, files } = ports
    const figures = await yearOf(ports, year)
    const title = sheets.text('advice.sheet.name', { year: String(year) })
    const bytes = await sheets.write(format, { name: title, ...adviceSheet(ports, figures) })
    const fileName = name ?? `${title.toLowerCase().replaceAll(' ', '-')}.${format}`
    const saved = await saveOutside(files, { folder, name: fileName, bytes }, () =>
      directory.recordRead({ action: 'advice.exported', operationId, detail: { year, format } }),
    )
    return saved.ok ? done({ file: saved.value }) : saved
  },
}

async function adviceOf({ directory }: Ports, id: string): Promise<Result<Kept<Advice>, Failure>> {
  const advice = await directory.adviceOf(id)
  return advice === undefined ? refused('no-such-advice', { id }) : done(advice)
}

async function yearOf({ directory, catalogue }: Ports, year: number): Promise<AdviceYear> {
  const all = (await directory.advice(year)).map(({ content }) => content)
  return adviceYear(
    all,
    year,
    catalogue.adviceTopics.map(({ id }) => id),
  )
}

async function kept({ directory }: Ports, content: Advice, before: number, action: string, operationId: string) {
  const written = await directory.keep({ action, operationId, records: [{ kind: 'advice', before, content }] })
  return written.ok ? done({ version: before + 1 }) : written
}

/** The figures as three columns: what is counted, of what, how many. */
function adviceSheet({ sheets: { text } }: Ports, figures: AdviceYear) {
  const group = (name: string, rows: readonly (readonly [string, number | string])[]) =>
    rows.map(([label, count]) => [text(`advice.sheet.${name}`), label, count])
  const months = figures.byMonth.map((count, index) => [`${figures.year}-${String(index + 1).padStart(2, '0')}`, count] as const)
  const totals = (['asked', 'answered', 'waiting', 'withCase'] as const).map(
    (each) => [text(`advice.year.${each}`), figures[each]] as const,
  )
  return {
    heading: ['group', 'what', 'count'].map((column) => text(`advice.sheet.column.${column}`)),
    rows: [
      ...group('all', [...totals, [text('advice.year.medianDays'), figures.medianDays ?? ''] as const]),
      ...group(
        'asker',
        figures.byAsker.map(({ id, count }) => [text(`advice.asker.${id}`), count] as const),
      ),
      ...group(
        'topic',
        figures.byTopic.map(({ id, count }) => [text(`advice-topic.${id}`), count] as const),
      ),
      ...group('month', months),
    ],
  }
}
