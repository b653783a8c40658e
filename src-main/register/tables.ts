/** The rows of `register.db` as SQL sees them. Everything that says something about a person is sealed bytes. */
export type RegisterTables = {
  meta: MetaRow
  people: { id: string; exchange_key: Uint8Array; signature_key: Uint8Array; added_at: string }
  cases: CaseRow
  case_versions: { case_id: string; version: number; document: Uint8Array }
  reference_counters: { year: number; last: number }
  journal: JournalRow
  journal_heads: { chain: string; seq: number; hash: Uint8Array; checkpointed: number }
  checkpoints: CheckpointRow
  checkpoint_heads: { register_id: string; number: number; chain: string; seq: number; hash: Uint8Array }
}

export type MetaRow = {
  id: number
  schema: number
  oldest_client: number
  register_id: string
  mark: string
  demonstration: number
  demonstration_date: string | null
  created_at: string
}

/** The projection of a case: droppable, rebuilt from its sealed versions. */
export type CaseRow = {
  id: string
  reference: string
  version: number
  status: string
  unit: string
  next_due: string | null
  erase_after: string | null
  journal_head: Uint8Array
  headline: Uint8Array
}

export type JournalRow = {
  chain: string
  seq: number
  operation_id: string
  at: string
  actor: string
  action: string
  object: string
  version: number | null
  detail: Uint8Array | null
  previous: Uint8Array
  hash: Uint8Array
}

export type CheckpointRow = {
  register_id: string
  number: number
  at: string
  signer: string
  previous: Uint8Array
  hash: Uint8Array
  signature: Uint8Array
}

/** The rows of `keyring.db`: the key of each subject (a case, or the register itself), wrapped for each person who may read it. */
export type KeyringTables = {
  meta: { id: number; schema: number; register_id: string }
  case_key: { case_id: string; recipient: string; wrapped: Uint8Array; granted_by: string; granted_at: string }
}
