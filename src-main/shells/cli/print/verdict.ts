import type { VerdictView } from '#contract/plans.ts'
import type { Terminal } from '../terminal.ts'

/** The verdict first, then who signed, what was found, worst first, and at the end what to do. */
export function verdictLines({ file, verdict, checks, signatures }: VerdictView, { text }: Terminal): readonly string[] {
  const found = new Set(checks.flatMap((check) => check.code ?? []))
  const isIntact = verdict === 'intact-trusted' || verdict === 'intact-unknown-signer'
  // What a file says of itself is worth nothing where it has been changed.
  const signed = isIntact ? 'command.verify.signed' : 'command.verify.claims'
  return [
    `${file}: ${text(`verify.verdict.${verdict}`)}.`,
    ...signatures.map(
      ({ subject, signedAt, fingerprint }) =>
        `  ${text(signed, { subject: subject === '' ? '–' : subject, date: moment(signedAt), fingerprint: fingerprint === '' ? '–' : fingerprint })}`,
    ),
    ...[...found].map((code) => `  ${text(`verify.code.${code}`)}`),
    `  ${text(`verify.advice.${verdict}`)}`,
  ]
}

/** `2026-09-30 08:00 UTC`: partners sit in several zones. */
const moment = (instant: string | null): string => (instant === null ? '–' : `${instant.slice(0, 16).replace('T', ' ')} UTC`)
