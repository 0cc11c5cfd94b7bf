import { afterEach, expect, test } from 'vitest'
import { QUARTERLY } from '../../../../shared/documents/families.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { seeded } from '../../../../tests/support/random.ts'
import { makeOld, startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

let company: TestCompany
afterEach(() => company.stop())

const QUARTERS = [1, 2, 3, 4] as const
const ROUNDS = 25

/** Two devices, each with an order of its own in every old quarter, and what its order is to be: removed or not. */
async function begin(random: () => number) {
  const devices = [await company.device('mira'), await company.device('max')]
  const orders = new Map<string, { by: TestDevice; isRemoved: boolean }>()
  for (const by of devices) {
    for (const number of QUARTERS) orders.set(await makeOld(by, number, ''), { by, isRemoved: false })
    await by.saved()
    // Shorter than the shelves take, on a slow disk: documents go and come all the time.
    by.linger = 3
    by.disk.time = () => random() * 6
    await by.restart()
  }
  const left = () => [...orders].flatMap(([id, { isRemoved }]) => (isRemoved ? [] : [id])).sort()
  return { devices, orders, left }
}

async function idsOn(device: TestDevice): Promise<string[]> {
  return (await device.list()).rows.flatMap((row) => ('id' in row ? [row.id] : [])).sort()
}

test.each([1, 2, 3, 4])('whatever comes at once, no write is lost and no row is stale (seed %i)', async (seed) => {
  company = await startCompany()
  await live(seed)
})

/** A machine that does much else takes its time, ms. */
const WITHIN = 180_000

/** Packed as soon as they rest for a moment: documents are fetched anew all the time. */
const BUSY = { packing: { quiet: 10, every: 25 } }

test.each([5, 6, 7, 8])(
  'J20: the same while documents are packed all the time (seed %i)',
  { timeout: WITHIN },
  async (seed) => {
    company = await startCompany(BUSY)
    await live(seed)
    expect(await company.server.registry.getSingleMetricAsString('voronka_packings_total')).toMatch(/total [1-9]/)
  },
)

async function refusedOn(device: TestDevice) {
  return (await device.status()).notAccepted
}

async function live(seed: number): Promise<void> {
  const random = seeded(seed)
  const { devices, orders, left } = await begin(random)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const toggle = async (id: string) => {
    const order = orders.get(id)
    if (!order) return
    order.isRemoved = !order.isRemoved
    await order.by.run(order.isRemoved ? 'removeRecord' : 'restoreRecord', { collection: 'orders', id })
  }
  const deeds = [
    (_: TestDevice) => toggle(pick([...orders.keys()])),
    (_: TestDevice) => toggle(pick([...orders.keys()])),
    (device: TestDevice) => device.record(pick([...orders.keys()])),
    async ({ line }: TestDevice) => line.cut(),
    async ({ line }: TestDevice) => line.restore(),
  ]
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(Array.from({ length: 5 }, () => pick(deeds)(pick(devices))))
    if (random() < 0.15) await pick(devices).restart()
  }
  for (const { line } of devices) line.restore()
  for (const device of devices) await device.saved()
  for (const device of devices) {
    await eventually(() => idsOn(device)).toEqual(left())
    expect(await refusedOn(device)).toEqual([])
    await eventually(() => [...device.open].filter((name) => name.includes('Q'))).toHaveLength(QUARTERLY.length)
    await device.restart()
    await eventually(() => idsOn(device)).toEqual(left())
  }
}
