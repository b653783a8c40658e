import { readFileSync } from 'node:fs'
import { officeZone } from '#domain/dates.ts'
import type { OrganisationSettings } from '#domain/plan/plan-context.ts'
import { resources } from '../resources.ts'
import { fingerprintOf, subjectOf } from './signer.ts'

/** What an office without settings of its own prints: nothing that nobody has said. */
const plain: Omit<OrganisationSettings, 'demonstration' | 'name' | 'signer'> = {
  place: '',
  zone: officeZone,
  provision: null,
  offices: [],
}
const position = { sv: 'Samordnare', en: 'Coordinator' }

/** Settings of the office as far as they are known: names from its certificate, the rest, in a demonstration, from the shipped example. */
export function organisationSettings(certificate: Uint8Array | undefined, demonstration: boolean): OrganisationSettings {
  const subject = certificate === undefined ? undefined : subjectOf(certificate)
  return {
    ...(demonstration ? example() : plain),
    demonstration,
    name: subject?.organisation ?? '',
    signer: {
      name: subject?.name ?? '',
      position,
      certificate:
        certificate === undefined || subject === undefined
          ? null
          : { subject: subject.line, issuer: subject.issuer, fingerprint: fingerprintOf(certificate) },
    },
  }
}

function example(): typeof plain {
  return JSON.parse(readFileSync(new URL('examples/organisation.json', resources), 'utf8'))
}
