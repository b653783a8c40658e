import type { House } from './bridge.ts'
import { openChangingHouse } from './changing-house.ts'
import { openDemonstration } from './demonstration.ts'
import { lastRegister, rememberRegister } from './last-register.ts'
import type { Surroundings } from './surroundings.ts'
import type { Wish } from './wish.ts'

/** Opens the house behind a window as it was wished for. A register that is named is the one that the next start opens. */
export async function openWished(wish: Wish, surroundings: Surroundings): Promise<House> {
  if (wish.show === 'demonstration') return openDemonstration(surroundings)
  if (wish.show === 'last') return openChangingHouse(surroundings, lastRegister())
  rememberRegister(wish.folder)
  return openChangingHouse(surroundings, wish.folder)
}
