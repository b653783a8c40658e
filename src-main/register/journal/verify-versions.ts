import { lawfulErasures } from '../erasure/lawful.ts'
import type { Session } from '../session.ts'
import { caseChain } from './entry.ts'

/** `version-missing`: the journal has an entry for a version that is not kept. `version-differs`: a case stands at another than the newest. */
export type VersionFault = { readonly code: 'version-missing' | 'version-differs'; readonly chain: string; readonly seq: number }

/** The newest version that each source knows of a case, 0 where it knows none. */
type Newest = { journal: number; row: number; kept: number }

/** Versions that have an entry in their case's chain but no document. */
async function missingVersions({ database }: Session): Promise<VersionFault[]> {
  const rows = await database
    .selectFrom('journal')
    .leftJoin('case_versions', (join) =>
      join
        .on((on) => on('journal.chain', '=', on(on.val('case:'), '||', on.ref('case_versions.case_id'))))
        .onRef('case_versions.version', '=', 'journal.version'),
    )
    .select(['journal.chain', 'journal.version'])
    .where('journal.version', 'is not', null)
    .where('case_versions.version', 'is', null)
    .execute()
  return rows.map(({ chain, version }) => ({ code: 'version-missing', chain, seq: version ?? 0 }))
}

async function newestVersions({ database }: Session): Promise<ReadonlyMap<string, Newest>> {
  const newest = new Map<string, Newest>()
  const note = (chain: string, source: keyof Newest, version: number | null) => {
    const known = newest.get(chain) ?? { journal: 0, row: 0, kept: 0 }
    newest.set(chain, { ...known, [source]: version ?? 0 })
  }
  const logged = database.selectFrom('journal').select((of) => ['chain', of.fn.max('version').as('version')])
  for (const { chain, version } of await logged.where('version', 'is not', null).groupBy('chain').execute()) note(chain, 'journal', version)
  for (const { id, version } of await database.selectFrom('cases').select(['id', 'version']).execute()) note(caseChain(id), 'row', version)
  const kept = database.selectFrom('case_versions').select((of) => ['case_id', of.fn.max('version').as('version')])
  for (const { case_id, version } of await kept.groupBy('case_id').execute()) note(caseChain(case_id), 'kept', version)
  return newest
}

/**
 * Compares what the journal says was saved of each case with what stands in the register: finds a case that was rolled back.
 * A lawfully erased case has nothing to compare; one that stands there again after its erasure was done is found.
 */
export async function versionFaults(session: Session): Promise<VersionFault[]> {
  const erased = new Map([...(await lawfulErasures(session))].map(([caseId, { done }]) => [caseChain(caseId), done]))
  const differs = ([chain, { journal, row, kept }]: [string, Newest]): boolean =>
    erased.has(chain) ? erased.get(chain) === true && (row > 0 || kept > 0) : row !== journal || kept > journal
  const differing = [...(await newestVersions(session))].filter(differs)
  const differ = differing.map(([chain, { journal }]) => ({ code: 'version-differs', chain, seq: journal }) as const)
  const missing = (await missingVersions(session)).filter(({ chain }) => !erased.has(chain))
  return [...missing, ...differ]
}
