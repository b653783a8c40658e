import { caseFileJsonSchema, largestCaseFile, readCaseFile, writeCaseFile } from '#exchange/case-bundle.ts'
import type { ExchangePort } from '#operations/ports.ts'
import { catalogue } from './catalogue.ts'

export const exchangePort = (): ExchangePort => ({
  largestFile: largestCaseFile,
  read: (bytes) => readCaseFile(bytes, catalogue()),
  write: writeCaseFile,
  schema: () => `${JSON.stringify(caseFileJsonSchema(), null, 2)}\n`,
})
