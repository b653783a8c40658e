export const number = 10

/** Frozen once shipped: an existing keyring has run exactly these statements. */
export const statements = ({ bytes, whole, end }: { bytes: string; whole: string; end: string }): string[] => [
  `CREATE TABLE meta (
    id ${whole} PRIMARY KEY CHECK (id = 1),
    schema ${whole} NOT NULL,
    register_id TEXT NOT NULL
  ) ${end}`,
  `CREATE TABLE case_key (
    case_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    wrapped ${bytes} NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at TEXT NOT NULL,
    PRIMARY KEY (case_id, recipient)
  ) ${end}`,
]
