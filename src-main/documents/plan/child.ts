import type { Block } from '../model/blocks.ts'
import { capital, countryName, dataDate, languageName, listed } from './formats.ts'
import { bold, labelValues, optionalRow, row, section, sectionHeading, sentences } from './parts.ts'
import type { SectionContext } from './section-context.ts'

export function childSection({ model: { child }, words, number }: SectionContext): Block {
  const { say, language } = words
  const first = child.languages.find(({ level }) => level === 'first')
  const spoken = child.languages.map(({ language: code, level }) => say(`plan.child.${level}`, { language: languageName(code, language) }))
  const since = child.supportedSince
  return section([
    sectionHeading(words, 'plan.sec.child', number('child')),
    labelValues([
      row(say('plan.child.name-used'), say('plan.child.alias', { alias: child.alias })),
      ...(child.birth === null
        ? [row(say('plan.label.age'), say('plan.age', { age: child.age }))]
        : [
            row(say('plan.child.born'), bornText(child, words)),
            row(
              say('plan.child.citizenship'),
              listed(
                child.birth.citizenships.map((code) => countryOrCode(code, language)),
                language,
              ),
            ),
          ]),
      ...optionalRow(
        say('plan.child.languages'),
        sentences(
          spoken.length > 0 && `${capital(listed(spoken, language))}.`,
          first !== undefined && say('plan.child.interpreter', { language: languageName(first.language, language) }),
        ),
      ),
      ...optionalRow(
        say('plan.child.background-label'),
        since === null ? '' : say('plan.child.background', { date: dataDate(since, language) }),
      ),
      ...optionalRow(say('plan.child.goals'), words.typed(child.goal ?? '')),
      ...optionalRow(say('plan.child.strengths'), child.strengths.map((each) => words.typed(each.replace(/\.?$/, '.'))).join(' ')),
    ]),
    {
      kind: 'box',
      weight: 'normal',
      padding: 4,
      space: { before: 3, after: 0 },
      blocks: [{ kind: 'paragraph', text: bold(say('plan.child.do-not-ask')) }],
    },
  ])
}

function bornText(child: SectionContext['model']['child'], { say, language }: SectionContext['words']): string {
  if (child.birth === null) return ''
  const { date, known } = child.birth
  const values = {
    date: known === undefined ? dataDate(date, language) : known.replaceAll('X', '?'),
    age: child.age,
    sex: say(`plan.sex.${child.birth.sex}`),
  }
  return say(child.birth.standing === 'verified' ? 'plan.child.born-value' : 'plan.child.born-stated', values)
}

/** Stateless and unknown citizenships have no country. */
export const countryOrCode = (code: string, language: 'sv' | 'en'): string => (code.length === 2 ? countryName(code, language) : code)
