import { Component, type ReactNode, useState } from 'react'
import { ulid } from 'ulid'
import { useSpeech } from '../app/text.ts'
import { Banner } from './banner.tsx'

type State = { readonly incident: string | undefined }

/** Catches what nobody expected: an incident number and what is safe, never a stack. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { incident: undefined }

  static getDerivedStateFromError(): State {
    return { incident: incidentId() }
  }

  override render(): ReactNode {
    return this.state.incident === undefined ? this.props.children : <Incident id={this.state.incident} />
  }
}

const incidentId = (): string => ulid().slice(-8)

/** For what fails within one screen: the rest of the window still stands. */
export function NewIncident(): ReactNode {
  const [id] = useState(incidentId)
  return <Incident id={id} />
}

function Incident({ id }: { readonly id: string }): ReactNode {
  const { t } = useSpeech()
  return (
    <main data-ready="">
      <Banner status="stop" title={t('trouble.title')} urgent>
        <p>{t('trouble.incident', { id })}</p>
      </Banner>
    </main>
  )
}
