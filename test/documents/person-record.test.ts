import { describe, expect, it } from 'vitest'
import { setRecord } from '#documents/export-record.ts'
import { recordFor } from '#domain/access-request/record-for.ts'
import type { CaseBuilder } from '../support/a-case.ts'
import { aCaseA } from '../support/cases.ts'
import { textOf } from '../support/pdf-objects.ts'

const settings = { organisation: 'DEMO Region Syd', demonstration: true, issuedAt: '2026-09-30T08:00:00.000Z' }

async function made(subject: string, language: 'sv' | 'en', changed: (builder: CaseBuilder) => CaseBuilder = (same) => same) {
  const access = { at: '2026-09-29T07:10:00.000Z', who: 'Anna Testberg', action: 'case.read', purpose: null }
  const record = recordFor({ caseFile: changed(aCaseA()).build(), subject, on: '2026-09-30', accesses: [access], files: [] })
  if (record === undefined) throw new Error('no such person')
  const set = await setRecord(record, language, settings)
  if (!set.ok) throw new Error(set.error.code)
  return { ...set.value, text: textOf(set.value.bytes) }
}

describe('the extract of the register on paper', () => {
  it('begins with what to review, and tells what is held, who has read it and who was given it', async () => {
    const { text, fileName } = await made('ioana-exemplu', 'sv')
    expect(fileName).toBe('HV-2026-0001_registerutdrag-5_sv.pdf')
    expect(text.indexOf('Granska före utlämnande')).toBeLessThan(text.indexOf('Vem som har läst'))
    for (const said of ['Ioana Exemplu', '+40 700 000 001', 'Läste namn eller hela ärendet', 'Anna Testberg']) expect(text).toContain(said)
  })

  it('is made whatever letters somebody has written, and says how it spells them', async () => {
    const { text } = await made('child', 'sv', (builder) => builder.noted('Hon skrev سلام på lappen.'))
    expect(text).toContain('[U+0633][U+0644][U+0627][U+0645]')
    expect(text).toContain('inom hakparentes')
  })

  it('is complete in English too', async () => {
    const { text, pages } = await made('child', 'en')
    expect(pages).toBeGreaterThan(10)
    for (const said of ['Review before handing out', 'Who has read it', 'Best interests', 'Handover']) expect(text).toContain(said)
    expect(text).not.toMatch(/record\.(field|value|column)/)
  })
})
