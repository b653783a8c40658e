import type { ReactNode } from 'react'
import { informationTopics } from '#domain/case/legal.ts'
import type { Json } from '../../app/editing/case-editing.tsx'
import { useAnswer } from '../../app/queries.ts'
import { sentence } from '../../app/reasons.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseSeveral } from '../../components/case-fields/choice-fields.tsx'
import { CaseCombo } from '../../components/case-fields/combo-field.tsx'
import { TypedField } from '../../components/case-fields/typed-field.tsx'
import { isText, isTexts } from '../../components/case-fields/use-field.ts'
import { FactList } from './fact-list.tsx'
import { stepChoices, textIn, textsIn } from './legal-words.ts'

const asList = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const signers = {
  shown: (held: Json) => (isTexts(held) ? held.join(', ') : ''),
  value: asList,
  fault: () => undefined,
  isShown: isText,
}

/** What the child was told of its rights, in which language, and who signed that it was. */
export function Information(): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  const topics = stepChoices(speech, 'record.value', informationTopics)
  const known = useAnswer('partner.list', {}).data?.languages ?? []
  const languages = known
    .map((id) => ({ id, label: tOr([`language.${id}`]) }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
  return (
    <FactList
      at="/legal/informationReceipts"
      title={t('legal.information')}
      help={t('legal.information.help')}
      empty={t('legal.information.empty')}
      add={t('legal.information.add')}
      fields={[
        { kind: 'several', name: 'topics', label: t('legal.topics'), choices: topics },
        { kind: 'choice', name: 'language', label: t('legal.language'), choices: languages },
      ]}
      record={({ topics: about = [], language = '' }) => ({ topics: [...about], language, signedBy: [] })}
      says={(each) =>
        sentence(
          textsIn(each, 'topics')
            .map((topic) => t(`record.value.${topic}`).toLowerCase())
            .join(', '),
        )
      }
      more={(each) => {
        const signed = textsIn(each, 'signedBy').join(', ')
        return [tOr([`language.${textIn(each, 'language')}`]), signed === '' ? t('legal.unsigned') : t('legal.signed', { who: signed })]
      }}
    >
      {(at) => (
        <>
          <CaseSeveral at={`${at}/topics`} label={t('legal.topics')} choices={topics} needed={t('legal.topicsNeeded')} />
          <CaseCombo at={`${at}/language`} label={t('legal.language')} choices={languages} needed={t('legal.languageNeeded')} />
          <TypedField
            at={`${at}/signedBy`}
            label={t('legal.signedBy')}
            help={t('legal.signedBy.help')}
            size="middle"
            optional
            kind={signers}
          />
        </>
      )}
    </FactList>
  )
}
