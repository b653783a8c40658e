import type { VerdictView } from '#contract/plans.ts'
import type { Terminal } from '../terminal.ts'

/** The verdict first, then what was found, worst first, and at the end what to do. */
export function verdictLines({ file, verdict, checks, signatures }: VerdictView, { text }: Terminal): readonly string[] {
  const found = new Set(checks.flatMap((check) => check.code ?? []))
  return [
    `${file}: ${text(`verify.verdict.${verdict}`)}`,
    ...signatures.map(
      (each) => `  ${text('command.verify.signed', { subject: each.subject, date: each.signedAt ?? '–', fingerprint: each.fingerprint })}`,
    ),
    ...[...found].map((code) => `  ${text(`verify.code.${code}`)}`),
    `  ${text(`verify.advice.${verdict}`)}`,
  ]
}
