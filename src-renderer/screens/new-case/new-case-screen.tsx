import type { ReactNode } from 'react'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { NewCaseForm } from './new-case-form.tsx'

/** Opens a case with the little that is known on the first day. */
export function NewCaseScreen(): ReactNode {
  const { t } = useSpeech()
  const office = useAnswer('case.office', {})
  return (
    <PlainScreen ready={!office.isPending}>
      <TitleRow title={t('screen.new-case')} line={t('new-case.lead')} />
      <Answer query={office}>{(found) => <NewCaseForm office={found.office} />}</Answer>
    </PlainScreen>
  )
}
