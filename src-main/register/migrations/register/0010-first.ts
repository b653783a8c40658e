export const number = 10

/** Frozen once shipped: an existing register has run exactly these statements. */
export const statements = ({ bytes, whole, end }: { bytes: string; whole: string; end: string }): string[] => [
  `CREATE TABLE meta (
    id ${whole} PRIMARY KEY CHECK (id = 1),
    schema ${whole} NOT NULL,
    oldest_client ${whole} NOT NULL,
    register_id TEXT NOT NULL,
    mark TEXT NOT NULL CHECK (length(mark) BETWEEN 2 AND 4),
    demonstration ${whole} NOT NULL CHECK (demonstration IN (0, 1)),
    demonstration_date TEXT,
    created_at TEXT NOT NULL
  ) ${end}`,
  `CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    exchange_key ${bytes} NOT NULL,
    signature_key ${bytes} NOT NULL,
    added_at TEXT NOT NULL
  ) ${end}`,
  `CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    version ${whole} NOT NULL CHECK (version > 0),
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'handed-over', 'closed')),
    unit TEXT NOT NULL,
    next_due TEXT,
    erase_after TEXT,
    journal_head ${bytes} NOT NULL,
    headline ${bytes} NOT NULL
  ) ${end}`,
  'CREATE INDEX cases_by_status ON cases (status, reference)',
  'CREATE INDEX cases_by_unit ON cases (unit, reference)',
  'CREATE INDEX cases_by_next_due ON cases (next_due, reference)',
  'CREATE INDEX cases_by_erase_after ON cases (erase_after, reference)',
  `CREATE TABLE case_versions (
    case_id TEXT NOT NULL,
    version ${whole} NOT NULL CHECK (version > 0),
    document ${bytes} NOT NULL,
    PRIMARY KEY (case_id, version)
  ) ${end}`,
  `CREATE TABLE reference_counters (
    year ${whole} PRIMARY KEY NOT NULL,
    last ${whole} NOT NULL CHECK (last > 0)
  ) ${end}`,
  `CREATE TABLE journal (
    chain TEXT NOT NULL,
    seq ${whole} NOT NULL CHECK (seq > 0),
    operation_id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    version ${whole},
    detail ${bytes},
    previous ${bytes} NOT NULL,
    hash ${bytes} NOT NULL,
    PRIMARY KEY (chain, seq)
  ) ${end}`,
  `CREATE TABLE journal_heads (
    chain TEXT PRIMARY KEY NOT NULL,
    seq ${whole} NOT NULL CHECK (seq > 0),
    hash ${bytes} NOT NULL,
    checkpointed ${whole} NOT NULL CHECK (checkpointed >= 0)
  ) ${end}`,
  `CREATE TABLE checkpoints (
    register_id TEXT NOT NULL,
    number ${whole} NOT NULL CHECK (number > 0),
    at TEXT NOT NULL,
    signer TEXT NOT NULL REFERENCES people (id),
    previous ${bytes} NOT NULL,
    hash ${bytes} NOT NULL,
    signature ${bytes} NOT NULL,
    PRIMARY KEY (register_id, number)
  ) ${end}`,
  `CREATE TABLE checkpoint_heads (
    register_id TEXT NOT NULL,
    number ${whole} NOT NULL,
    chain TEXT NOT NULL,
    seq ${whole} NOT NULL CHECK (seq > 0),
    hash ${bytes} NOT NULL,
    PRIMARY KEY (register_id, number, chain),
    FOREIGN KEY (register_id, number) REFERENCES checkpoints (register_id, number)
  ) ${end}`,
]
