import { mailings } from '../../../shared/mailings/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { pause } from '../../runtime/pause.ts'
import { countOrders, mayBeFollowed } from './orders-behind.ts'

/** What changed in so short a time is counted at once, ms. */
const TOGETHER = 1_000
/** Counting waits so many times as long as it took last: at most a fiftieth of the time goes into it. */
const REST = 50

/** Counts orders behind mailings, now and as orders and mailings change, until the signal (SPEC BM19). */
export async function followOrders({ replica, documents, log, signal }: AgentGround): Promise<void> {
  let changed = Promise.withResolvers<void>()
  changed.resolve()
  const forget = replica.observe((changes) => {
    if (
      changes.some(({ collection: { name }, after: now, before }) => name === orders.name || begins(name, before, now))
    )
      changed.resolve()
  })
  signal.addEventListener('abort', () => changed.resolve())
  for (;;) {
    await changed.promise
    if (signal.aborted) break
    changed = Promise.withResolvers<void>()
    const began = performance.now()
    const now = Date.now()
    for (const mailing of [...replica.rows(mailings)].filter((one) => mayBeFollowed(one, now)))
      await countOrders({ replica, documents }, mailing, now).catch((err: unknown) =>
        log.warn({ err, mailing: mailing.id }, 'orders behind a mailing are not counted'),
      )
    const rest = Math.max(TOGETHER, REST * (performance.now() - began))
    await pause(rest, signal)
  }
  forget()
}

/** Whether a mailing stands otherwise than before: what is counted of it changes all the time. */
function begins(name: string, before: object | null, now: object | null): boolean {
  const stateOf = (row: object | null) => (row as { readonly state?: unknown } | null)?.state
  return name === mailings.name && stateOf(before) !== stateOf(now)
}
