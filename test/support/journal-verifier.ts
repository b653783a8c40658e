import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../resources/journal-verifier/verify-journal.mjs', import.meta.url))

/** Runs the stand-alone verifier as an auditor would. */
export function verifyAlone(words: readonly string[], language = 'en_GB.UTF-8') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', env: { LANG: language } })
  return { exit: status, out: stdout, err: stderr }
}
