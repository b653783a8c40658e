CREATE TABLE case_key (
    case_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    wrapped BLOB NOT NULL,
    granted_by TEXT NOT NULL,
    granted_at TEXT NOT NULL, standing TEXT NOT NULL DEFAULT 'owner' CHECK (standing IN ('owner', 'reader', 'glass', 'office')),
    PRIMARY KEY (case_id, recipient)
  ) STRICT

CREATE INDEX case_key_by_recipient ON case_key (recipient, case_id)

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    schema INTEGER NOT NULL,
    register_id TEXT NOT NULL
  ) STRICT