import { describe, expect, it } from 'vitest'
import { CHANGE_KINDS } from '#documents/signing/later-change.ts'
import { REASON_CODES, RULES, VERDICTS } from '#documents/signing/reason-codes.ts'
import { SIGNING_FAULTS } from '#documents/signing/signing-faults.ts'
import en from '../../../resources/messages/en/verify.json' with { type: 'json' }
import sv from '../../../resources/messages/sv/verify.json' with { type: 'json' }

const needed = [
  ...VERDICTS.flatMap((verdict) => [`verify.verdict.${verdict}`, `verify.advice.${verdict}`]),
  ...RULES.flatMap((rule) => [`verify.rule.${rule}`, `verify.passed.${rule}`, `verify.not-checked.${rule}`]),
  ...REASON_CODES.map((code) => `verify.code.${code}`),
  ...CHANGE_KINDS.map((kind) => `verify.change.${kind}`),
  ...SIGNING_FAULTS.map((code) => `verify.refused.${code}`),
]

describe.each([
  ['Swedish', sv],
  ['English', en],
])('%s words', (_language, messages) => {
  it('exist for every verdict, rule, reason, change and refusal, and for nothing else', () => {
    expect(Object.keys(messages).sort()).toEqual(needed.sort())
    for (const text of Object.values(messages)) expect(text.trim()).not.toBe('')
  })

  it('say what is wrong and what to do', () => {
    const texts = Object.entries(messages).filter(([key]) => key.startsWith('verify.code.'))
    for (const [, text] of texts) expect(text).toMatch(/[.] \p{Lu}.+[.]$/u)
  })
})

it('the four verdicts are said in the words that were agreed', () => {
  expect(VERDICTS.map((verdict) => sv[`verify.verdict.${verdict}`])).toEqual([
    'Filen är oförändrad sedan underskriften',
    'Filen är oförändrad men undertecknaren är okänd',
    'Filen kan inte kontrolleras',
    'Lita inte på den här filen',
  ])
})
