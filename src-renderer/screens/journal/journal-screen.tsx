import type { ReactNode } from 'react'
import { EditCase } from '../../app/editing/case-editing.tsx'
import { useAnswer } from '../../app/queries.ts'
import { useReadingNames } from '../../app/reading-names.ts'
import { useSpeech } from '../../app/text.ts'
import { Answer } from '../../components/answer.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { VersionsButton } from '../versions/versions-button.tsx'
import { AboutPanel, aboutPlaces } from './about-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import css from './journal.module.css'
import { NotesPanel } from './notes-panel.tsx'

/** What has been noted, and who changed what, when, from what to what. */
export function JournalScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { reference } = overview.identity
  const reading = useReadingNames(reference)
  const answer = useAnswer('case.about', { reference, ...reading })
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {(about) => (
          <>
            <TitleRow title={t('section.journal')} line={t('journal.line', { n: about.notes.length, version: about.version })}>
              <VersionsButton reference={reference} kinds={['best-interests', 'override']} />
            </TitleRow>
            <EditCase reference={reference} places={aboutPlaces}>
              <div className={css['columns']}>
                <div className={css['column']}>
                  <NotesPanel reference={reference} about={about} />
                  <HistoryPanel reference={reference} reading={reading} />
                </div>
                <AboutPanel />
              </div>
            </EditCase>
          </>
        )}
      </Answer>
    </SectionScreen>
  )
}
