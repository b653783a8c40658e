type Keeper = () => Promise<unknown>

const keepers = new Set<Keeper>()
let locking = false

/** Whoever holds words that are not in the register yet. Gives back how to leave. */
export function addKeeper(keep: Keeper): () => void {
  keepers.add(keep)
  return () => keepers.delete(keep)
}

/** A lock is under way: what is left now has been kept already. */
export const isLocking = (): boolean => locking

/** So long a lock waits for the last words to be kept. The screen is covered before. @source Hemväg rule */
const longestWait = 2000

/** Puts what is being written into the register as drafts, before the keys go. Never fails and never takes long. */
export async function keepAll(): Promise<void> {
  locking = true
  const kept = Promise.allSettled([...keepers].map((keep) => keep()))
  const patience = new Promise((resolve) => window.setTimeout(resolve, longestWait))
  await Promise.race([kept, patience])
  locking = false
}
