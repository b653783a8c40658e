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
  ) STRICT

CREATE TABLE reference_counters (
    year INTEGER PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0)
  ) STRICT