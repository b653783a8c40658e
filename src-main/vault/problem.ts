/** Why keys could not be made or opened. Message key: `register.error.<code>`. */
export type VaultProblem =
  | { readonly code: 'wrong-passphrase'; readonly values: Record<string, never> }
  /** Several people have a passphrase here, and none was named. */
  | { readonly code: 'user-needed'; readonly values: Record<string, never> }
  | { readonly code: 'passphrase-too-short'; readonly values: { readonly least: number } }
  | { readonly code: 'recovery-words-count'; readonly values: { readonly found: number; readonly needed: number } }
  | { readonly code: 'recovery-word-unknown'; readonly values: { readonly number: number } }
  /** Every word is in the list, and together they are no recovery key. */
  | { readonly code: 'recovery-words-misspelt'; readonly values: Record<string, never> }
  | { readonly code: 'recovery-key-wrong'; readonly values: Record<string, never> }
  | { readonly code: 'recovery-key-missing'; readonly values: Record<string, never> }
  /** What the computer remembered is over, or cannot be used. */
  | { readonly code: 'passphrase-needed'; readonly values: Record<string, never> }
  | { readonly code: 'not-a-register'; readonly values: { readonly folder: string } }
  | { readonly code: 'not-readable'; readonly values: { readonly folder: string } }
  | { readonly code: 'not-writable'; readonly values: { readonly folder: string } }
  | { readonly code: 'damaged'; readonly values: { readonly file: string } }
  | { readonly code: 'newer'; readonly values: { readonly file: string } }

/** The code the operating system gave an error, `ENOENT`; empty when it gave none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
