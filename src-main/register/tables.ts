import type { Generated } from 'kysely'

/** The rows of `register.db` as SQL sees them. Everything that says something about a person is sealed bytes. */
export type RegisterTables = {
  meta: MetaRow
  people: PersonRow
  cases: CaseRow
  case_versions: { case_id: string; version: number; document: Uint8Array }
  reference_counters: { year: number; last: number }
  journal: JournalRow
  journal_heads: { chain: string; seq: number; hash: Uint8Array; checkpointed: number }
  checkpoints: CheckpointRow
  checkpoint_heads: { register_id: string; number: number; chain: string; seq: number; hash: Uint8Array }
  contents: { id: string; case_id: string; digest: Uint8Array; size: number; chunks: number }
  content_chunks: { content: string; number: number; bytes: Uint8Array }
  attachments: { id: string; case_id: string; content: string; added_at: string; removed_at: string | null; facts: Uint8Array }
  weeding_lists: { id: string; signer: string; signed_at: string; content: Uint8Array; signature: Uint8Array }
  erasures: { case_id: string; weeding_list: string; begun_at: string; done_at: string | null }
  backup_places: { id: string; place: Uint8Array; last_good_at: string | null; checkpoint: number | null; keyring_at: string | null }
  settings: { name: string; value: Uint8Array }
  /** What somebody has begun to write in a case and not saved yet, sealed with the case's key. */
  drafts: { case_id: string; person: string; place: string; kept_at: string; content: Uint8Array }
  directory_records: { id: string; kind: DirectoryKind; year: number; version: number }
  directory_versions: { record: string; version: number; written_at: string; written_by: string; content: Uint8Array }
  glass_breaks: {
    id: string
    case_id: string
    person: string
    broken_at: string
    /** Sealed with the case's key. */
    reason: Uint8Array
    acknowledged_at: string | null
  }
}

/** Kinds of records that belong to no case. */
export type DirectoryKind = 'partner' | 'country' | 'advice'

/** `recovery` and the two `glass` kinds are key pairs that are no person: others hold their private half. */
export type PersonKind = 'user' | 'recovery' | 'glass' | 'glass-protected'

export type PersonRow = {
  id: string
  exchange_key: Uint8Array
  signature_key: Uint8Array
  added_at: string
  kind: Generated<PersonKind>
  /** Name and roles, sealed with the register's key; absent for the first person of a register made before there were roles. */
  profile: Generated<Uint8Array | null>
  removed_at: Generated<string | null>
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
  case_key: {
    case_id: string
    recipient: string
    wrapped: Uint8Array
    granted_by: string
    granted_at: string
    standing: Generated<Standing>
  }
}

export type Standing = 'owner' | 'reader' | 'glass' | 'office'
