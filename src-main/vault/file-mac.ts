import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

function macOf(key: KeyObject, content: unknown): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(content)).digest()
}

/** The text of a JSON file that nobody without the register's key can change: its content, and last a MAC over it. */
export function textWithMac(key: KeyObject, content: object): string {
  return `${JSON.stringify({ ...content, mac: macOf(key, content).toString('base64') }, null, 2)}\n`
}

/** Whether a text is, byte for byte, what `textWithMac` writes of that content. */
export function isTextWithMac(key: KeyObject, content: object, text: string): boolean {
  const [expected, found] = [Buffer.from(textWithMac(key, content)), Buffer.from(text)]
  return expected.length === found.length && timingSafeEqual(expected, found)
}
