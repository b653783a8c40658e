/** Why a plan is not signed. Each has its words under `verify.refused.…`. */
export const SIGNING_FAULTS = [
  'certificate-unreadable',
  'key-mismatch',
  'weak-key',
  'key-usage',
  'not-yet-valid',
  'expired',
  'unreadable',
  'structure',
  'encrypted',
  'active-content',
  'no-field',
  'field-used',
  'organisation-first',
  'dangling-reference',
  'missing-glyph',
  'too-large',
  'timestamp-refused',
  'timestamp-invalid',
] as const
export type SigningFault = (typeof SIGNING_FAULTS)[number]

export interface SigningRefusal {
  readonly code: SigningFault
  /** The character of `missing-glyph`. */
  readonly character?: string
}
