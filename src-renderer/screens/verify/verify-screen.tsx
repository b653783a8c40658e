import { type ReactNode, useState } from 'react'
import type { VerdictView } from '#contract/plans.ts'
import { checkPlan, choosePlan, type VerifyContext } from '../../app/actions/verify.ts'
import { call } from '../../app/call.ts'
import { useAnswer } from '../../app/queries.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { ActionButton } from '../../components/action-button.tsx'
import { Answer } from '../../components/answer.tsx'
import { Banner } from '../../components/banner.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Facts, Panel } from '../../components/panel.tsx'
import { PlainScreen } from '../../components/screen.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import { Field } from '../../components/text-field.tsx'
import { TitleRow } from '../../components/title-row.tsx'
import { isIntact, sayCheck, statusOfCheck, statusOfVerdict, worstFirst } from './verdicts.ts'
import css from './verify.module.css'

/** Has anybody touched this plan? The verdict in one sentence first. */
export function VerifyScreen(): ReactNode {
  const { t } = useSpeech()
  const { canChooseFiles } = useRegister()
  const [file, setFile] = useState('')
  const [asked, setAsked] = useState<{ readonly file: string }>()
  const verdict = useAnswer('plan.verify', asked ?? { file: '' }, asked !== undefined)
  const check = (path: string): void => {
    // The file on disk may have changed since: every press asks anew.
    if (asked?.file === path) void verdict.refetch()
    else setAsked({ file: path })
  }
  const context: VerifyContext = { file, check: () => check(file.trim()), chooseFile: () => void pickFile(setFile, check) }
  return (
    <PlainScreen ready={asked === undefined || !verdict.isFetching}>
      <TitleRow title={t('screen.verify')} line={t('verify.line')}>
        {canChooseFiles ? <ActionButton action={choosePlan} context={context} /> : null}
      </TitleRow>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          if (checkPlan.refusal?.(context) === undefined) checkPlan.run(context)
        }}
      >
        <Field label={t('verify.file')} value={file} onChange={setFile} />
        <ActionButton action={checkPlan} context={context} look="primary" />
      </form>
      {asked === undefined ? null : <Answer query={verdict}>{(found) => <Verdict found={found} />}</Answer>}
    </PlainScreen>
  )
}

async function pickFile(take: (file: string) => void, check: (file: string) => void): Promise<void> {
  const { file } = await call('files.choose-plan', {})
  if (file === null) return
  take(file)
  check(file)
}

function Verdict({ found }: { readonly found: VerdictView }): ReactNode {
  const speech = useSpeech()
  const { t, tOr } = speech
  return (
    <div className={css['columns']}>
      <div className={css['main']}>
        <Banner status={statusOfVerdict(found.verdict)} title={t(`verify.verdict.${found.verdict}`)} big>
          <p>{t(`verify.advice.${found.verdict}`)}</p>
        </Banner>
        <Panel title={t('verify.checks', { n: found.checks.length })} aside={t('verify.worst')}>
          <ul className={css['checks']}>
            {worstFirst(found.checks).map((check) => (
              <li key={`${check.rule} ${check.code}`} data-check={check.rule}>
                <Glyph status={statusOfCheck(found, check)} size={17} />
                <div>
                  <div className={css['check']}>{tOr([`verify.rule.${check.rule}`])}</div>
                  <div className={css['small']}>{sayCheck(speech, found, check)}</div>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Signatures found={found} />
    </div>
  )
}

function Signatures({ found }: { readonly found: VerdictView }): ReactNode {
  const { t, tOr, moment } = useSpeech()
  const intact = isIntact(found)
  return (
    <Panel title={t('verify.signatures')}>
      <div className={css['facts']}>
        <div className={css['signature']}>
          <Facts rows={[[t('verify.file'), found.file]]} />
        </div>
        {found.signatures.map((signature) => (
          <div key={signature.field} className={css['signature']}>
            <Facts
              rows={[
                [t('verify.field'), tOr([`verify.field.${signature.field}`])],
                [t(intact && signature.trusted ? 'verify.signedBy' : 'verify.claimedBy'), signature.subject],
                [
                  t(intact && signature.trusted ? 'verify.signedAt' : 'verify.claimedAt'),
                  signature.signedAt === null ? t('verify.timeUnknown') : moment(signature.signedAt),
                ],
                [t('verify.fingerprint'), inFours(signature.fingerprint)],
                [
                  t('verify.signer'),
                  <StatusText key="trust" status={intact ? (signature.trusted ? 'met' : 'soon') : 'na'}>
                    {t(intact ? (signature.trusted ? 'verify.trusted' : 'verify.unknown') : 'verify.notEstablished')}
                  </StatusText>,
                ],
              ]}
            />
          </div>
        ))}
        {found.signatures.length === 0 ? <p className={css['small']}>{t('verify.noSignature')}</p> : null}
      </div>
    </Panel>
  )
}

/** As one reads it out over the telephone. */
const inFours = (fingerprint: string): string => fingerprint.replaceAll(/[0-9a-f]{4}(?=[0-9a-f])/gi, '$& ')
