import { editingReplies } from './window-editing.ts'
import { scenes } from './window-replies.ts'
import type { State } from './window-states.ts'

const fields = editingReplies['case.fields']
const change = (part: Partial<typeof fields.value>) => ({ 'case.fields': { ...fields, value: { ...fields.value, ...part } } })

/** The child as it is shown: names hidden, names asked for, as read by somebody who may not change it, and with a row open. */
export const childStates = (toChild: State['reach']): readonly State[] => [
  { name: 'the child with names hidden', scene: scenes.ready, reach: toChild },
  {
    name: 'the child with names shown',
    scene: {
      ...scenes.ready,
      ...change({ hidden: [], values: { ...fields.value.values, '/child/givenName': 'Mira', '/child/familyName': 'Exempelsson' } }),
    },
    reach: toChild,
  },
  {
    name: 'the child for somebody who may only read',
    scene: { ...scenes.ready, ...change({ mayChange: false }) },
    reach: toChild,
  },
  {
    name: 'the exploitation of a child, opened',
    scene: scenes.ready,
    reach: async (window) => {
      await toChild(window)
      await window.page.locator('[data-edit="/child/exploitation/0"]').click()
      await window.page.locator('[data-opened]').waitFor()
    },
  },
]
