import { createSecretKey, type KeyObject } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { Result } from '#domain/result.ts'
import type { VaultProblem } from './problem.ts'

/** How a passphrase becomes a key (Argon2id), stored beside what the key opens. */
export type Derivation = { readonly memoryKiB: number; readonly passes: number; readonly lanes: number }

/** Milliseconds that run on; only differences count. */
export type Stopwatch = () => number

const shortestPassphrase = 12
export const saltLength = 16

const leastMilliseconds = 250
const start: Derivation = { memoryKiB: 128 * 1024, passes: 3, lanes: 4 }

/** The key of a passphrase. Letters count as the same however the keyboard composed them (NFKC). */
export async function keyFromPassphrase(passphrase: string, salt: Uint8Array, derivation: Derivation): Promise<KeyObject> {
  const bytes = Buffer.from(passphrase.normalize('NFKC'))
  const derived = await hashRaw(bytes, {
    algorithm: 2,
    memoryCost: derivation.memoryKiB,
    timeCost: derivation.passes,
    parallelism: derivation.lanes,
    outputLen: 32,
    salt,
  })
  bytes.fill(0)
  try {
    return createSecretKey(derived)
  } finally {
    derived.fill(0)
  }
}

/** Passes enough that one guess costs at least a quarter of a second on this machine. */
export async function calibrate(stopwatch: Stopwatch): Promise<Derivation> {
  let derivation = start
  for (;;) {
    const began = stopwatch()
    await keyFromPassphrase('calibration', new Uint8Array(saltLength), derivation)
    const took = Math.max(stopwatch() - began, 1)
    if (took >= leastMilliseconds) return derivation
    derivation = { ...derivation, passes: Math.ceil((derivation.passes * leastMilliseconds * 1.1) / took) }
  }
}

/** Only tests and the demonstration give a derivation; otherwise it is calibrated with the stopwatch. */
export type NewDerivation = { readonly derivation?: Derivation; readonly stopwatch?: Stopwatch }

export async function derivationFor({ derivation, stopwatch }: NewDerivation): Promise<Derivation> {
  return derivation ?? (await calibrate(stopwatch ?? (() => performance.now())))
}

/** The refusal of a passphrase that is too short; nothing for one that is long enough. */
export function tooShort(passphrase: string): Result<never, VaultProblem> | undefined {
  if (passphrase.length >= shortestPassphrase) return undefined
  return { ok: false, error: { code: 'passphrase-too-short', values: { least: shortestPassphrase } } }
}
