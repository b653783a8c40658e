import type { Output } from '#contract/operations.ts'

/** What the register answers to “bac” while names are hidden: case A, found in two parts of it. */
export const foundBacau: Output<'search.find'> = {
  hits: [
    {
      reference: 'HV-2026-0001',
      passages: [
        {
          area: 'reception',
          excerpt: [
            { text: 'DGASPC ', hit: false },
            { text: 'Bac', hit: true },
            { text: 'ău har intygat att mostern kan ta emot …', hit: false },
          ],
        },
        {
          area: 'travel',
          excerpt: [
            { text: 'Bac', hit: true },
            { text: 'ău', hit: false },
          ],
        },
      ],
    },
  ],
  more: false,
  pending: 0,
  named: false,
}

export const foundNothing: Output<'search.find'> = { hits: [], more: false, pending: 0, named: false }
