import { createMemoryHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { NewIncident } from '../components/error-boundary.tsx'
import { AdviceScreen } from '../screens/advice/advice-screen.tsx'
import { CasesScreen } from '../screens/cases/cases-screen.tsx'
import { CountriesScreen } from '../screens/countries/countries-screen.tsx'
import { NewCaseScreen } from '../screens/new-case/new-case-screen.tsx'
import { PartnersScreen } from '../screens/partners/partners-screen.tsx'
import { SafetyScreen } from '../screens/safety/safety-screen.tsx'
import { SettingsScreen } from '../screens/settings/settings-screen.tsx'
import { VerifyScreen } from '../screens/verify/verify-screen.tsx'
import { WeedingScreen } from '../screens/weeding/weeding-screen.tsx'
import { CaseScreen } from './case-screen.tsx'
import { Frame } from './frame.tsx'

const root = createRootRoute({ component: Frame })
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/cases' })
  },
})
const cases = createRoute({ getParentRoute: () => root, path: '/cases', component: CasesScreen })
const opening = createRoute({ getParentRoute: () => root, path: '/new-case', component: NewCaseScreen })
const section = createRoute({ getParentRoute: () => root, path: '/cases/$reference/$section', component: CaseScreen })
const verify = createRoute({ getParentRoute: () => root, path: '/verify', component: VerifyScreen })
const partners = createRoute({ getParentRoute: () => root, path: '/partners', component: PartnersScreen })
const countries = createRoute({ getParentRoute: () => root, path: '/countries', component: CountriesScreen })
const advice = createRoute({ getParentRoute: () => root, path: '/advice', component: AdviceScreen })
const weeding = createRoute({ getParentRoute: () => root, path: '/weeding', component: WeedingScreen })
const safety = createRoute({ getParentRoute: () => root, path: '/safety', component: SafetyScreen })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsScreen })
const routeTree = root.addChildren([home, cases, opening, section, verify, partners, countries, advice, weeding, safety, settings])

/** Places live in memory: the address bar of a shell never tells which case is open. */
export const createWindowRouter = () =>
  createRouter({
    routeTree,
    history: createMemoryHistory({ initialEntries: ['/cases'] }),
    defaultPendingMs: 400,
    defaultErrorComponent: NewIncident,
    scrollRestoration: false,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWindowRouter>
  }
}
