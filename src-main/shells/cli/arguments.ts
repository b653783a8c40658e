import { parseArgs } from 'node:util'

export type Options = { readonly [name: string]: string | boolean | readonly string[] | undefined }
export type Arguments = { readonly words: readonly string[]; readonly options: Options }
export type UsageProblem = { readonly key: string; readonly values: Readonly<Record<string, string>> }

/** Every option of every command. A passphrase is never an argument: others on the machine can read arguments. */
const known = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  draft: { type: 'boolean' },
  names: { type: 'boolean' },
  register: { type: 'string' },
  'passphrase-file': { type: 'string' },
  user: { type: 'string' },
  'recovery-key-file': { type: 'string' },
  print: { type: 'string' },
  mark: { type: 'string' },
  alias: { type: 'string' },
  born: { type: 'string' },
  standing: { type: 'string' },
  'found-on': { type: 'string' },
  'found-by': { type: 'string' },
  municipality: { type: 'string' },
  'diary-number': { type: 'string' },
  office: { type: 'string' },
  unit: { type: 'string' },
  'office-type': { type: 'string' },
  section: { type: 'string' },
  path: { type: 'string' },
  'text-file': { type: 'string' },
  on: { type: 'string' },
  recipient: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
  type: { type: 'string' },
  'issued-on': { type: 'string' },
  issuer: { type: 'string' },
  title: { type: 'string' },
  name: { type: 'string' },
  organisation: { type: 'string' },
  key: { type: 'string' },
  'new-passphrase-file': { type: 'string' },
  role: { type: 'string', multiple: true },
  'new-name': { type: 'string' },
  grant: { type: 'string' },
  withdraw: { type: 'string' },
  as: { type: 'string' },
  reason: { type: 'string' },
  safeguard: { type: 'string' },
  until: { type: 'string' },
  'whole-period': { type: 'string' },
  acknowledge: { type: 'boolean' },
  place: { type: 'string' },
  from: { type: 'string' },
  copy: { type: 'string' },
  into: { type: 'string' },
  instead: { type: 'boolean' },
  yes: { type: 'boolean' },
  cases: { type: 'string' },
  'leave-out': { type: 'string', multiple: true },
  list: { type: 'string' },
  text: { type: 'string' },
  years: { type: 'string' },
  by: { type: 'string' },
  person: { type: 'string' },
  purpose: { type: 'string' },
  sex: { type: 'string' },
  age: { type: 'string' },
  country: { type: 'string' },
  town: { type: 'string' },
  service: { type: 'string', multiple: true },
  how: { type: 'string' },
  note: { type: 'string' },
  'no-answer': { type: 'boolean' },
  year: { type: 'string' },
  asker: { type: 'string' },
  channel: { type: 'string' },
  topic: { type: 'string', multiple: true },
  case: { type: 'string' },
  trust: { type: 'string', multiple: true },
  known: { type: 'string', multiple: true },
  accept: { type: 'string', multiple: true },
} as const

/** Splits a command line into words and options; an unknown option or a missing value is a usage problem. */
export function readArguments(
  given: readonly string[],
): { readonly ok: true; readonly value: Arguments } | { readonly ok: false; readonly error: UsageProblem } {
  try {
    const { values, positionals } = parseArgs({ args: [...given], options: known, allowPositionals: true })
    return { ok: true, value: { words: positionals, options: values } }
  } catch (error) {
    return { ok: false, error: { key: 'command.usage.option', values: { detail: offending(given, error) } } }
  }
}

/** Names the option at fault without repeating what may have been typed after it. */
function offending(given: readonly string[], error: unknown): string {
  const quoted = error instanceof Error ? /'(-{1,2}[\w-]+)/.exec(error.message)?.[1] : undefined
  return quoted ?? given.find((word) => word.startsWith('-')) ?? ''
}

export const stringOption = (options: Options, name: keyof typeof known): string | undefined => {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}
export const flag = (options: Options, name: keyof typeof known): boolean => options[name] === true
export const listOption = (options: Options, name: keyof typeof known): readonly string[] => {
  const value = options[name]
  return Array.isArray(value) ? value : []
}

/** Options that every command takes. */
const everywhere = ['json', 'help']

/** An option that this command does not take: to pass over it would pretend to heed it. */
export function strayOption(options: Options, needs: readonly string[]): string | undefined {
  const named = needs.flatMap((need) => [...need.matchAll(/--([\w-]+)/g)].map(([, name]) => name ?? ''))
  // Whoever opens a register may have to say who they are.
  const taken = new Set([...everywhere, ...named, ...(named.includes('register') ? ['user'] : [])])
  // Whatever opens a register can be told to go on in spite of a trouble that was read.
  if (taken.has('register')) taken.add('accept')
  return Object.keys(options).find((name) => !taken.has(name))
}
