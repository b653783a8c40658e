export const number = 20

/** Users with roles, attachments, backup places, settings, weeding and erasure. Frozen once shipped. */
export const statements = ({ bytes, whole, end }: { bytes: string; whole: string; end: string }): string[] => [
  `ALTER TABLE people ADD COLUMN kind TEXT NOT NULL DEFAULT 'user' CHECK (kind IN ('user', 'recovery', 'glass', 'glass-protected'))`,
  `ALTER TABLE people ADD COLUMN profile ${bytes}`,
  'ALTER TABLE people ADD COLUMN removed_at TEXT',
  `CREATE TABLE glass_breaks (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    broken_at TEXT NOT NULL,
    reason ${bytes} NOT NULL,
    acknowledged_at TEXT
  ) ${end}`,
  'CREATE INDEX glass_breaks_by_acknowledged ON glass_breaks (acknowledged_at, case_id)',
  `CREATE TABLE contents (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    digest ${bytes} NOT NULL,
    size ${whole} NOT NULL CHECK (size >= 0),
    chunks ${whole} NOT NULL CHECK (chunks >= 0),
    UNIQUE (case_id, digest)
  ) ${end}`,
  `CREATE TABLE content_chunks (
    content TEXT NOT NULL REFERENCES contents (id),
    number ${whole} NOT NULL CHECK (number > 0),
    bytes ${bytes} NOT NULL,
    PRIMARY KEY (content, number)
  ) ${end}`,
  `CREATE TABLE attachments (
    id TEXT PRIMARY KEY NOT NULL,
    case_id TEXT NOT NULL,
    content TEXT NOT NULL REFERENCES contents (id),
    added_at TEXT NOT NULL,
    removed_at TEXT,
    facts ${bytes} NOT NULL
  ) ${end}`,
  'CREATE INDEX attachments_by_case ON attachments (case_id, id)',
  'CREATE INDEX attachments_by_content ON attachments (content)',
  `CREATE TABLE weeding_lists (
    id TEXT PRIMARY KEY NOT NULL,
    signer TEXT NOT NULL REFERENCES people (id),
    signed_at TEXT NOT NULL,
    content ${bytes} NOT NULL,
    signature ${bytes} NOT NULL
  ) ${end}`,
  `CREATE TABLE erasures (
    case_id TEXT PRIMARY KEY NOT NULL,
    weeding_list TEXT NOT NULL REFERENCES weeding_lists (id),
    begun_at TEXT NOT NULL,
    done_at TEXT
  ) ${end}`,
  `CREATE TABLE backup_places (
    id TEXT PRIMARY KEY NOT NULL,
    place ${bytes} NOT NULL,
    last_good_at TEXT,
    checkpoint ${whole},
    keyring_at TEXT
  ) ${end}`,
  `CREATE TABLE settings (
    name TEXT PRIMARY KEY NOT NULL,
    value ${bytes} NOT NULL
  ) ${end}`,
]
