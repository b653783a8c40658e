import { type ReactNode, useState } from 'react'
import type { RiskView } from '#contract/views.ts'
import { beginForm } from '../../app/actions/forms.ts'
import { usePreferences } from '../../app/preferences.tsx'
import { useAnswer } from '../../app/queries.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { type SectionGiven, SectionScreen } from '../../components/screen.tsx'
import { StatusTag } from '../../components/status-tag.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { RiskPicture } from '../../pictures/risk-picture.tsx'
import { FormDesk } from '../../questionnaires/form-desk.tsx'
import { useBegin } from '../../questionnaires/use-begin.ts'
import { VersionsButton } from '../versions/versions-button.tsx'
import { FactorDetail } from './factor-detail.tsx'
import { FactorList } from './factor-list.tsx'
import { isOpenStop, isPresent } from './factors.ts'
import { FiredRules } from './fired-rules.tsx'
import css from './risk.module.css'

const formId = 'RISK-4x4'

/** What could go wrong, before and after measures; the worst of what counts is the overall level. */
export function RiskScreen({ overview }: SectionGiven): ReactNode {
  const { t } = useSpeech()
  const { language } = usePreferences()
  const { reference } = overview.identity
  const [entering, setEntering] = useState<number>()
  const { busy, begin } = useBegin(reference, setEntering)
  const list = useAnswer('questionnaire.list', { reference, language })
  const newest = list.data?.forms.find(({ id }) => id === formId)?.fillings[0]
  const begun = newest !== undefined && newest.signedOff === null
  const action = (
    <ActionButton action={beginForm} context={{ begun, again: newest !== undefined, busy, begin: () => begin(formId) }} look="primary" />
  )
  const answer = useAnswer('case.risk', { reference })
  if (entering !== undefined)
    return (
      <SectionScreen ready={!answer.isPending}>
        <FormDesk key={entering} reference={reference} id={formId} index={entering} onClose={() => setEntering(undefined)} />
      </SectionScreen>
    )
  return (
    <SectionScreen ready={!answer.isPending}>
      <Answer query={answer}>
        {({ risk }) =>
          risk === null ? (
            <>
              <TitleRow title={t('section.risk')} line={t('risk.none')}>
                {action}
              </TitleRow>
              <Banner status="open" title={t('empty.risk')} />
            </>
          ) : (
            <Assessment reference={reference} risk={risk}>
              {action}
            </Assessment>
          )
        }
      </Answer>
    </SectionScreen>
  )
}

type AssessmentGiven = { readonly reference: string; readonly risk: RiskView; readonly children: ReactNode }

function Assessment({ reference, risk, children }: AssessmentGiven): ReactNode {
  const { t, day } = useSpeech()
  const stops = risk.factors.filter((factor) => isOpenStop(factor, risk))
  const others = risk.factors.filter((factor) => isPresent(factor) && !stops.includes(factor))
  const [selected, setSelected] = useState<string | undefined>((stops[0] ?? others[0])?.id)
  const chosen = risk.factors.find((factor) => factor.id === selected)
  const facts = [
    t('risk.version', { n: risk.versions }),
    day(risk.assessedOn),
    risk.signedOffOn === null ? t('risk.notSignedOff') : t('risk.signedOff', { date: day(risk.signedOffOn) }),
    risk.validThrough === null ? undefined : t('risk.validThrough', { date: day(risk.validThrough) }),
  ]
  return (
    <>
      <TitleRow title={t('section.risk')} line={facts.filter((fact) => fact !== undefined).join(' · ')}>
        <Overall risk={risk} />
        <VersionsButton reference={reference} kinds={['risk']} />
        {children}
      </TitleRow>
      <div className={css['columns']}>
        <FactorList risk={risk} stops={stops} others={others} selected={selected} onSelect={setSelected} />
        <div className={css['side']}>
          <RiskPicture risk={risk} selected={selected} />
          {chosen === undefined ? null : <FactorDetail factor={chosen} scheme={risk.scheme} />}
          <FiredRules risk={risk} />
        </div>
      </div>
    </>
  )
}

function Overall({ risk }: { readonly risk: RiskView }): ReactNode {
  const { t } = useSpeech()
  const grave = risk.overall === 'high' || risk.overall === 'critical'
  return (
    <StatusTag status={grave ? 'stop' : risk.overall === 'medium' ? 'soon' : 'met'}>
      {t('risk.overall', { level: t(`risk-level.${risk.overall}`).toLowerCase() })}
    </StatusTag>
  )
}
