import { createHmac } from 'node:crypto'

/** Names that a person takes for the same: capitals, spaces at the ends and between words, and how letters were composed count for nothing. */
const sameName = (name: string) => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase().normalize('NFKC')

/**
 * What stands in the file of key slots instead of a user's name. It keeps names from being read there, and no more:
 * who has the file and guesses a name can see whether it is right.
 */
export function userTag(registerId: string, name: string): string {
  return createHmac('sha256', `hemvag user 1 ${registerId}`).update(sameName(name)).digest('base64url')
}
