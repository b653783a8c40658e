/** One file of a register as it lies in its folder, looked at without keys and without reading what is in it. */
export type ExaminedFile = {
  readonly name: string
  readonly bytes: number
  readonly readable: boolean
  readonly writable: boolean
}

/** What was found in a register's folder just now. Instants in UTC; `null` where nothing is known. */
export type Examination = {
  readonly now: string
  /** The register's own files that are there. */
  readonly files: readonly ExaminedFile[]
  /** Those that a register cannot be opened without and that are not there. */
  readonly missing: readonly string[]
  readonly folderWritable: boolean
  readonly freeBytes: number | null
  readonly reserve: boolean
  /** From when on a register that was not closed has been open. */
  readonly openSince: string | null
  readonly seen: { readonly checkpoint: number; readonly at: string } | null
  readonly lastGoodBackupAt: string | null
  /** Whether every file still has the size and the time of change that it had before the register was tried; `null` when it was not. */
  readonly untouched: boolean | null
  /** Registers that lie beside the folder while one was to take the place of another. */
  readonly beside?: readonly string[] | undefined
}

/** Below this many free bytes a person is warned. */
const littleSpace = 200_000_000

/** Free bytes where they have become few, otherwise `null`. */
export const lowSpace = ({ freeBytes }: Pick<Examination, 'freeBytes'>): number | null =>
  freeBytes !== null && freeBytes < littleSpace ? freeBytes : null
