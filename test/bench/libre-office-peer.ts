import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The office suite's command, where one is installed. */
export function findOffice(): string | undefined {
  const places = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'soffice.exe'].map((name) => join(folder, name)))
  return places.find((place) => existsSync(place))
}

/** Converts `plan.html` of a folder, in a process of its own each time: there is no other way to call it. Gives the bytes. */
export function printWithOffice(office: string, folder: string): Buffer {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office-profile'))}`
  const words = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'plan.html')]
  const run = spawnSync(office, words, { encoding: 'utf8', timeout: 120_000 })
  if (run.status !== 0) throw new Error(`soffice: ${run.stderr}`)
  return readFileSync(join(folder, 'plan.pdf'))
}
