import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import type { IdentityKind, SigningIdentity } from '#documents/signing/signing-identity.ts'
import { verifyPdf } from '#documents/signing/verify-pdf.ts'
import type { Bench, Match } from './bench-definition.ts'
import { renderPlan } from './make-plan.ts'
import { playMatch } from './play-match.ts'
import { makeIdentity, signAtDesk } from './signing-desk.ts'

const rounds = 31
const warmUps = 6
const calls = 40
/** Each of these calls needs a file of its own. */
const returnedCalls = 5
const titles = { 'rsa-3072': 'RSA-3072', 'p-256': 'P-256' } as const satisfies Record<IdentityKind, string>

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** As long as the signed attributes of a signature, which is what the key really signs. */
const attributesOf = (bytes: Uint8Array): Buffer => Buffer.concat([digest(bytes), Buffer.alloc(120)])

function verifyOrThrow(bytes: Uint8Array, trusted: readonly Uint8Array[]): void {
  const { verdict, codes } = verifyPdf(bytes, { profile: 'plan', trusted, at: '2026-10-01T00:00:00Z' })
  if (verdict !== 'intact-trusted') throw new Error(`the plan did not pass: ${codes.join()}`)
}

interface Plan {
  readonly unsigned: Uint8Array
  readonly identity: SigningIdentity
  readonly title: string
}

async function signing({ unsigned, identity, title }: Plan): Promise<Match> {
  const { length } = await signAtDesk(unsigned, identity)
  const bytes = Buffer.alloc(length, unsigned)
  return {
    own: { name: `sign, ${title}`, run: () => signAtDesk(unsigned, identity), calls },
    others: [{ name: `SHA-256 + private ${title}`, run: () => sign('sha256', attributesOf(bytes), identity.privateKey), calls }],
    rounds,
    warmUps,
  }
}

function floorOfVerifying(signed: Uint8Array, { privateKey }: SigningIdentity, times: number): () => void {
  const key = createPublicKey(privateKey)
  const value = sign('sha256', attributesOf(signed), privateKey)
  return () => {
    for (let time = 0; time < times; time++)
      if (!verify('sha256', attributesOf(signed), key, value)) throw new Error('the floor does not hold')
  }
}

async function verifying({ unsigned, identity, title }: Plan): Promise<Match> {
  const signed = await signAtDesk(unsigned, identity)
  return {
    own: { name: `verify, ${title}`, run: () => verifyOrThrow(signed, [identity.certificate]), calls },
    others: [{ name: `SHA-256 + public ${title}`, run: floorOfVerifying(signed, identity, 1), calls }],
    rounds,
    warmUps,
  }
}

/** What comes back from a partner is a file that nobody here has seen, so nothing about it is remembered. */
async function verifyingReturned({ unsigned, identity, title }: Plan): Promise<Match> {
  const returned: Buffer[] = []
  for (let file = 0; file < (rounds + warmUps) * returnedCalls; file++)
    returned.push(await signAtDesk(await signAtDesk(unsigned, identity), identity, 'partner'))
  const last = returned.at(-1) ?? unsigned
  return {
    own: {
      name: `verify two signatures, file not seen before, ${title}`,
      run: () => verifyOrThrow(returned.pop() ?? last, [identity.certificate]),
      calls: returnedCalls,
    },
    others: [{ name: `twice SHA-256 + public ${title}`, run: floorOfVerifying(last, identity, 2), calls: returnedCalls }],
    rounds,
    warmUps,
  }
}

export const signAndVerify: Bench = {
  name: 'P2',
  title: 'sign and verify the 16-page plan, against the least that mathematics allows',
  async run() {
    const unsigned = await renderPlan()
    const plans = (['rsa-3072', 'p-256'] as const).map((kind) => ({ unsigned, identity: makeIdentity(kind), title: titles[kind] }))
    const rows = []
    for (const match of [signing, verifying, verifyingReturned])
      for (const plan of plans) rows.push(...(await playMatch(await match(plan))))
    return { rows, smallPrint: [`plan of ${Math.round(unsigned.length / 1024)} KiB unsigned; keys in memory; node ${process.version}`] }
  },
}
