import { createHash } from 'node:crypto'
import type { Register } from '#register/register.ts'
import { facts, inPieces, manyBytes } from '../../support/attachments.ts'
import { accepted, aPaper, codeOf, type Paper } from '../../support/register-desk.ts'
import type { Work } from './work.ts'

const contents = [120_000, 260_000, 390_000].map((length) => manyBytes(length, `content of ${length}`))
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const digests = contents.map(sha256Of)
/** So many per opening: the register that is examined afterwards stays small enough to be read whole. */
const addings = 6

/** Which attachments of a case do not read back byte for byte as what their facts say that they are. */
async function unreadable(register: Register<Paper>, caseId: string): Promise<{ ids: string[]; torn: string[] }> {
  const listed = accepted(await register.attachments.list(caseId))
  const torn: string[] = []
  for (const { id, facts: said } of listed) {
    const read = await register.attachments.readWhole(id)
    if (!read.ok || !digests.includes(said.sha256) || sha256Of(read.value) !== said.sha256) torn.push(`attachment ${id} of ${caseId}`)
  }
  return { ids: listed.map(({ id }) => id), torn }
}

/** Takes files into a case: each content several times, under another type, and once more under the same, which is refused. */
export const attachmentsWork: Work = {
  name: 'attachments',
  async write({ register, tag }, acknowledged) {
    const caseId = `attached-${tag}`
    const document = aPaper(caseId, { reference: `HV-attached-${tag}` })
    accepted(await register.insertCase({ document, operationId: caseId }))
    for (let number = 1; number <= addings; number += 1) {
      const [bytes, sha256] = [contents[number % contents.length] ?? contents[0], digests[number % contents.length] ?? '']
      if (bytes === undefined) return
      const described = facts({ name: `${sha256.slice(0, 8)}.pdf`, sha256, documentType: `DOC_${number}` })
      const add = (id: string) =>
        register.attachments.add({ id, caseId, facts: described, source: inPieces(bytes), operationId: `attach ${id}` })
      const id = register.newId()
      accepted(await add(id))
      await acknowledged(`${caseId} ${id} kept`)
      const again = register.newId()
      const refused = codeOf(await add(again))
      if (refused !== 'attachment-duplicate') throw new Error(`the same file once more: ${refused}`)
      await acknowledged(`${caseId} ${again} refused`)
    }
  },
  async check(register, acknowledged) {
    const [standing, torn] = [new Set<string>(), [] as string[]]
    for (const { id } of accepted(await register.listCases({ limit: 100_000 }))) {
      if (!id.startsWith('attached-')) continue
      const found = await unreadable(register, id)
      for (const each of found.ids) standing.add(`${id} ${each}`)
      torn.push(...found.torn)
    }
    const [kept, refused] = ['kept', 'refused'].map((word) =>
      acknowledged.filter((said) => said.endsWith(` ${word}`)).map((said) => said.slice(0, -word.length - 1)),
    )
    torn.push(...(refused ?? []).filter((said) => standing.has(said)).map((said) => `refused and there: ${said}`))
    return { lost: (kept ?? []).filter((said) => !standing.has(said)), torn }
  },
}
