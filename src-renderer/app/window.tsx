import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, StrictMode, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'react-intl'
import { ErrorBoundary } from '../components/error-boundary.tsx'
import { ChangesProvider } from './changes.tsx'
import { Gate } from './gate.tsx'
import { messages } from './messages.ts'
import { NamesProvider } from './names.tsx'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { createQueryClient } from './queries.ts'
import { createWindowRouter } from './router.tsx'

/** The whole window: what every screen stands on, then the lock, then the screens. */
export function Window(): ReactNode {
  return (
    <StrictMode>
      <PreferencesProvider>
        <Speaking>
          <ErrorBoundary>
            <Furnished />
          </ErrorBoundary>
        </Speaking>
      </PreferencesProvider>
    </StrictMode>
  )
}

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

function Speaking({ children }: { readonly children: ReactNode }): ReactNode {
  const { language } = usePreferences()
  return (
    <IntlProvider locale={locales[language]} messages={messages[language]} defaultLocale="sv-SE" onError={report}>
      <I18nProvider locale={locales[language]}>{children}</I18nProvider>
    </IntlProvider>
  )
}

/** A text that is missing names its key and nothing of a case; tests look for it. */
const report = ({ message }: Error): void => console.error(message)

function Furnished(): ReactNode {
  const [client] = useState(createQueryClient)
  const [router] = useState(createWindowRouter)
  return (
    <QueryClientProvider client={client}>
      <NamesProvider>
        <Gate>
          <ChangesProvider>
            <RouterProvider router={router} />
          </ChangesProvider>
        </Gate>
      </NamesProvider>
    </QueryClientProvider>
  )
}
