import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../../../shared/documents/families.ts'
import { Failure } from '../../../../shared/errors.ts'
import { type ImportPart, partsOfImport } from '../../../../shared/importing/import-records.ts'
import type { ImportStep } from '../../../../shared/importing/planning/step.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import type { ListAnswer } from '../../queries/query.ts'
import { startCompany, type TestCompany } from '../testing/company.ts'
import { ALL_ORDERS, type TestDevice } from '../testing/test-device.ts'
import { recordOf } from '../testing/two.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

const create = (collection: 'customers' | 'products', id: string, values: JsonObject): ImportStep => ({
  command: 'createRecord',
  args: { collection, id, values },
})

/** What a device has of customers and goods that are not removed. */
async function shown(device: TestDevice): Promise<unknown[]> {
  const of = async (collection: 'customers' | 'products') => {
    const { rows } = (await device.ask({ ...ALL_ORDERS, collection, to: 2000 })) as ListAnswer
    const ids = rows.flatMap((row) => ('id' in row ? [String(row.id)] : [])).sort()
    return Promise.all(ids.map(async (id) => (await recordOf(device, { collection, id })).row))
  }
  const rows = [...(await of('customers')), ...(await of('products'))]
  // When something was changed, and entries that were taken back, are no part of what it says.
  return rows.map((row) =>
    JSON.parse(JSON.stringify(row, (key, value) => (key.startsWith('changed') ? undefined : value))),
  )
}

/** An import in parts over two documents: it makes records, changes one that was here, adds to its list, brings one back. */
function importOver(known: string, removed: string): ImportPart[] {
  const made = () => newId(COMMON, Date.now())
  const [first, product] = [made(), made()]
  const parts: ImportStep[][] = [
    [create('customers', first, { name: 'made' }), create('products', product, { name: 'made', article: '1' })],
    [
      { command: 'setRecord', args: { collection: 'customers', id: known, values: { note: 'imported', name: 'new' } } },
      {
        command: 'addEntry',
        args: { collection: 'customers', id: known, list: 'phones', values: { number: '+7 900 000-00-01' } },
      },
    ],
    [
      { command: 'restoreRecord', args: { collection: 'customers', id: removed } },
      { command: 'setRecord', args: { collection: 'customers', id: first, values: { note: 'once more' } } },
    ],
    [create('products', made(), { name: 'made' }), create('customers', made(), { name: 'made' })],
  ]
  return parts.flatMap((steps, i) => partsOfImport(steps).map((part) => ({ ...part, from: 2 * i })))
}

/** A customer that imports change, and one that they bring back. */
async function twoCustomers(device: TestDevice): Promise<readonly [known: string, removed: string]> {
  const [known, removed] = [newId(COMMON, Date.now()), newId(COMMON, Date.now())]
  await device.run('createRecord', { collection: 'customers', id: known, values: { name: 'known', note: 'old' } })
  await device.run('createRecord', { collection: 'customers', id: removed, values: { name: 'removed' } })
  await device.run('removeRecord', { collection: 'customers', id: removed })
  return [known, removed]
}

/** How it stands when the start has taken back what was left: no command comes before that. */
async function mended(device: TestDevice) {
  await device.run('undoAct', { act: [] })
  return device.status()
}

/** Begins a work and kills the device when its disk is asked for the n-th time; false where the work was over before. */
async function killedAt(device: TestDevice, n: number, work: () => Promise<unknown>): Promise<boolean> {
  let asked = 0
  const isKilled = await new Promise<boolean>((resolve, reject) => {
    device.disk.waits = () => {
      if (++asked !== n) return undefined
      device.line.cut()
      resolve(device.kill().then(() => true))
      return undefined
    }
    work().then(() => resolve(false), reject)
  })
  if (!isKilled) device.disk.waits = () => undefined
  else {
    device.disk.waits = () => undefined
    device.line.restore()
    await device.start()
  }
  return isKilled
}

/** Kills a device at each step of a work in turn, until the work is over before; `look` sees to it after each start. */
async function killedEverywhere(device: TestDevice, work: () => Promise<unknown>, look: () => Promise<void>) {
  for (let n = 1; await killedAt(device, n, work); n++) await look()
}

test('R22: an import that a crash cuts off, wherever it does, is taken back whole at the next start, and told of', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const two = await twoCustomers(mira)
  const before = await shown(mira)
  const told: number[] = []
  const run = () => mira.session.run('importRecords', { imported: importOver(...two) })
  await killedEverywhere(mira, run, async () => {
    const { cutOff } = await mended(mira)
    expect(await shown(mira)).toEqual(before)
    for (const one of cutOff) {
      expect(one).toMatchObject({ name: 'importRecords', kept: 0, failure: null })
      told.push(one.undone)
      mira.session.heard(one.act)
    }
    expect((await mira.status()).cutOff).toEqual([])
  })
  expect(told, 'before the first record').toContain(0)
  expect(Math.max(...told), 'and in the middle of them').toBeGreaterThan(2)
  expect(await shown(mira)).toHaveLength(before.length + 5)
  await mira.saved()
  await eventually(() => shown(max)).toEqual(await shown(mira))
})

test('R22: an undo of many that a crash cuts off is finished at the next start, or was not begun', async () => {
  const mira = await company.device('mira')
  const two = await twoCustomers(mira)
  let [finished, notBegun] = [0, 0]
  for (let n = 1; ; n++) {
    const before = await shown(mira)
    const { act } = await mira.session.run('importRecords', { imported: importOver(...two) })
    const imported = await shown(mira)
    if (!(await killedAt(mira, n, () => mira.session.undo(act)))) break
    const { cutOff } = await mended(mira)
    for (const one of cutOff) mira.session.heard(one.act)
    expect(await shown(mira)).toEqual(cutOff.length > 0 ? before : imported)
    if (cutOff.length > 0) finished++
    else notBegun++
  }
  expect(notBegun).toBe(1)
  expect(finished).toBeGreaterThan(2)
})

test('R22: what a page does to many is taken back when it is gone, and told of; nothing is begun that cannot be noted', async () => {
  const mira = await company.device('mira')
  const two = await twoCustomers(mira)
  const before = await shown(mira)
  const left = new AbortController()
  const underWay = {
    onProgress: ({ done }: { readonly done: number }) => done >= 3 && left.abort(new Failure('page-left')),
    signal: left.signal,
  }
  const imported = importOver(...two)
  await expect(mira.session.run('importRecords', { imported }, underWay)).rejects.toMatchObject({ code: 'page-left' })
  expect(await shown(mira)).toEqual(before)
  expect((await mira.status()).cutOff).toMatchObject([{ name: 'importRecords', undone: 3, kept: 0, failure: null }])

  mira.disk.refuses = (steps) => steps.some((step) => 'put' in step && step.store === 'pieces')
  await expect(mira.run('importRecords', { imported })).rejects.toMatchObject({ code: 'act-not-noted' })
  mira.disk.refuses = () => false
  expect(await shown(mira)).toEqual(before)
  await mira.restart()
  await mended(mira)
  expect(await shown(mira)).toEqual(before)
})

test('R22: what was sent before it was on the disk comes back from the server, and is taken back then', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const two = await twoCustomers(mira)
  await mira.saved()
  const before = await shown(mira)
  await eventually(() => shown(max)).toEqual(before)
  // Nothing of documents reaches the disk, nor is the act done with.
  const { promise: never } = Promise.withResolvers<void>()
  mira.disk.refuses = (steps) => steps.some((step) => 'remove' in step && step.store === 'pieces')
  mira.disk.waits = (database) => (/\/(customers|goods)/.test(database) ? never : undefined)
  void mira.session.run('importRecords', { imported: importOver(...two) }).catch(() => undefined)
  await eventually(async () => (await shown(max)).length).toBe(before.length + 5)
  mira.line.cut()
  const dead = mira.kill()
  mira.disk.waits = () => undefined
  mira.disk.refuses = () => false
  mira.line.restore()
  await mira.start()
  await eventually(() => shown(max)).toEqual(before)
  expect(await shown(mira)).toEqual(before)
  await eventually(async () => (await mira.status()).cutOff).toMatchObject([{ undone: 6, kept: 0, failure: null }])
  void dead
})
