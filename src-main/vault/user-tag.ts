import { createHmac } from 'node:crypto'
import { plainName } from '#domain/user-name.ts'

/**
 * What stands in the file of key slots instead of a user's name. It keeps names from being read there, and no more:
 * who has the file and guesses a name can see whether it is right.
 */
export function userTag(registerId: string, name: string): string {
  return createHmac('sha256', `hemvag user 1 ${registerId}`).update(plainName(name)).digest('base64url')
}
