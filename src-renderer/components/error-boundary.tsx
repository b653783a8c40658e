import { Component, type ReactNode } from 'react'
import { ulid } from 'ulid'
import { useSpeech } from '../app/text.ts'
import { Banner } from './banner.tsx'

type State = { readonly incident: string | undefined }

/** Catches what nobody expected: an incident number and what is safe, never a stack. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { incident: undefined }

  static getDerivedStateFromError(): State {
    return { incident: ulid().slice(-8) }
  }

  override render(): ReactNode {
    return this.state.incident === undefined ? this.props.children : <Incident id={this.state.incident} />
  }
}

export function Incident({ id }: { readonly id: string }): ReactNode {
  const { t } = useSpeech()
  return (
    <main data-ready="">
      <Banner status="stop" title={t('trouble.title')} urgent>
        <p>{t('trouble.incident', { id })}</p>
      </Banner>
    </main>
  )
}
