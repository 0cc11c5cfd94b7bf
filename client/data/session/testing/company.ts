import { COMMON } from '../../../../shared/documents/families.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { startSync, type TestOptions, type TestSync } from '../../../../sync-server/sync/testing/sync-server.ts'
import { TestDevice } from './test-device.ts'

const LAST_YEAR = new Date().getUTCFullYear() - 1

/** The document of the orders of a quarter of the year before, without the company. */
export function quarter(number: 1 | 2 | 3 | 4): string {
  return `orders/${COMMON}/${LAST_YEAR}Q${number}`
}

/** A company with one kind of order on a real server, and devices in front of it. */
export async function startCompany(options: TestOptions = {}) {
  let server = await startSync(options)
  const devices: TestDevice[] = []
  const device = async (user: 'olga' | 'mira' | 'max') => {
    const fresh = await TestDevice.begin(server, user, user === 'olga' ? 'owner' : 'manager', options.limit)
    devices.push(fresh)
    await fresh.saved()
    return fresh
  }
  const owner = await device('olga')
  const states = { new: { place: 'a0' }, made: { place: 'a1' } }
  await owner.run('createRecord', {
    collection: 'kinds',
    id: 'kitchens',
    values: { name: 'Kitchens', sort: 'work', states },
  })
  await owner.saved()
  return {
    get server() {
      return server
    },
    owner,
    device,
    /** Another server serves the company from now on; the earlier one stops. */
    async move(start: () => Promise<TestSync>): Promise<void> {
      const earlier = server
      await earlier.stop()
      server = await start()
      for (const one of devices) one.move(server)
    },
    async stop(): Promise<void> {
      for (const one of devices) await one.end()
      await server.stop()
    },
  }
}

export type TestCompany = Awaited<ReturnType<typeof startCompany>>

/** Makes an order in a quarter of the year before, completed unless it is to stay open; gives its id. */
export async function makeOld(
  device: TestDevice,
  number: 1 | 2 | 3 | 4,
  note: string,
  state: 'new' | typeof COMPLETED = COMPLETED,
): Promise<string> {
  const id = newId(COMMON, Date.UTC(LAST_YEAR, 3 * number - 2))
  const end = state === COMPLETED ? { completion: 'success' as const } : {}
  await device.run('createOrder', {
    id,
    fields: { sort: 'work', note },
    lines: [],
    start: { kind: 'kitchens', state, ...end },
  })
  return id
}

/** Opens a completed order again. */
export function reopen(device: TestDevice, id: string) {
  return device.run('moveOrder', { id, state: 'new', comment: 'again' })
}

/** Completes an order. */
export function complete(device: TestDevice, id: string) {
  return device.run('moveOrder', { id, state: COMPLETED, completion: 'success' })
}
