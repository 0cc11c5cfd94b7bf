import { setImmediate as nextTurn } from 'node:timers/promises'
import { Client, until } from '../sync/crowd.ts'
import type { Ours } from '../sync/ours.ts'
import type { Lives, Written } from './lives.ts'

/** So many are on their way at once. */
const AT_ONCE = 200

/** Brings the orders to a server as their replicas do, its first clients; ends when it has journalled all. */
export async function fill(server: Ours, { document, created, written }: Lives): Promise<void> {
  const clients = server.replicas.map((_, i) => new Client(server, document, i))
  try {
    await Promise.all(clients.map(({ line }) => line.synced))
    await bring(clients, created)
    await bring(clients, written)
  } finally {
    for (const client of clients) client.close()
  }
}

/** What the others see is in the journal. */
async function bring(clients: readonly Client[], all: readonly Written[]): Promise<void> {
  for (let i = 0; i < all.length; i += AT_ONCE) {
    const some = all.slice(i, i + AT_ONCE)
    for (const { by, edits } of some) {
      clients[by]?.putAll(edits)
      await nextTurn()
    }
    await until(() => some.every(({ edits }) => edits.every(({ key }) => clients.every(({ map }) => map.has(key)))))
  }
}
