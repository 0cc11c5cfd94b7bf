import { orders, states } from '../../../shared/orders/collections.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import type { TestServer } from '../../support/server.ts'
import type { Moved } from './september.ts'

/** Makes moves of orders of September 2016 now, one after another, from a device of its own. */
export async function moveOrders(server: TestServer, moves: readonly Moved[]): Promise<void> {
  const device = await serviceDevice(server, 'agents')
  const setup = await device.synced('setup')
  const quarter = await device.synced('orders/common/2016Q3')
  const stateIds = new Map(Array.from(setup.records(states).rows(), ({ id, name }) => [name, id]))
  const ids = new Map(Array.from(quarter.records(orders).rows(), ({ id, number }) => [number, id]))
  for (const { number, state } of moves) {
    device.run('moveOrder', { id: ids.get(number) ?? '', state: stateIds.get(state) ?? '', comment: 'снова в работе' })
  }
  await device.saved(quarter)
  device.close()
}
