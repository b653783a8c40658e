import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keyholder } from './ports.ts'

/** What only a holder of the register's key can say of a side file's content. */
export const macOf = (keys: Pick<Keyholder, 'fileKey'>, file: string, content: object): string =>
  createHmac('sha256', keys.fileKey(file)).update(JSON.stringify(content)).digest('base64')

export function isMacOf(keys: Pick<Keyholder, 'fileKey'>, file: string, content: object, mac: string): boolean {
  const [expected, found] = [Buffer.from(macOf(keys, file, content)), Buffer.from(mac)]
  return expected.length === found.length && timingSafeEqual(expected, found)
}
