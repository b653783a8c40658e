import { describe, expect, it } from 'vitest'
import { inFolder } from '../support/register-desk.ts'
import { onSmallDisk } from '../support/starts.ts'

describe('a disk', () => {
  it('that fills in the middle of the work takes the last change from the room kept back, then refuses, loses nothing and can be read', () =>
    inFolder(async (place) => {
      expect(onSmallDisk(place, 6, 'CHILD fill "$1"')).toEqual({
        fromReserve: 'accepted',
        refused: 'disk-full',
        read: 2,
        chain: true,
        reopened: 'disk-full',
        untouched: true,
        after: { cases: 2, intact: true },
      })
    }))

  it('that may only be read is named before any key is asked for, and is left as it was', () =>
    inFolder(async (place) => {
      const said = onSmallDisk(place, 6, 'CHILD make "$1"', 'mount -o remount,ro "$1"', 'CHILD look "$1"')
      expect(said).toEqual({ look: 'not-writable', opened: 'not-writable', untouched: true })
    }))
})
