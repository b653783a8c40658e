import type { ReactNode } from 'react'
import { EditCase } from '../../app/editing/case-editing.tsx'
import { useSpeech } from '../../app/text.ts'
import { CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { Panel } from '../../components/panel.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { Clocks } from './clocks.tsx'
import { Compensation, Investigation, PoliceContacts } from './crime.tsx'
import { Information } from './information.tsx'
import css from './legal.module.css'
import { Permits } from './permits.tsx'
import { LegalChecks, ProtectionClaims } from './protection.tsx'
import { legalClocks } from './standings.ts'

const places = [
  '/legal/permits',
  '/legal/protectionClaims',
  '/legal/legalChecks',
  '/legal/informationReceipts',
  '/legal/investigation',
  '/legal/policeContacts',
  '/legal/compensation',
  '/legal/crimeInSweden',
  '/documents',
]

/** The right to stay, and the law around the crime: what has been applied for and decided, and what runs out when. */
export function LegalScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const running = overview.deadlines.filter(
    ({ id, due, state }) => legalClocks.some((each) => each === id) && due !== null && state !== 'done' && state !== 'ended',
  )
  const obstacle = overview.readiness.gates.find(({ id }) => id === 'G07')?.work === 'answered-no'
  return (
    <SectionScreen ready>
      <TitleRow title={t('section.legal')} line={t(obstacle ? 'legal.lineObstacle' : 'legal.line', { n: running.length })} />
      <EditCase reference={overview.identity.reference} places={places}>
        <div className={css['columns']}>
          <Clocks overview={overview} />
          <div className={css['column']}>
            <Panel title={t('legal.stay')}>
              <div className={css['body']}>
                <Permits />
                <ProtectionClaims />
                <LegalChecks />
                <Information />
              </div>
            </Panel>
            <Panel title={t('legal.crime')}>
              <div className={css['body']}>
                <CaseYesNo at="/legal/crimeInSweden" label={t('legal.crimeInSweden')} help={t('legal.crimeInSweden.help')} />
                <Investigation />
                <PoliceContacts />
                <Compensation />
              </div>
            </Panel>
          </div>
        </div>
      </EditCase>
    </SectionScreen>
  )
}
