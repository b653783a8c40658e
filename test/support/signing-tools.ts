import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ToolAnswer {
  readonly status: number | null
  readonly text: string
}

/** Runs a tool of the system beside these files; their names may stand among the arguments. */
export function runTool(command: string, words: readonly string[], files: Readonly<Record<string, Uint8Array>>): ToolAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'hemvag-signing-'))
  try {
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes)
    const run = spawnSync(command, words, { cwd: folder, encoding: 'utf8' })
    if (run.error) throw run.error
    return { status: run.status, text: `${run.stdout}${run.stderr}` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const toPem = (certificate: Uint8Array): Buffer =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  )
