import { AsyncLocalStorage } from 'node:async_hooks'

const genuine = Date.now
/** How far the clock of whoever runs now is wrong, ms: what a device begins runs as that device's. */
const wrong = new AsyncLocalStorage<{ readonly error: number }>()
let ahead = 0

/** Puts a clock in the place of this process's that can be set on, and be wrong on single devices; gives its undo. */
export function takeClock(): () => void {
  ahead = 0
  Date.now = () => genuine() + ahead + (wrong.getStore()?.error ?? 0)
  return () => {
    Date.now = genuine
  }
}

/** So many ms pass at once; gives how many have in all. */
export function pass(ms: number): number {
  ahead += ms
  return ahead
}

/** How far the time of the simulation is ahead of the world's, ms. */
export function aheadBy(): number {
  return ahead
}

/** The right time of the simulation, ms since 1970. */
export function trueTime(): number {
  return genuine() + ahead
}

/** Does something with a device's own clock; what it leaves behind (timers, sockets) keeps that clock. */
export function withClock<T>(device: { readonly error: number }, work: () => T): T {
  return wrong.run(device, work)
}
