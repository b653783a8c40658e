/** How a command ends. Any other code is a bug. */
export const exitCodes = {
  good: 0,
  /** verify: intact, but the signer is unknown here. */
  unknownSigner: 1,
  /** verify: anything else that could be read. */
  notTrusted: 2,
  /** Refused, or could not be read. */
  refused: 3,
  usage: 64,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
