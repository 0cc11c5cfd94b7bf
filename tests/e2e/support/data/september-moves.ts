import { COMMON } from '../../../../shared/documents/families.ts'
import { kinds, orders, states } from '../../../../shared/orders/collections.ts'
import { newMove } from '../../../../shared/orders/moves/move-order.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import type { Device, Held } from '../../../../sync-server/sync/testing/device.ts'
import { QUARTER } from '../../../../sync-server/sync/testing/samples.ts'
import { serviceDevice } from '../../../faults/support/company.ts'
import type { TestServer } from '../../../support/server.ts'
import type { Moved } from './september.ts'

/** Makes moves of orders of September 2016 now, one after another. */
export function moveOrders(server: TestServer, moves: readonly Moved[]): Promise<void> {
  return write(server, 'agents', 'orders/common/2016Q3', (device, setup, quarter) => {
    const ids = new Map(Array.from(quarter.records(orders).rows(), ({ id, number }) => [number, id]))
    for (const { number, state } of moves) {
      const to = idOf(setup, states, state)
      device.run('moveOrder', { id: ids.get(number) ?? '', state: to, comment: 'снова в работе' })
    }
  })
}

/** Makes a state, by its name, ask for fields before an order may enter it. */
export function askFor(server: TestServer, state: string, requires: readonly string[]): Promise<void> {
  return write(server, 'cli', 'setup', (device, setup) => {
    const id = idOf(setup, states, state)
    device.run('setRecord', { collection: 'states', id, values: { requires: [...requires] } })
  })
}

/** Removes a kind by its name. */
export function removeKind(server: TestServer, name: string): Promise<void> {
  return write(server, 'cli', 'setup', (device, setup) => {
    device.run('removeRecord', { collection: 'kinds', id: idOf(setup, kinds, name) })
  })
}

/** Writes a work order of September 2016 that names a kind of its own, here or not; gives its number once it has one. */
export async function addOrderOf(server: TestServer, kind: string, state: string): Promise<string> {
  const id = newId(COMMON, Date.now())
  let number: string | null = null
  await write(server, 'agents', QUARTER, async (device, setup, quarter) => {
    device.act((tx) => {
      const at = Date.parse('2016-09-14T12:00:00+03:00')
      const first = {
        ...newMove(tx, { kind, state: idOf(setup, states, state) }, { total: 0, responsible: null }, []),
        at,
      }
      tx.create(orders, id, { sort: 'work', date: at, posted: true, moves: { m1: first } })
    })
    number = await numberOf(quarter, id)
  })
  return number ?? ''
}

async function write(
  server: TestServer,
  as: 'cli' | 'agents',
  document: string,
  act: (device: Device, setup: Held, held: Held) => void | Promise<void>,
): Promise<void> {
  const device = await serviceDevice(server, as)
  const setup = await device.synced('setup')
  const held = document === 'setup' ? setup : await device.synced(document)
  await act(device, setup, held)
  await device.saved(held)
  device.close()
}

function idOf(held: Held, collection: Collection & { fields: { name: unknown } }, name: string): string {
  const found = Array.from(held.records(collection).rows()).find((row) => row.name === name)
  if (!found) throw new Error(`There is no ${collection.name} ${name}`)
  return found.id
}

/** Resolves with the number that the server gives an order. */
function numberOf(held: Held, id: string): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const number = held.records(orders).get(id)?.number
      if (number) resolve(number)
    }
    held.doc.on('afterTransaction', look)
    look()
  })
}
