export const number = 20

/** Why somebody holds a case's key: owner, on the need-to-know list, by breaking the glass, or an office that is no person. Frozen once shipped. */
export const statements = (): string[] => [
  `ALTER TABLE case_key ADD COLUMN standing TEXT NOT NULL DEFAULT 'owner' CHECK (standing IN ('owner', 'reader', 'glass', 'office'))`,
  'CREATE INDEX case_key_by_recipient ON case_key (recipient, case_id)',
]
