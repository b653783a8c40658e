/** Something the register wants its windows to know, named in the past tense: `register.locked`. */
export interface ApplicationEvent {
  readonly name: string
  readonly detail: unknown
}

/** All of Hemväg behind one door. `answer` never throws: it replies `{ ok: true, value }` or `{ ok: false, error }`. */
export interface Application {
  answer(name: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: ApplicationEvent) => void): () => void
  close(): Promise<void>
}
