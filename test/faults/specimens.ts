import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compose } from '#shells/compose.ts'
import { backupSpecimens } from './backup-specimens.ts'
import { foundInside } from './found-inside.ts'
import { integrityFaults } from './integrity.ts'
import { bytesIn, makeHouse, openHouse, passphrase } from './real-house.ts'

/** A file in which bytes are flipped. */
export type Specimen = {
  readonly name: string
  /** How often this file is hit compared with the others. */
  readonly weight: number
  readonly bytes: Buffer
  /** By what the product finds that a byte was flipped; nothing where it does not. */
  foundBy(flipped: Buffer): Promise<string | undefined>
}

/**
 * The other files of a register's folder say nothing that could be lost: `reserve` is room kept back, `search-….db` is made again from the
 * cases, and `backup-seen.json` repeats what the register knows of its backups.
 */
const weights: Readonly<Record<string, number>> = { 'register.db': 6, 'keyring.db': 3, 'signing.json': 2, 'keys.json': 2, 'seen.json': 1 }

/** The page check of a database reads every page; the other files are judged by opening. */
async function foundInRegister(folder: string, file: string, layOut: () => void): Promise<string | undefined> {
  layOut()
  if (file.endsWith('.db') && (await integrityFaults(folder, passphrase)).length > 0) return 'integrity check'
  // Opening a file writes in it, which may heal what was flipped.
  layOut()
  const house = await openHouse(folder)
  return typeof house === 'string' ? `opening: ${house}` : foundInside(house)
}

function registerSpecimens(folder: string, work: string): Specimen[] {
  const whole = new Map([...bytesIn(folder)].filter(([file]) => file in weights))
  return [...whole].map(([name, bytes]) => ({
    name,
    weight: weights[name] ?? 1,
    bytes,
    foundBy(flipped) {
      return foundInRegister(work, name, () => {
        rmSync(work, { recursive: true, force: true })
        mkdirSync(work)
        for (const [file, content] of whole) writeFileSync(join(work, file), file === name ? flipped : content)
      })
    },
  }))
}

/** A plan is judged by the register that signed it. */
async function planSpecimen(folder: string, file: string): Promise<Specimen & { close(): Promise<void> }> {
  const house = await openHouse(folder)
  if (typeof house === 'string') throw new Error(house)
  const { pem } = Object(await house.insist('signer.show', {}))
  await house.close()
  const verifier = await compose({ language: 'sv', trust: [pem] })
  const place = `${file}.flipped`
  return {
    name: 'signed plan',
    weight: 6,
    bytes: readFileSync(file),
    async foundBy(flipped) {
      writeFileSync(place, flipped)
      const reply = await verifier.commands.answer('plan.verify', { file: place })
      if (!reply.ok) return `refused: ${reply.error.code}`
      const { verdict } = Object(reply.value)
      return String(verdict).startsWith('intact') ? undefined : `verifier: ${verdict}`
    },
    close: () => verifier.close(),
  }
}

/** Everything that is hit: each file of a closed register, one of its backups, and a plan that it signed. */
export async function makeSpecimens(base: string): Promise<{ readonly specimens: readonly Specimen[]; close(): Promise<void> }> {
  const [folder, plans] = [join(base, 'register'), join(base, 'plans')]
  mkdirSync(plans)
  const plan = await planSpecimen(folder, await makeHouse(folder, plans))
  const backup = await backupSpecimens(folder, base)
  return {
    specimens: [...registerSpecimens(folder, join(base, 'work')), ...backup.specimens, plan],
    close: async () => {
      await Promise.all([plan.close(), backup.close()])
    },
  }
}
