import type { ReactNode } from 'react'
import type { Output } from '#contract/operations.ts'
import { useSpeech } from '../../app/text.ts'
import { StatusText } from '../../components/status-tag.tsx'
import { statusOfVerdict } from '../verify/verdicts.ts'
import css from './export.module.css'

/** What was saved, and that it was verified at once as any partner would. */
export function Exported({ exported }: { readonly exported: Output<'plan.export'> }): ReactNode {
  const { t } = useSpeech()
  const { verdict } = exported
  const status = verdict === null ? 'soon' : statusOfVerdict(verdict.verdict)
  return (
    <div className={css['saved']} role="status" data-verdict={status}>
      <p>{t(verdict === null ? 'export.draftSaved' : 'export.signedSaved')}</p>
      {verdict === null ? null : <StatusText status={status}>{t(`verify.verdict.${verdict.verdict}`)}</StatusText>}
      <p className={css['file']}>{exported.file}</p>
      <p className={css['small']}>
        {t('export.pages', { n: exported.pages })}
        {exported.checkCode === null ? '' : ` · ${t('export.checkCode', { code: exported.checkCode })}`}
      </p>
    </div>
  )
}
