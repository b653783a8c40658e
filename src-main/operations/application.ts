/** All of Hemväg behind one door. */
export interface Application {
  /** Never throws: replies `{ ok: true, value }` or `{ ok: false, error: { code, messageKey, values?, fields? } }`. */
  answer(name: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: { name: string; detail: unknown }) => void): () => void
  close(): Promise<void>
}
