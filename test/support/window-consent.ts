import type { Output } from '#contract/operations.ts'
import { editingReplies } from './window-editing.ts'
import { type Scene, scenes } from './window-replies.ts'

const fact = (happenedOn: string) => ({ happenedOn, recordedAt: `${happenedOn}T12:00:00Z` })
const ground = (id: string, more: Partial<Output<'consent.view'>['recipients'][number]['secrecy'][number]> = {}) => ({
  id,
  needs: null,
  buildsOnConsent: false,
  hindrance: null,
  ...more,
})

const viewOfA: Output<'consent.view'> = {
  child: '2026-09-28',
  representative: '2026-09-28',
  carriesThrough: '2026-10-05',
  hasCustodian: false,
  publicAuthority: true,
  mayResume: true,
  resumptions: [],
  recipients: [
    {
      id: 'iom-fi',
      kind: 'international-organisation',
      profile: 'IOM_FI',
      name: 'IOM Finland',
      country: 'FI',
      gap: null,
      coveredOn: '2026-09-18',
      swedishInterests: true,
      secrecy: [ground('osl-12-2-consent', { buildsOnConsent: true }), ground('osl-26-1-no-harm')],
      dataProtection: [ground('gdpr-46-instrument'), ground('gdpr-49-1-d', { needs: 'law-cited' })],
    },
    {
      id: 'care',
      kind: 'private-partner',
      profile: 'CARE_PARTNER',
      name: 'Casa Exemplu',
      country: 'MD',
      gap: 'consent-withdrawn',
      coveredOn: null,
      swedishInterests: false,
      secrecy: [ground('osl-26-1-no-harm')],
      dataProtection: [
        ground('gdpr-inside-eea', { hindrance: 'inside-eea-only' }),
        ground('gdpr-46-instrument'),
        ground('gdpr-49-1-a', { buildsOnConsent: true, hindrance: 'not-for-public-authority' }),
      ],
    },
  ],
}

const viewOfB: Output<'consent.view'> = { ...viewOfA, child: null, representative: null, carriesThrough: null, recipients: [] }

const talk = {
  ...fact('2026-07-02'),
  interviewer: '…',
  alone: true,
  interpreter: { language: 'ro', authorised: true, channel: 'in-person' },
  method: 'Samtal med bilder',
  words: 'Jag vill gå i skolan igen.',
  wantsToReturn: 'yes',
  informedOfAlternatives: true,
  wishes: [
    { wish: 'Tillbaka till skolan', answer: { text: 'Plats i klass 9 bekräftad', decidedOn: '2026-08-15' } },
    { wish: 'Hålla kontakt med kompisen' },
  ],
}
const both = ['child', 'guardian']
const given = { ...fact('2026-08-20'), step: 'given', by: both }
const transfer = { ...fact('2026-08-20'), step: 'given', recipients: ['iom-fi', 'care'], purpose: 'plan', by: both }

const { value: fields } = editingReplies['case.fields']
const held = (values: (typeof fields)['values']): Scene => ({
  'case.fields': { ok: true, value: { ...fields, values: { ...fields.values, '/bestInterests': [], ...values } } },
})

const values = {
  '/talks': [talk],
  '/returnDeclarations': [given, { ...given, ...fact('2026-09-28'), step: 'confirmed' }],
  '/transfers/consents': [transfer, { ...transfer, ...fact('2026-09-25'), step: 'withdrawn', recipients: ['care'], by: ['child'] }],
  '/transfers/secrecyChecks': [
    {
      ...fact('2026-09-18'),
      recipient: 'iom-fi',
      purpose: 'plan',
      outcome: 'may-be-disclosed',
      secrecyGround: 'osl-12-2-consent',
      dataProtectionGround: 'gdpr-46-instrument',
      official: '…',
    },
  ],
}
const nothing = { '/talks': [], '/returnDeclarations': [], '/transfers/consents': [], '/transfers/secrecyChecks': [] }
const stopped = {
  ...nothing,
  '/talks': [talk],
  '/returnDeclarations': [given, { ...given, ...fact('2026-09-21'), step: 'withdrawn', by: ['child'] }],
}

/** The child's voice: a consent that stands, one that was taken back, and nothing yet. */
export const consentScenes = {
  standing: { ...scenes.ready, ...held(values), 'consent.view': { ok: true, value: viewOfA } },
  withdrawn: { ...scenes.paused, ...held(stopped), 'consent.view': { ok: true, value: viewOfB } },
  nothing: { ...scenes.inWork, ...held(nothing), 'consent.view': { ok: true, value: viewOfB } },
} as const satisfies Readonly<Record<string, Scene>>
