import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import { Banner } from '../../components/banner.tsx'
import { StatusText } from '../../components/status-tag.tsx'
import { statusOfVerdict } from '../verify/verdicts.ts'
import css from './export.module.css'

/** What was saved, and that it was verified at once as any partner would. */
export function Exported({ exported }: { readonly exported: Output<'plan.export'> }): ReactNode {
  const { t } = useSpeech()
  const { verdict } = exported
  return (
    <Banner
      status={verdict === null ? 'soon' : statusOfVerdict(verdict.verdict)}
      title={t(verdict === null ? 'export.draftSaved' : 'export.signedSaved')}
    >
      <div className={css['result']}>
        <p className={css['file']}>{exported.file}</p>
        <p className={css['small']}>
          {t('export.pages', { n: exported.pages })}
          {exported.checkCode === null ? '' : ` · ${t('export.checkCode', { code: exported.checkCode })}`}
        </p>
        {verdict === null ? null : (
          <StatusText status={statusOfVerdict(verdict.verdict)}>{t(`verify.verdict.${verdict.verdict}`)}</StatusText>
        )}
      </div>
    </Banner>
  )
}
