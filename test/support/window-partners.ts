import type { FoundPartner, PartnerRow, PartnerView } from '#contract/directory-views.ts'
import type { Output, Reply, WindowOperationName } from '#contract/operations.ts'
import { findPartners } from '#domain/partners/fit.ts'
import { toCheckNext } from '#domain/partners/standing.ts'
import { partnerRowOf, partnerViewOf } from '#operations/views/partner-view.ts'
import { catalogue } from './examples.ts'
import { aCheck, aPartner } from './partners.ts'
import { refused, type Scene, scenes } from './window-replies.ts'
import type { State } from './window-states.ts'

const ok = <N extends WindowOperationName>(value: Output<N>): Reply<N> => ({ ok: true, value })
const today = '2026-09-30'

const shelter = aPartner(
  { name: 'Provhuset Sofia', country: 'BG', town: 'Sofia', languages: ['bg'], phone: '+359 700 000 003' },
  [aCheck('2026-01-18')],
  2,
)
const helper = aPartner(
  { kind: 'person', name: 'Petar Fiktivov', country: 'BG', town: 'Sliven', safeToContact: 'no', phone: '+359 700 000 004' },
  [],
  3,
)
const partners = [aPartner({ phone: '+40 700 000 001', contactPerson: 'Doina Fictivă' }), shelter, helper]
const rows: PartnerRow[] = partners.map((content) => partnerRowOf({ version: 1, content }, today))

const known = {
  today,
  services: catalogue.partnerServices.map(({ id }) => id),
  countries: catalogue.countries.map(({ id }) => id),
  languages: ['bg', 'en', 'ro', 'sv'],
}
const list = { ...known, partners: rows, checkNext: toCheckNext(partners, today).map(({ id }) => id) }
const found: FoundPartner[] = findPartners(partners, { sex: 'girl', age: 15, town: 'Bacău', services: ['therapy'] }, today).map(
  ({ partner, fit }) => ({
    partner: partnerRowOf({ version: 1, content: partner }, today),
    verdict: fit.verdict,
    reasons: fit.reasons.map((reason) => ({ ...reason, values: { ...reason.values } })),
  }),
)
const viewOf = (at: number): PartnerView => {
  const content = partners[at] ?? aPartner()
  return partnerViewOf({ version: 1, content }, [{ version: 1, at: '2026-09-09T08:00:00.000Z', by: 'Anna Testberg' }], today)
}
const shown = (at: number): Scene => ({
  'partner.show': ok<'partner.show'>(viewOf(at)),
  'partner.reveal': ok<'partner.reveal'>({ version: 1, details: partners[at]?.details ?? aPartner().details }),
})

const preview: Output<'partner.preview'> = {
  seal: 'x',
  unknown: ['Fax'],
  missing: [],
  rows: [
    { line: 2, state: 'same', name: 'Lika', changes: [], faults: [] },
    { line: 3, state: 'new', name: 'Nya hemmet', changes: [{ field: 'country', before: '', after: 'Bulgarien' }], faults: [] },
    { line: 4, state: 'changed', name: 'Provhuset', changes: [{ field: 'town', before: 'Sofia', after: 'Plovdiv' }], faults: [] },
    {
      line: 5,
      state: 'refused',
      name: 'Fel',
      changes: [],
      faults: [{ field: 'languages', code: 'unknown-word', values: { found: 'klingonska' } }],
    },
  ],
}

const advice: Output<'advice.list'> = {
  today,
  year: 2026,
  years: [2025, 2026],
  topics: catalogue.adviceTopics.map(({ id }) => id),
  advice: [
    {
      id: aPartner().id,
      version: 1,
      details: {
        askedOn: '2026-09-28',
        channel: 'phone',
        askerKind: 'municipality',
        organisation: 'Påhittade kommun',
        topics: ['consent'],
        question: 'Vem frågar barnet?',
      },
    },
    {
      id: shelter.id,
      version: 2,
      details: {
        askedOn: '2026-09-01',
        channel: 'email',
        askerKind: 'police',
        organisation: 'Exempelpolisen',
        topics: ['secrecy'],
        caseReference: 'HV-2026-0001',
      },
      answer: { on: '2026-09-02', by: 'Anna Testberg', what: 'Pröva enligt OSL 8:3.' },
    },
  ],
}
const year: Output<'advice.year'> = {
  year: 2026,
  asked: 2,
  answered: 1,
  waiting: 1,
  withCase: 1,
  medianDays: 1,
  byAsker: [{ id: 'municipality', count: 1 }],
  byTopic: [{ id: 'consent', count: 1 }],
  byMonth: [0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0],
}
const country: Output<'country.show'> = {
  country: 'BG',
  version: 1,
  today,
  eea: true,
  emergency: { value: [{ service: 'all', number: '112' }], from: 'catalogue' },
  weekend: { value: [6, 7], from: 'catalogue' },
  holidays: { from: 'catalogue', days: [{ on: '2026-12-25', name: null }] },
  own: {
    country: 'BG',
    emergency: [],
    helplines: [{ name: 'Provlinjen', number: '116 111', languages: [] }],
    holidays: [],
    source: 'Påhittad',
    checkedOn: '2025-06-01',
  },
  stale: true,
  partners: rows.filter((row) => row.country === 'BG'),
  map: {
    rings: ['2239 4390 300 -20 200 -150 -100 -60 -380 10'],
    places: [
      { name: 'Sofia', latitude: 42.7, longitude: 23.32, partners: 1, stale: 1 },
      { name: 'Sliven', latitude: 42.68, longitude: 26.32, partners: 2, stale: 0 },
    ],
    unplaced: ['Okänd by'],
  },
}

const base: Scene = {
  ...scenes.ready,
  'partner.list': ok<'partner.list'>(list),
  'partner.find': ok<'partner.find'>({ found }),
  'partner.preview': ok<'partner.preview'>(preview),
  'advice.list': ok<'advice.list'>(advice),
  'advice.year': ok<'advice.year'>(year),
  'country.list': ok<'country.list'>({
    countries: known.countries.map((each) => ({
      country: each,
      partners: each === 'BG' ? 2 : 0,
      written: each === 'BG',
      stale: true,
      checkedOn: null,
    })),
  }),
  'country.show': ok<'country.show'>(country),
}
const noPartners: Scene = { ...base, 'partner.list': ok<'partner.list'>({ ...list, partners: [], checkNext: [] }) }
const noAdvice: Scene = { ...base, 'advice.list': ok<'advice.list'>({ ...advice, advice: [] }) }

type Way = State['reach']
const go =
  (action: string, appears: string): Way =>
  async ({ page, ready }) => {
    await page.locator(`nav [data-action="${action}"]`).click()
    await page.locator(appears).first().waitFor()
    await ready()
  }
const after =
  (way: Way, selector: string, appears: string): Way =>
  async (window) => {
    await way(window)
    await window.page.locator(selector).first().click()
    await window.page.locator(appears).first().waitFor()
  }
const toPartners = go('go-to-partners', '[data-action="new-partner"]')
const toAdvice = go('go-to-advice', '[data-entry]')
const toCountries = after(toPartners, '[data-action="go-to-countries"]', '[data-country-pane]')
const toPane = after(toPartners, '[data-partner]', '[data-partner-pane]')
const wished: Way = async (window) => {
  await toPartners(window)
  await window.page.locator('[data-find] input').first().fill('15')
  await window.page.locator('[data-verdict]').first().waitFor()
}
const looked: Way = async (window) => {
  await after(toPartners, '[data-action="open-import"]', '[data-action="look-into-file"]')(window)
  await window.page.locator('form input').first().fill('/home/anna/partner.xlsx')
  await window.page.keyboard.press('Enter')
  await window.page.locator('table').waitFor()
}

const state = (name: string, scene: Scene, reach: Way): State => ({ name, scene, reach })

/** Partners, countries and advice in the states that they can be in. */
export const partnerStates: readonly State[] = [
  state('partners', base, toPartners),
  state('no partners yet', noPartners, toPartners),
  state(
    'partners that could not be read',
    { ...base, 'partner.list': refused('incident', { id: '01ABCD' }) },
    go('go-to-partners', 'main [role="status"], main [role="alert"], main button'),
  ),
  state('a partner that is current', { ...base, ...shown(0) }, toPane),
  state(
    'a partner with names and numbers',
    { ...base, ...shown(0) },
    after(toPane, '[data-action="reveal-partner"]', 'text=+40 700 000 001'),
  ),
  state('a partner that is too old', { ...base, ...shown(1) }, toPane),
  state('a partner who must not be contacted', { ...base, ...shown(2) }, toPane),
  state('who can receive a girl of 15', base, wished),
  state('a new partner', base, after(toPartners, '[data-action="new-partner"]', 'form fieldset')),
  state(
    'a new partner, saved too early',
    base,
    after(after(toPartners, '[data-action="new-partner"]', 'form fieldset'), '[data-action="save-partner"]', 'form [role="alert"]'),
  ),
  state('a sheet of partners that was looked at', base, looked),
  state('advice', base, toAdvice),
  state('no advice yet', noAdvice, toAdvice),
  state('advice about to be answered', base, after(toAdvice, '[data-action="open-answer"]', '[data-advice] textarea')),
  state('a request noted too early', base, after(toAdvice, '[data-action="save-advice"]', '[data-entry] [slot="errorMessage"]')),
  state('a country', base, toCountries),
  state('a country on its map as a table', base, after(toCountries, 'button[aria-pressed]', 'main table')),
  state('a country being written', base, after(toCountries, '[data-action="edit-country"]', '[data-action="save-country"]')),
]
