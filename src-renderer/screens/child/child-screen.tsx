import type { ReactNode } from 'react'
import { EditCase } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import css from './child.module.css'
import { ConcernGroup } from './concern-group.tsx'
import { ExploitationGroup } from './exploitation-group.tsx'
import { IdentificationGroup } from './identification-group.tsx'
import { IdentityGroup } from './identity-group.tsx'
import { PlacementGroup } from './placement-group.tsx'
import { ReferencesGroup } from './references-group.tsx'
import { SpeechGroup } from './speech-group.tsx'

const fields = [
  ...['alias', 'givenName', 'familyName', 'sex', 'citizenships', 'protectedIdentity', 'accompaniment'],
  ...['birthDate/value', 'birthDate/known', 'birthDate/standing', 'interpreterNeeded', 'interpreterLanguage', 'interpreterWish'],
  ...['languages', 'identifications', 'exploitation', 'placements', 'concernReports', 'inquiries'],
]
const places = [...fields.map((field) => `/child/${field}`), '/diaryNumber', '/recipients']

/** The child as it is known on the first day and ever better since: nothing is forced, and unknown is an answer. */
export function ChildScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  return (
    <SectionScreen ready>
      <TitleRow title={t('section.child')} line={t('child.line')} />
      <EditCase reference={overview.identity.reference} places={places}>
        <Panel className={css['panel']}>
          <IdentityGroup />
          <SpeechGroup />
          <ReferencesGroup />
          <IdentificationGroup />
          <PlacementGroup />
          <ConcernGroup />
          <ExploitationGroup />
        </Panel>
      </EditCase>
    </SectionScreen>
  )
}
