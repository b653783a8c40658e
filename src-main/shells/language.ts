export type Language = 'sv' | 'en'

/** Swedish unless the environment names another language; C and POSIX name none. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const named = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  return named === undefined || /^(sv|c|posix)(?![a-z])/i.test(named) ? 'sv' : 'en'
}
