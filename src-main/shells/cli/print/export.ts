import type { Output } from '#contract/operations.ts'
import type { Terminal } from '../terminal.ts'
import { verdictLines } from './verdict.ts'

export function exportLines(exported: Output<'plan.export'>, terminal: Terminal): readonly string[] {
  const { file, pages, checkCode, verdict } = exported
  const { text } = terminal
  if (verdict === null) return [text('command.export.draft', { file, pages })]
  return [text('command.export.signed', { file, pages, code: checkCode ?? '–' }), ...verdictLines(verdict, terminal)]
}
