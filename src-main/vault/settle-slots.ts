import { changeSlots, readSlots, type UnlockedSlots } from './key-slots.ts'

/**
 * Gives the key file its seal, and takes out every way in of people who are none of these: what a crash left of somebody who was about
 * to be taken in, or had just been removed. Says who they were. A file that cannot be written now is settled the next time.
 */
export async function settleSlots(folder: string, unlocked: UnlockedSlots, people: readonly string[]): Promise<readonly string[]> {
  const slots = await readSlots(folder)
  if (!slots.ok) return []
  const strange = ({ person }: { readonly person: string }) => !people.includes(person)
  const { words, keystores } = slots.value
  const gone = [...new Set([...words, ...keystores].filter(strange).map(({ person }) => person))]
  if (gone.length === 0 && unlocked.keyFile === 'sealed') return []
  const written = await changeSlots(folder, unlocked, (now) => ({
    ...now,
    words: now.words.filter((slot) => !strange(slot)),
    keystores: now.keystores.filter((slot) => !strange(slot)),
  }))
  return written.ok ? gone : []
}
