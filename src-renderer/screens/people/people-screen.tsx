import { type ReactNode, useState } from 'react'
import { openRecord } from '../../app/actions/record.ts'
import { EditCase } from '../../app/editing/case-editing.tsx'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { AccessPanel } from '../access/access-panel.tsx'
import { PeopleList } from './people-list.tsx'
import { RecordDrawer } from './record-drawer.tsx'

const places = ['/people', '/documents']

/** Everybody around the child: by role and place while names are hidden, and who must not be contacted in both modes. */
export function PeopleScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { reference } = overview.identity
  const answer = useAnswer('case.people', { reference })
  const [record, setRecord] = useState(false)
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ people }) => {
          const counts = {
            n: people.length,
            forbidden: people.filter((person) => person.safeToContact === 'no').length,
            unknown: people.filter((person) => person.safeToContact === 'unknown').length,
          }
          return (
            <>
              <TitleRow title={t('section.people')} line={t('people.line', counts)}>
                <ActionButton action={openRecord} context={{ open: () => setRecord(true) }} />
              </TitleRow>
              {record ? <RecordDrawer reference={reference} people={people} onClose={() => setRecord(false)} /> : null}
              <EditCase reference={reference} places={places}>
                <Panel>
                  <PeopleList reference={reference} people={people} />
                </Panel>
              </EditCase>
              <AccessPanel reference={reference} />
            </>
          )
        }}
      </Answer>
    </SectionScreen>
  )
}
