CREATE TABLE attachments (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    content TEXT NOT NULL REFERENCES contents (id),
    added_at TEXT NOT NULL,
    removed_at TEXT,
    facts BLOB NOT NULL
  ) STRICT

CREATE INDEX attachments_by_case ON attachments (case_id, id)

CREATE INDEX attachments_by_content ON attachments (content)

CREATE TABLE backup_places (
    id TEXT PRIMARY KEY NOT NULL,
    place BLOB NOT NULL,
    last_good_at TEXT,
    checkpoint INTEGER,
    keyring_at TEXT
  ) STRICT

CREATE TABLE case_versions (
    case_id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    document BLOB NOT NULL,
    PRIMARY KEY (case_id, version)
  ) STRICT

CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL CHECK (version > 0),
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'handed-over', 'closed')),
    unit TEXT NOT NULL,
    next_due TEXT,
    erase_after TEXT,
    journal_head BLOB NOT NULL,
    headline BLOB NOT NULL
  ) STRICT

CREATE INDEX cases_by_erase_after ON cases (erase_after, reference)

CREATE INDEX cases_by_next_due ON cases (next_due, reference)

CREATE INDEX cases_by_status ON cases (status, reference)

CREATE INDEX cases_by_unit ON cases (unit, reference)

CREATE TABLE checkpoint_heads (
    register_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    chain TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    hash BLOB NOT NULL,
    PRIMARY KEY (register_id, number, chain),
    FOREIGN KEY (register_id, number) REFERENCES checkpoints (register_id, number)
  ) STRICT

CREATE TABLE checkpoints (
    register_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    at TEXT NOT NULL,
    signer TEXT NOT NULL REFERENCES people (id),
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (register_id, number)
  ) STRICT

CREATE TABLE content_chunks (
    content TEXT NOT NULL REFERENCES contents (id),
    number INTEGER NOT NULL CHECK (number > 0),
    bytes BLOB NOT NULL,
    PRIMARY KEY (content, number)
  ) STRICT

CREATE TABLE contents (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    chunks INTEGER NOT NULL CHECK (chunks >= 0),
    UNIQUE (case_id, digest)
  ) STRICT

CREATE TABLE directory_records (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('partner', 'country', 'advice')),
    year INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0)
  ) STRICT

CREATE INDEX directory_records_by_kind ON directory_records (kind, year, id)

CREATE TABLE directory_versions (
    record TEXT NOT NULL REFERENCES directory_records (id),
    version INTEGER NOT NULL CHECK (version > 0),
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (record, version)
  ) STRICT

CREATE TABLE drafts (
    case_id TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    place TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (case_id, person, place)
  ) STRICT

CREATE TABLE erasures (
    case_id TEXT PRIMARY KEY NOT NULL,
    weeding_list TEXT NOT NULL REFERENCES weeding_lists (id),
    begun_at TEXT NOT NULL,
    done_at TEXT
  ) STRICT

CREATE TABLE glass_breaks (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    broken_at TEXT NOT NULL,
    reason BLOB NOT NULL,
    acknowledged_at TEXT
  ) STRICT

CREATE INDEX glass_breaks_by_acknowledged ON glass_breaks (acknowledged_at, case_id)

CREATE TABLE journal (
    chain TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    operation_id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    version INTEGER,
    detail BLOB,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (chain, seq)
  ) STRICT

CREATE TABLE journal_heads (
    chain TEXT PRIMARY KEY NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    hash BLOB NOT NULL,
    checkpointed INTEGER NOT NULL CHECK (checkpointed >= 0)
  ) STRICT

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    schema INTEGER NOT NULL,
    oldest_client INTEGER NOT NULL,
    register_id TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (length(mark) BETWEEN 2 AND 4),
    demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
    demonstration_date TEXT,
    created_at TEXT NOT NULL
  ) STRICT

CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    exchange_key BLOB NOT NULL,
    signature_key BLOB NOT NULL,
    added_at TEXT NOT NULL
  , kind TEXT NOT NULL DEFAULT 'user' CHECK (kind IN ('user', 'recovery', 'glass', 'glass-protected')), profile BLOB, removed_at TEXT) STRICT

CREATE TABLE reference_counters (
    year INTEGER PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0)
  ) STRICT

CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
  ) STRICT

CREATE TABLE weeding_lists (
    id TEXT PRIMARY KEY NOT NULL,
    signer TEXT NOT NULL REFERENCES people (id),
    signed_at TEXT NOT NULL,
    content BLOB NOT NULL,
    signature BLOB NOT NULL
  ) STRICT