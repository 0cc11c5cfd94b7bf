import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { orders } from '../../../shared/orders/collections.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { eventually } from '../testing/eventually.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'
import { packed } from '../upkeep/compact.ts'
import { Ahead, type Pace } from './ahead.ts'
import { parcelMetrics } from './metrics.ts'
import { Parcels } from './parcels.ts'

/** Everything is quiet at once, and what failed is not tried again while a test runs. */
const AT_ONCE: Pace = { first: 0, every: 5, quiet: 0, rest: 0, again: 3600_000 }
const NEVER_QUIET = { ...AT_ONCE, quiet: 3600_000 }

let server: TestSync
let parcels: Parcels
let ahead: Ahead
/** The documents that were to be made, and how often what is stored was looked through. */
let asked: string[]
let looks: number
let logged: { readonly msg: string; readonly document?: string }[]
beforeEach(async () => {
  ;[asked, looks, logged] = [[], 0, []]
  server = await startSync()
  parcels = newParcels()
})
afterEach(async () => {
  await Promise.all([ahead.stop(), parcels.end()])
  await server.stop()
})

const folder = () => join(server.folder, 'parcels')
const quarter = (number: number) => `${server.company}/orders/common/2025Q${number}`
const files = () => (existsSync(folder()) ? readdirSync(folder()) : [])
const said = () => logged.map(({ msg }) => msg)

function newParcels(): Parcels {
  const made = new Parcels({ storage: server.storage, folder: folder(), log: newLog() })
  const { of } = made
  made.of = (document) => {
    asked.push(document)
    return of.call(made, document)
  }
  return made
}

function begin(pace: Pace, log = newLog()): void {
  const documents = () => {
    looks++
    return server.storage.documents()
  }
  ahead = new Ahead({ storage: { documents }, parcels, log, pace })
  ahead.begin()
}

/** As after a new start of the server. */
async function again(pace: Pace): Promise<void> {
  await Promise.all([ahead.stop(), parcels.end()])
  asked = []
  parcels = newParcels()
  begin(pace)
}

function newLog() {
  return pino({ level: 'warn' }, { write: (line: string) => logged.push(JSON.parse(line)) })
}

async function write(...quarters: number[]): Promise<void> {
  for (const number of quarters) {
    const date = Date.UTC(2025, 3 * number - 2)
    const id = newId('common', date)
    await server.sync.author.write((tx) => tx.create(orders, id, { sort: 'work', date }))
  }
}

/** It has looked so many times more. */
async function expectLooks(more: number): Promise<void> {
  const before = looks
  await eventually(() => looks - before).toBeGreaterThanOrEqual(more)
}

describe('J38: quarters are made before anybody asks', () => {
  test('those that are quiet, each once, and nothing else', async () => {
    await write(1, 2)
    await server.sync.author.write((tx) => tx.create(customers, newId('common', Date.now()), { name: 'A' }))
    begin(AT_ONCE)
    await eventually(() => ahead.lacking).toBe(0)
    expect(await Promise.all([1, 2].map((one) => parcels.stands(quarter(one))))).toEqual([true, true])
    await expectLooks(3)
    expect([parcels.made, files().length]).toEqual([2, 2])
    await parcels.of(quarter(1))
    expect(parcels.made, 'who asks then waits for none').toBe(2)
  })

  test('the newest first', async () => {
    await write(2, 1, 3)
    begin(AT_ONCE)
    await eventually(() => ahead.lacking).toBe(0)
    expect(asked).toEqual([3, 2, 1].map(quarter))
  })

  test('not what stands from the run before', async () => {
    await write(1, 2)
    begin(AT_ONCE)
    await eventually(() => ahead.lacking).toBe(0)
    await again(AT_ONCE)
    await eventually(() => ahead.lacking).toBe(0)
    expect([parcels.made, asked]).toEqual([0, []])
  })

  test('anew after a write', async () => {
    await write(1)
    begin(AT_ONCE)
    await eventually(() => ahead.lacking).toBe(0)
    await write(1)
    await eventually(() => parcels.stands(quarter(1))).toBe(true)
    expect(parcels.made).toBe(2)
  })

  test('none that was written lately, until it is packed', async () => {
    await write(1, 2)
    begin(NEVER_QUIET)
    await expectLooks(3)
    expect([ahead.lacking, files()]).toEqual([0, []])
    const stored = await server.storage.load(quarter(1))
    const generation = `${Date.now()}.server`
    await server.storage.pack(quarter(1), stored, { generation, state: packed(stored, generation) })
    await eventually(() => parcels.stands(quarter(1))).toBe(true)
    await expectLooks(3)
    expect([parcels.made, await parcels.stands(quarter(2))]).toEqual([1, false])
  })

  test('all anew by a new build, whose start removes what others made, of what is no more, or half', async () => {
    await write(1)
    begin(AT_ONCE)
    await eventually(() => ahead.lacking).toBe(0)
    await ahead.stop()
    const [name = ''] = files()
    const path = join(folder(), name)
    const older = readFileSync(path, 'latin1').replace(parcels.maker, 'f'.repeat(parcels.maker.length))
    writeFileSync(path, older, 'latin1')
    writeFileSync(join(folder(), `${name}.7`), older, 'latin1')
    writeFileSync(join(folder(), '0'.repeat(32)), older, 'latin1')
    await again(NEVER_QUIET)
    await eventually(files).toEqual([])
    await again(AT_ONCE)
    await eventually(files).toEqual([name])
    expect(await parcels.stands(quarter(1))).toBe(true)
  })
})

describe('J38: nobody is held up by it', () => {
  test('one at a time, with rests between', async () => {
    await write(1, 2, 3)
    const at: number[] = []
    const { of } = parcels
    let underWay = 0
    parcels.of = async (document) => {
      at.push(performance.now())
      expect(++underWay).toBe(1)
      const parcel = await of.call(parcels, document)
      underWay--
      return parcel
    }
    begin({ ...AT_ONCE, rest: 100 })
    await eventually(() => ahead.lacking).toBe(0)
    const [first = 0, second = 0, third = 0] = at
    expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(100)
  })

  test('it ends with the server, in the middle of one, and says nothing of that', async () => {
    await write(1, 2)
    begin(AT_ONCE)
    await eventually(() => asked.length).toBe(1)
    await Promise.all([ahead.stop(), parcels.end()])
    expect([asked.length, parcels.made, said()]).toEqual([1, 0, []])
  })

  test('one that fails is told once, keeps no other from being made, is not tried at every look, and is later', async () => {
    await write(1, 2)
    const damage = (sql: string) => {
      const database = new Database(join(server.folder, 'voronka.sqlite'))
      database.exec(`UPDATE journal SET crc = crc ${sql} WHERE document = '${quarter(1)}'`)
      database.close()
    }
    damage('+ 1')
    begin(AT_ONCE)
    await eventually(() => parcels.stands(quarter(2))).toBe(true)
    await eventually(said).toEqual(['a parcel was not made ahead'])
    expect([ahead.lacking, logged[0]?.document]).toEqual([1, quarter(1)])
    await expectLooks(5)
    expect(asked.filter((one) => one === quarter(1))).toHaveLength(1)
    await again({ ...AT_ONCE, again: 1 })
    await eventually(() => asked.filter((one) => one === quarter(1)).length).toBeGreaterThan(2)
    expect(said(), 'once by each run').toHaveLength(2)
    damage('- 1')
    await eventually(() => ahead.lacking).toBe(0)
  })

  test('a look that fails is told once, and the next goes on', async () => {
    await write(1)
    const { documents } = server.storage
    let isAway = true
    server.storage.documents = async () => {
      if (isAway) throw new Error('storage is away')
      return documents()
    }
    begin(AT_ONCE)
    await expectLooks(5)
    expect(said()).toEqual(['parcels not looked through'])
    isAway = false
    await eventually(() => ahead.lacking).toBe(0)
  })
})

test('J36: a disk that takes none costs time alone, and is told of once', async () => {
  await write(1, 2)
  writeFileSync(folder(), 'a file in the place of the folder')
  begin(AT_ONCE)
  await eventually(() => parcels.made).toBe(2)
  await expectLooks(3)
  expect(await parcels.of(quarter(1))).not.toBeNull()
  expect([parcels.made, ahead.lacking]).toEqual([3, 2])
  expect(said().filter((one) => one === 'a parcel was not kept')).toHaveLength(1)
  rmSync(folder())
  await again(AT_ONCE)
  await eventually(() => ahead.lacking).toBe(0)
})

test('J27: how many were made, and how many are to be', async () => {
  await write(1, 2)
  ahead = new Ahead({ storage: server.storage, parcels, log: newLog(), pace: AT_ONCE })
  const registry = new Registry()
  parcelMetrics(registry, parcels, ahead)
  const figures = async () => (await registry.metrics()).split('\n').filter((line) => /^[^#]/.test(line))
  expect(await figures()).toEqual(['voronka_parcels_made_total 0', 'voronka_parcels_lacking Nan'])
  ahead.begin()
  const all = ['voronka_parcels_made_total 2', 'voronka_parcels_lacking 0']
  await eventually(figures).toEqual(all)
  expect(await figures(), 'asked once more').toEqual(all)
})
