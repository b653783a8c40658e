import { readFileSync } from 'node:fs'
import { resources } from './resources.ts'

/** The version of this Hemväg, as its package says. */
export const version: string = JSON.parse(readFileSync(new URL('../package.json', resources), 'utf8')).version
