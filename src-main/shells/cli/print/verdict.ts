import type { VerdictView } from '#contract/plans.ts'
import type { Terminal } from '../terminal.ts'

/** The verdict first, then what was found, worst first. */
export function verdictLines({ file, verdict, checks, signatures }: VerdictView, { text }: Terminal): readonly string[] {
  return [
    `${file}: ${text(`verify.verdict.${verdict}`)}`,
    ...signatures.map(
      (each) => `  ${text('command.verify.signed', { subject: each.subject, date: each.signedAt ?? '–', fingerprint: each.fingerprint })}`,
    ),
    ...checks.flatMap((check) => (check.code === null ? [] : [`  ${text(`verify.code.${check.code}`)}`])),
  ]
}
