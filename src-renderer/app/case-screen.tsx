import { useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { Answer } from '../components/answer.tsx'
import { IdentityBar } from '../components/identity-bar.tsx'
import { PlainScreen, type SectionGiven } from '../components/screen.tsx'
import { SectionPath } from '../components/section-path.tsx'
import { GlassBanner } from '../screens/access/glass-banner.tsx'
import { AttachmentsScreen } from '../screens/attachments/attachments-screen.tsx'
import { BestInterestsScreen } from '../screens/best-interests/best-interests-screen.tsx'
import { BudgetScreen } from '../screens/budget/budget-screen.tsx'
import { ChildScreen } from '../screens/child/child-screen.tsx'
import { ConsentScreen } from '../screens/consent/consent-screen.tsx'
import { ExportScreen } from '../screens/export/export-screen.tsx'
import { FollowUpScreen } from '../screens/follow-up/follow-up-screen.tsx'
import { FormsScreen } from '../screens/forms/forms-screen.tsx'
import { JournalScreen } from '../screens/journal/journal-screen.tsx'
import { LegalScreen } from '../screens/legal/legal-screen.tsx'
import { OverviewScreen } from '../screens/overview/overview-screen.tsx'
import { PeopleScreen } from '../screens/people/people-screen.tsx'
import { RiskScreen } from '../screens/risk/risk-screen.tsx'
import { TasksScreen } from '../screens/tasks/tasks-screen.tsx'
import css from './case-screen.module.css'
import { useFocusAtHeading } from './focus.ts'
import { useAnswer } from './queries.ts'
import { isSectionId, type SectionId } from './sections.ts'

const screens: Readonly<Record<SectionId, (given: SectionGiven) => ReactNode>> = {
  overview: OverviewScreen,
  child: ChildScreen,
  people: PeopleScreen,
  consent: ConsentScreen,
  legal: LegalScreen,
  risk: RiskScreen,
  'best-interests': BestInterestsScreen,
  forms: FormsScreen,
  budget: BudgetScreen,
  'follow-up': FollowUpScreen,
  attachments: AttachmentsScreen,
  export: ExportScreen,
  journal: JournalScreen,
  tasks: TasksScreen,
}

/** One case: identity bar and path on every section, the same verdict on each. */
export function CaseScreen(): ReactNode {
  const { reference, section } = useParams({ from: '/cases/$reference/$section' })
  const input = useMemo(() => ({ reference }), [reference])
  const overview = useAnswer('case.overview', input)
  useFocusAtHeading(overview.data === undefined ? undefined : `${reference} ${section}`)
  if (overview.data === undefined) {
    return (
      <PlainScreen ready={overview.isError}>
        <Answer query={overview}>{() => null}</Answer>
      </PlainScreen>
    )
  }
  const current = isSectionId(section) ? section : 'overview'
  const Section = screens[current]
  return (
    <div className={css['case']}>
      <IdentityBar identity={overview.data.identity} />
      <GlassBanner reference={reference} />
      <SectionPath current={current} gates={overview.data.readiness.gates} people={overview.data.people} tasks={overview.data.tasks.open} />
      <Section key={`${reference} ${current}`} overview={overview.data} />
    </div>
  )
}
