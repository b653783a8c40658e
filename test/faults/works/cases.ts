import { accepted, aPaper } from '../../support/register-desk.ts'
import type { Work } from './work.ts'

const versionsPerCase = 4
/** More than a page, so that one change touches several. */
const notes = ['x'.repeat(6000)]
const aliasOf = (version: number) => `version ${version}`

/** Opens cases and changes each a few times. Each version says in its alias which it is. */
export const casesWork: Work = {
  name: 'cases',
  async write({ register, tag }, acknowledged) {
    for (let number = 1; ; number += 1) {
      const id = `written-${tag}-${number}`
      const document = aPaper(id, { reference: `HV-${tag}-${number}`, alias: aliasOf(1), notes })
      accepted(await register.insertCase({ document, operationId: `${id} 1` }))
      await acknowledged(`${id} 1`)
      for (let version = 2; version <= versionsPerCase; version += 1) {
        const steps = [{ path: '/alias', before: aliasOf(version - 1), after: aliasOf(version) }]
        const change = { caseId: id, expectedVersion: version - 1, steps, operationId: `${id} ${version}` }
        accepted(await register.changeCase(change))
        await acknowledged(`${id} ${version}`)
      }
    }
  },
  async check(register, acknowledged) {
    const standing = new Map<string, number>()
    const torn: string[] = []
    for (const { id, version } of accepted(await register.listCases({ limit: 100_000 }))) {
      if (!id.startsWith('written-')) continue
      standing.set(id, version)
      const entries = accepted(await register.history({ caseId: id }, 100))
      const loaded = await register.loadCase(id)
      const isWhole = loaded.ok && loaded.value.version === version && loaded.value.document.alias === aliasOf(version)
      const isLogged = entries.length === version && entries.at(-1)?.version === version
      if (!isWhole || !isLogged || (await register.loadCase(id, version + 1)).ok) torn.push(`${id} ${version}`)
    }
    const lost = acknowledged.filter((said) => {
      const [id = '', version] = said.split(' ')
      return (standing.get(id) ?? 0) < Number(version)
    })
    return { lost, torn }
  },
}
