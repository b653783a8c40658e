import type { Clock } from '#operations/ports.ts'
import type { StartsPort } from '#operations/starts-port.ts'
import { examine, fingerprint, firstLook } from '#register/starts/examine.ts'
import { failureOf } from './register-port.ts'

/** The register's folder, looked at from outside; without a folder there is nothing to see. */
export function startsPort(folder: string | undefined, clock: Clock): StartsPort {
  let before: string | undefined
  return {
    async trouble() {
      const problem = folder === undefined ? undefined : await firstLook(folder)
      return problem && failureOf(problem)
    },
    async remember() {
      before = folder === undefined ? undefined : await fingerprint(folder)
    },
    async examine() {
      const place = folder ?? ''
      const untouched = before === undefined ? null : before === (await fingerprint(place))
      return { ...(await examine(place, clock.now())), untouched }
    },
  }
}
