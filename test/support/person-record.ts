import { execFileSync } from 'node:child_process'

/** The words of a PDF in reading order, as pdftotext finds them. */
export const pdfText = (bytes: Uint8Array): string => execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' })
