import type { Terminal } from '../terminal.ts'

export type RecoveryPrint = { readonly words: readonly string[]; readonly code: string; readonly registerId: string }

/** Words in four columns, numbered, for a terminal. */
export function recoveryLines({ words, code }: RecoveryPrint, { text }: Terminal): readonly string[] {
  const cell = (word: string, at: number) => `${String(at + 1).padStart(2)}. ${word.padEnd(10)}`
  const rows = [0, 4, 8].map((from) =>
    words
      .slice(from, from + 4)
      .map((word, at) => cell(word, from + at))
      .join(' ')
      .trimEnd(),
  )
  return [...rows, '', text('recovery.print.code', { code })]
}

const escaped = (plain: string): string => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One page that any browser prints. It asks for nothing from anywhere. */
export function recoveryPage({ words, code, registerId }: RecoveryPrint, { text, language }: Terminal): string {
  const cells = words.map((word) => `<li>${escaped(word)}</li>`).join('')
  const line = (key: string, values?: Readonly<Record<string, string>>) => `<p>${escaped(text(key, values))}</p>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Hemväg</title>
<style>body{font:14pt/1.5 serif;margin:3cm}ol{columns:2;font:600 20pt/1.7 monospace;padding-inline-start:2.2em}</style></head>
<body><h1>${escaped(text('recovery.print.title'))}</h1>
${line('recovery.print.register', { registerId })}
<ol>${cells}</ol>
${line('recovery.print.code', { code })}
${line('recovery.print.keep')}
</body></html>
`
}
