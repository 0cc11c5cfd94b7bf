import { join } from 'node:path'
import Database from 'better-sqlite3'
import { QUARTERLY } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { LongAgo } from '../support/data/long-ago.ts'
import { GOLDEN, SEPTEMBER } from '../support/data/september.ts'
import { cellsOf, FunnelScreen, type KindName, written } from '../support/screens/funnel-screen.ts'
import { OrderList } from '../support/screens/order-list.ts'
import type { Device } from '../support/world/device.ts'
import { figure } from '../support/world/figure.ts'
import { ABDULOV, expect, test, VEDERKIN, type World } from '../support/world/world.ts'

const LONG_AGO = [1, 4, 7].map((month) => Date.UTC(2019, month))
const ALL = '/orders/work?scope=all'
const GIVEN = 'voronka_http_requests_total{method="GET",route="/api/parcels",status="200"}'
const HOURS = 2 * 3_600_000
/** The server looks for quarters half a minute after its start, and rests between them. */
const PATIENCE = { timeout: 120_000 }

test('J38, C10: a new device takes quarters that were made before it asked, and has all of them, without a line too', {
  tag: '@waits',
}, async ({ world }) => {
  test.setTimeout(300_000)
  const { server } = world
  const other = await LongAgo.open(server, ABDULOV)
  for (const date of LONG_AGO) await other.complete(date, 'давний')
  const quarters = quartersIn(world)
  const count = await other.count(quarters)
  other.close()
  await restFor(world, HOURS)
  await expect.poll(() => figure(server, 'voronka_parcels_lacking'), PATIENCE).toBe(0)
  expect(await figure(server, 'voronka_parcels_made_total')).toBe(quarters.length)
  // From now on the line cannot bring these: what comes of them came whole.
  spoil(world, LONG_AGO.map(LongAgo.document))

  const device = await world.at(ALL, VEDERKIN)
  await device.saved()
  await expectWhole(device, count)
  // The current quarter is opened before all others, by the line.
  const closed = quarters.filter((name) => !name.endsWith(quarterOf(Date.now())))
  expect(await figure(server, GIVEN)).toBe(closed.length)
  expect(await figure(server, 'voronka_parcels_made_total'), 'none was made for it').toBe(quarters.length)

  await device.ready()
  device.line.cut()
  await device.open(ALL)
  await expectWhole(device, count)
})

/** The list has so many orders, those of long ago among them, and the funnel of September 2016 is the golden one. */
async function expectWhole(device: Device, count: number): Promise<void> {
  const list = new OrderList(device.page)
  await expect(list.grid).toHaveAttribute('aria-rowcount', `${count + 1}`)
  await list.search('давний')
  await expect(list.rows('Завершен')).toHaveCount(LONG_AGO.length)
  await device.open(`${SEPTEMBER}&moment=end`)
  const screen = new FunnelScreen(device.page)
  for (const { kind, rows } of GOLDEN.expected) {
    await expect.poll(() => cellsOf(screen.states(kind as KindName))).toEqual(rows.map(written))
  }
}

function inStorage<T>({ server }: World, work: (database: Database.Database) => T): T {
  const database = new Database(join(server.data, 'voronka.sqlite'), { timeout: 5000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** The documents that are cut by quarters, without the company. */
function quartersIn(world: World): string[] {
  return inStorage(world, (database) =>
    database
      .prepare<[], string>('SELECT name FROM documents')
      .pluck()
      .all()
      .map((name) => name.slice(name.indexOf('/') + 1))
      .filter((name) => QUARTERLY.some((family) => name.startsWith(`${family}/`))),
  )
}

/** The server begins anew so many ms after anybody has written. */
async function restFor(world: World, ms: number): Promise<void> {
  await world.server.stop()
  inStorage(world, (database) => database.prepare('UPDATE documents SET changed = changed - ?').run(ms))
  await world.server.restart()
}

/** Makes storage refuse to read documents. */
function spoil(world: World, documents: readonly string[]): void {
  inStorage(world, (database) => {
    for (const document of documents) {
      const rows = database.prepare("UPDATE journal SET crc = crc + 1 WHERE document LIKE '%/' || ?").run(document)
      const snapshots = database
        .prepare("UPDATE snapshots SET crc = crc + 1 WHERE document LIKE '%/' || ?")
        .run(document)
      expect(rows.changes + snapshots.changes).toBeGreaterThan(0)
    }
  })
}
