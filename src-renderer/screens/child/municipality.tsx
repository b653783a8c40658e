import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseText } from '../../components/case-fields/text-fields.tsx'

/** A municipality by its four figures. */
export function Municipality({ at }: { readonly at: string }): ReactNode {
  const { t } = useSpeech()
  const wrong = t('child.municipality.wrong')
  return (
    <CaseText
      at={at}
      label={t('child.municipality')}
      help={t('child.municipality.help')}
      needed={wrong}
      wrong={(code) => (/^\d{4}$/.test(code) ? undefined : wrong)}
      size="short"
    />
  )
}
