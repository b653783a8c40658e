import type { Clock, Entropy } from './ports.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of time, 80 of randomness. It names a thing and orders nothing. */
export function newUlid(clock: Clock, entropy: Entropy): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(Date.parse(clock.now()), 0, 6)
  bytes.set(entropy.bytes(10), 6)
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  for (let place = 0; place < 26; place += 1) {
    text = `${letters[Number(rest & 31n)]}${text}`
    rest >>= 5n
  }
  return text
}
