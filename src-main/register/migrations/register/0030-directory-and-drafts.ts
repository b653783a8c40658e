export const number = 30

/** Records of the register that belong to no case (partners, country profiles, advice), and what somebody has begun to write. Frozen once shipped. */
export const statements = ({ bytes, whole, end }: { bytes: string; whole: string; end: string }): string[] => [
  `CREATE TABLE directory_records (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('partner', 'country', 'advice')),
    year ${whole} NOT NULL,
    version ${whole} NOT NULL CHECK (version > 0)
  ) ${end}`,
  'CREATE INDEX directory_records_by_kind ON directory_records (kind, year, id)',
  `CREATE TABLE directory_versions (
    record TEXT NOT NULL REFERENCES directory_records (id),
    version ${whole} NOT NULL CHECK (version > 0),
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL,
    content ${bytes} NOT NULL,
    PRIMARY KEY (record, version)
  ) ${end}`,
  `CREATE TABLE drafts (
    case_id TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    place TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    content ${bytes} NOT NULL,
    PRIMARY KEY (case_id, person, place)
  ) ${end}`,
]
