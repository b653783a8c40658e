import { createHash } from 'node:crypto'
import { readMessages } from '#catalogue/messages.ts'
import { partnerKinds, partnerRoles, sexes } from '#domain/partners/partner.ts'
import type { WordList } from '#domain/partners/sheet-columns.ts'
import { largestSheet, readSheet, writeSheet } from '#exchange/sheets.ts'
import type { SheetsPort } from '#operations/directory-port.ts'
import type { Language } from '../language.ts'
import { translate } from '../texts.ts'
import { catalogue } from './catalogue.ts'

const keyOf: Readonly<Record<WordList, string>> = {
  kind: 'partner.kind',
  role: 'partner.role',
  country: 'country',
  service: 'partner-service',
  sex: 'partner.sex',
  language: 'language',
  answer: 'partner.answer',
  yesNo: 'partner.answer',
}

const languageKey = /^language\.([a-z]{2,3})$/
let languages: readonly string[] | undefined

/** Every language that has a name here. */
function languageCodes(): readonly string[] {
  languages ??= [...readMessages('sv').keys()].flatMap((key) => languageKey.exec(key)?.[1] ?? []).toSorted()
  return languages
}

const codes: Readonly<Record<WordList, () => readonly string[]>> = {
  kind: () => partnerKinds,
  role: () => partnerRoles,
  country: () => catalogue().countries.map(({ id }) => id),
  service: () => catalogue().partnerServices.map(({ id }) => id),
  sex: () => sexes,
  language: languageCodes,
  answer: () => ['yes', 'no', 'unknown'],
  yesNo: () => ['yes', 'no'],
}

export function sheetsPort(language: Language): SheetsPort {
  const other = language === 'sv' ? 'en' : 'sv'
  const inBoth = (key: string) => [translate(language)(key), translate(other)(key)]
  return {
    largest: largestSheet.bytes,
    async read(bytes) {
      const sheet = await readSheet(bytes)
      if (sheet.ok) return sheet
      return { ok: false, error: { code: sheet.error, messageKey: `sheet.fault.${sheet.error}`, values: { rows: largestSheet.rows } } }
    },
    write: writeSheet,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    words: {
      heading: (field) => inBoth(`partner.column.${field}`),
      codes: (list) => codes[list](),
      said: (list, code) => inBoth(`${keyOf[list]}.${code}`),
    },
    text: (key, values) => translate(language)(key, values),
  }
}
