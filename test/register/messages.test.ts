import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemCodes } from '#register/problem.ts'

function messages(language: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../../resources/messages/${language}/register.json`, import.meta.url), 'utf8'))
}

const placeholders = (text = '') => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort()

describe('what a person is told when the register refuses', () => {
  it.for(['sv', 'en'])('is written for every code and nothing else (%s)', (language) => {
    expect(Object.keys(messages(language)).toSorted()).toEqual(problemCodes.map((code) => `register.error.${code}`).toSorted())
  })

  it('names the same values in both languages', () => {
    const [swedish, english] = [messages('sv'), messages('en')]
    for (const key of Object.keys(swedish)) expect(placeholders(english[key]), key).toEqual(placeholders(swedish[key]))
  })
})
