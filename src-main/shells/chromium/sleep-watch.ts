/** What a computer's sleep is seen by; a test gives its own. */
export interface SleepSigns {
  /** Milliseconds of the clock on the wall. */
  now(): number
  /** Calls at an interval, as long as the computer is awake; gives the way to end it. */
  every(milliseconds: number, call: () => void): () => void
}

const look = 5_000
/** The clock may be behind by this much because the computer is busy. @source Hemväg rule */
const leeway = 30_000

const real: SleepSigns = {
  now: Date.now,
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds)
    timer.unref()
    return () => clearInterval(timer)
  },
}

/**
 * Calls once after each sleep of the computer: a browser hears nothing of it, but a timer stands still in it while the clock goes on.
 * Gives the way to end the watch.
 */
export function watchSleep(onSleep: () => void, { now, every }: SleepSigns = real): () => void {
  let before = now()
  return every(look, () => {
    const after = now()
    if (after - before > look + leeway) onSleep()
    before = after
  })
}
