import type { Output } from '#contract/operations.ts'

const at = '2026-09-30T08:00:00Z'
const note = { hidden: false, recordedAt: at, by: 'Anna Testberg', locksAt: '2026-09-30T09:00:00Z', corrects: null }

/** A case with an open note, a locked one and something to do. */
export const aboutOfA: Output<'case.about'> = {
  version: 4,
  alias: 'M.',
  diaryNumber: null,
  tasks: [{ id: 'ring', title: 'Ring ambassaden', hidden: false, dueOn: null, doneOn: null }],
  notes: [
    { ...note, id: 'two', text: 'Ringt Bacău, de svarar i morgon.', mine: true, locked: false },
    { ...note, id: 'one', text: 'Väntar på intyget.', mine: false, locked: true, by: null },
  ],
}

export const historyOfA: Output<'case.history'> = {
  entries: [
    {
      entry: 3,
      at,
      by: 'Anna Testberg',
      action: 'case.undone',
      of: 'alias.changed',
      version: 4,
      changes: [{ path: '/child/alias', from: 'Duvan', to: 'M.', hidden: false }],
    },
    {
      entry: 2,
      at,
      by: null,
      action: 'case.changed',
      of: null,
      version: 2,
      changes: [{ path: '/people/aunt/name', from: null, to: null, hidden: true }],
    },
    { entry: 1, at, by: 'Anna Testberg', action: 'case.imported', of: null, version: 1, changes: [] },
  ],
  next: null,
}

export const riskVersions: Output<'case.versions'> = {
  versions: [
    { id: 0, on: '2026-08-01', by: null, codes: {} },
    { id: 1, on: '2026-08-25', by: 'Anna Testberg', codes: {} },
  ],
}

export const riskComparison: Output<'case.compare'> = {
  changes: [{ path: '/riskAssessments/0/findings/RI03/residual/likelihood', from: '3', to: '2', hidden: false }],
}
