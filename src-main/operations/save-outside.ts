import type { Failure } from '#contract/operations.ts'
import type { Result } from '#domain/result.ts'
import type { FilesPort } from './ports.ts'

type Leaving = { readonly folder: string; readonly name: string; readonly bytes: Uint8Array | AsyncIterable<Uint8Array> }

/**
 * Saves a file where the user points, and notes first that it leaves: a note without a file can be, a file without a note cannot.
 * Gives the path of the file. Where noting fails, nothing stays behind.
 */
export async function saveOutside(
  files: FilesPort,
  { folder, name, bytes }: Leaving,
  note: () => Promise<void>,
): Promise<Result<string, Failure>> {
  const staged = await files.stage(folder, name, bytes)
  if (!staged.ok) return staged
  try {
    await note()
  } catch (error) {
    await staged.value.discard()
    throw error
  }
  const saved = await staged.value.commit()
  return saved.ok ? { ok: true, value: staged.value.file } : saved
}
