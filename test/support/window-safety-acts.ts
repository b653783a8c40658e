import type { Output, Reply, WindowOperationName } from '#contract/operations.ts'
import type { Scene } from './window-replies.ts'
import { safetyScenes } from './window-safety.ts'

const ok = <N extends WindowOperationName>(value: Output<N>): Reply<N> => ({ ok: true, value })

const compared: Output<'journal.verify'>['compared'] = [
  { kind: 'side-file', name: 'seen.json', checkpoint: 43 },
  { kind: 'copy', name: 'REGION-SYD-2: register-20260930T120000000Z', checkpoint: 42 },
]
const intact: Output<'journal.verify'> = { intact: true, chains: 9, entries: 1052, faults: [], compared }

/** The journal in the safety screen: whole, put back and edited, with nothing to compare with; and put in a file. */
export const journalScenes = {
  intact: {
    ...safetyScenes.allGood,
    'journal.verify': ok<'journal.verify'>(intact),
    'journal.export': ok<'journal.export'>({
      file: '/home/anna/revision/journal-2026-09-30.jsonl',
      registerId: '01REGISTER',
      entries: 1053,
      chains: 9,
      checkpoint: { number: 44, hash: 'c1'.repeat(32) },
      signatureKey: 'Q0hFQ0tFUi1LRVktT0YtTk9CT0RZLUFULUFMTC0wMDE=',
      verifier: '/opt/hemvag/resources/journal-verifier/verify-journal.mjs',
    }),
  },
  putBack: {
    ...safetyScenes.allGood,
    'journal.verify': ok<'journal.verify'>({
      ...intact,
      intact: false,
      faults: [
        { code: 'rolled-back', chain: null, entry: 43 },
        { code: 'entry-edited', chain: 'case:01A', entry: 7 },
      ],
    }),
  },
  alone: { ...safetyScenes.noPlace, 'journal.verify': ok<'journal.verify'>({ ...intact, compared: [] }) },
} satisfies Record<string, Scene>
