import { createSecretKey } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryHash } from '#register/journal/entry.ts'
import { privateKeyFrom, publicBytes } from '#vault/key-pairs.ts'
import { SealBroken, seal, unseal } from '#vault/sealing.ts'
import { unwrapKey, wrapKey } from '#vault/wrapping.ts'
import { seededEntropy } from '../support/register-desk.ts'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const place = fc.record({ table: fc.string(), row: fc.string(), column: fc.string(), version: fc.nat() })

describe('sealing', () => {
  it('gives back every byte at the same place', async () => {
    await fc.assert(
      fc.property(bytes32, fc.uint8Array({ maxLength: 2000 }), place, fc.string(), (secret, plain, where, seed) => {
        const key = createSecretKey(secret)
        const opened = unseal(key, seal(key, plain, where, seededEntropy(seed)), where)
        expect(Buffer.compare(opened, plain)).toBe(0)
      }),
    )
  })

  it('opens at no other place and under no other key', async () => {
    await fc.assert(
      fc.property(bytes32, bytes32, fc.uint8Array(), place, place, (secret, otherSecret, plain, where, elsewhere) => {
        const [key, other] = [createSecretKey(secret), createSecretKey(otherSecret)]
        const sealed = seal(key, plain, where, seededEntropy('place'))
        if (JSON.stringify(where) !== JSON.stringify(elsewhere)) expect(() => unseal(key, sealed, elsewhere)).toThrow(SealBroken)
        if (Buffer.compare(secret, otherSecret) !== 0) expect(() => unseal(other, sealed, where)).toThrow(SealBroken)
      }),
    )
  })

  it('lets no changed, missing or added byte pass', async () => {
    const key = createSecretKey(Buffer.alloc(32, 7))
    const where = { table: 'cases', row: 'a', column: 'headline', version: 1 }
    const sealed = Buffer.from(seal(key, Buffer.from('Svalan'), where, seededEntropy('bytes')))
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(key, changed, where)).toThrow(SealBroken)
      expect(() => unseal(key, sealed.subarray(0, at), where)).toThrow(SealBroken)
    }
    expect(() => unseal(key, Buffer.concat([sealed, Buffer.of(0)]), where)).toThrow(SealBroken)
  })
})

describe('a key wrapped for a person', () => {
  it('unwraps for that person and purpose only', async () => {
    await fc.assert(
      fc.property(bytes32, bytes32, bytes32, fc.string(), fc.string(), (secret, own, foreign, subject, otherSubject) => {
        const [recipient, stranger] = [privateKeyFrom('x25519', own), privateKeyFrom('x25519', foreign)]
        const purpose = { subject, recipient: 'anna' }
        const key = createSecretKey(secret)
        const wrapped = wrapKey(key, publicBytes(recipient), purpose, seededEntropy(subject))
        expect(wrapped).toHaveLength(94)
        expect(unwrapKey(wrapped, recipient, purpose).equals(key)).toBe(true)
        if (Buffer.compare(own, foreign) !== 0) expect(() => unwrapKey(wrapped, stranger, purpose)).toThrow(SealBroken)
        if (subject !== otherSubject) expect(() => unwrapKey(wrapped, recipient, { ...purpose, subject: otherSubject })).toThrow(SealBroken)
        expect(() => unwrapKey(wrapped, recipient, { ...purpose, recipient: 'bo' })).toThrow(SealBroken)
      }),
    )
  })
})

describe('the hash of a journal entry', () => {
  const entry = fc.record({
    chain: fc.string(),
    seq: fc.nat(),
    operation_id: fc.string(),
    at: fc.string(),
    actor: fc.string(),
    action: fc.string(),
    object: fc.string(),
    version: fc.option(fc.nat()),
    detail: fc.option(fc.uint8Array()),
    previous: bytes32,
  })

  it('differs whenever any part of the entry differs', async () => {
    await fc.assert(
      fc.property(entry, entry, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(Buffer.compare(entryHash(one), entryHash(other)) === 0).toBe(same)
        for (const name of ['chain', 'operation_id', 'at', 'actor', 'action', 'object'] as const) {
          expect(Buffer.compare(entryHash(one), entryHash({ ...one, [name]: `${one[name]}x` }))).not.toBe(0)
        }
        expect(Buffer.compare(entryHash(one), entryHash({ ...one, seq: one.seq + 1 }))).not.toBe(0)
      }),
    )
  })
})
