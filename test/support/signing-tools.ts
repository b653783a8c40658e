import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ToolAnswer {
  readonly status: number | null
  readonly text: string
  /** The file that was asked for, if the tool has written it. */
  readonly output: Buffer | undefined
}

/** Runs a tool of the system in a folder with these files; their names may stand among the words. */
export function runTool(
  command: string,
  words: readonly string[],
  files: Readonly<Record<string, Uint8Array | string>>,
  wanted?: string,
): ToolAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'hemvag-signing-'))
  try {
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(folder, file), bytes, { mode: 0o600 })
    const run = spawnSync(command, words, { cwd: folder, encoding: 'utf8' })
    if (run.error) throw run.error
    const output = wanted && existsSync(join(folder, wanted)) ? readFileSync(join(folder, wanted)) : undefined
    return { status: run.status, text: `${run.stdout}${run.stderr}`, output }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The file that a tool must write. */
export function fileFrom(
  command: string,
  words: readonly string[],
  files: Readonly<Record<string, Uint8Array | string>>,
  wanted: string,
): Buffer {
  const { output, status, text } = runTool(command, words, files, wanted)
  if (!output || status !== 0) throw new Error(`${command}: ${text}`)
  return output
}

export const toPem = (certificate: Uint8Array): Buffer =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate)
      .toString('base64')
      .replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`,
  )
