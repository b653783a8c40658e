import { readFileSync } from 'node:fs'

const example = JSON.parse(readFileSync(new URL('../../resources/examples/case-a.json', import.meta.url), 'utf8'))

/** A case file of a child whose report led to no inquiry, last touched in 2020: due by the end of 2026. */
export const dueCaseFile = (reference = 'HV-2020-0003', id = '01HZZZZZZZZZZZZZZZZZZZZZZZ') => ({
  ...example,
  id,
  reference,
  child: { ...example.child, placements: [], inquiries: [], concernReports: [] },
  lastEntryOn: '2020-05-04',
})
