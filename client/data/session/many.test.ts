import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandArgs } from '../../../shared/commands.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { Failure } from '../../../shared/errors.ts'
import { partsOfImport } from '../../../shared/importing/import-records.ts'
import type { ImportStep } from '../../../shared/importing/planning/step.ts'
import type { Change } from '../../../shared/lists/change-records.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Progress } from '../../../shared/under-way.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import type { ListAnswer } from '../queries/query.ts'
import { makeOld, startCompany, type TestCompany } from './testing/company.ts'
import { ALL_ORDERS, type TestDevice } from './testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

const MANY: Change = { what: 'field', field: 'note', value: 'many' }

async function makeCustomers(device: TestDevice, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId(COMMON, Date.now()))
  const make = (id: string) => device.run('createRecord', { collection: 'customers', id, values: { name: id } })
  await Promise.all(ids.map(make))
  return ids
}

/** How many customers have been changed, as far as a device knows. */
async function manyOn(device: TestDevice): Promise<number> {
  const { rows } = (await device.ask({ ...ALL_ORDERS, collection: 'customers', to: 2000 })) as ListAnswer
  return rows.filter((row) => 'note' in row && row.note === 'many').length
}

/** Follows a work, and stops it when it is so far. */
function followed(isFar: (progress: Progress) => boolean = () => false) {
  const told: string[] = []
  const stop = new AbortController()
  const onProgress = (progress: Progress) => {
    told.push(`${progress.way} ${progress.done} of ${progress.total}`)
    if (isFar(progress)) stop.abort(new Failure('change-stopped'))
  }
  return { told, underWay: { onProgress, signal: stop.signal } }
}

const notesOn = async (device: TestDevice) => (await device.list()).rows.map((row) => 'note' in row && row.note).sort()

test('a change of many is tried out without a write, made over closed quarters as one act, and undone as one', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const [first, second] = [await makeOld(mira, 1, 'a', 'new'), await makeOld(mira, 2, 'b', 'new')]
  const done = await makeOld(mira, 3, 'c', COMPLETED)
  await mira.saved()
  await eventually(() => notesOn(max)).toEqual(['a', 'b', 'c'])
  const asked = (change: Change): CommandArgs<'changeRecords'> => ({
    collection: 'orders',
    ids: [first, second, done],
    change,
  })
  const write = asked({ what: 'field', field: 'note', value: 'many' })
  const outcome = { changed: [first, second], same: [], left: [{ id: done, code: 'order-completed' }] }

  expect(await mira.session.tryOut('changeRecords', write)).toEqual(outcome)
  expect(await notesOn(mira)).toEqual(['a', 'b', 'c'])
  await mira.saved()

  const { act, result } = await mira.session.run('changeRecords', write)
  expect(result).toEqual(outcome)
  await eventually(() => notesOn(max)).toEqual(['c', 'many', 'many'])
  expect(await mira.session.undo(act)).toMatchObject({ result: { undone: [{}, {}], kept: [] } })
  await eventually(() => notesOn(max)).toEqual(['a', 'b', 'c'])
})

test('while thousands are changed others are heard; all of it is one act, and goes back as one', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const ids = await makeCustomers(mira, 1200)
  const asked = { collection: 'customers', ids: [...ids, ...ids], change: MANY } as const
  const order: string[] = []
  const many = mira.session.run('changeRecords', asked).finally(() => order.push('many'))
  const [id = ''] = ids
  await mira.session.run('setRecord', { collection: 'customers', id, values: { phone: '1' } })
  order.push('one')
  const { act, result } = await many
  expect(order).toEqual(['one', 'many'])
  expect(result).toEqual({ changed: ids, same: [], left: [] })
  await mira.saved()
  await eventually(() => manyOn(max)).toBe(1200)
  expect(await mira.session.tryOut('undoAct', { act: [] })).toEqual({ undone: [], kept: [] })
  const undone = await mira.session.undo(act)
  expect((undone.result as { readonly undone: readonly unknown[] }).undone).toHaveLength(1200)
  await eventually(() => manyOn(max)).toBe(0)
})

test('a change of thousands, trying it out and taking it back tell how far they are; a change of few tells nothing', async () => {
  const mira = await company.device('mira')
  const ids = await makeCustomers(mira, 1200)
  const asked = { collection: 'customers', ids: [...ids, ...ids], change: MANY } as const
  const steps = ['forth 0 of 1200', 'forth 500 of 1200', 'forth 1000 of 1200', 'forth 1200 of 1200']
  const [trying, changing, undoing, few] = [followed(), followed(), followed(), followed()]
  await mira.session.tryOut('changeRecords', asked, trying.underWay)
  const { act } = await mira.session.run('changeRecords', asked, changing.underWay)
  await mira.session.undo(act, undoing.underWay)
  await mira.session.run('changeRecords', { ...asked, ids: ids.slice(0, 500) }, few.underWay)
  expect([trying.told, changing.told, undoing.told, few.told]).toEqual([steps, steps, steps, []])
})

test('a change of thousands that is stopped takes back what it did, here and with everybody else', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const ids = await makeCustomers(mira, 1700)
  const stopAt = async (at: number) => {
    const { told, underWay } = followed(({ done, way }) => way === 'forth' && done >= at)
    const asked = { collection: 'customers', ids, change: MANY } as const
    await expect(mira.session.run('changeRecords', asked, underWay)).rejects.toMatchObject({ code: 'change-stopped' })
    expect(await manyOn(mira)).toBe(0)
    return told.slice(1)
  }
  expect(await stopAt(0)).toEqual([])
  expect(await stopAt(1000)).toEqual([
    ...['forth 500 of 1700', 'forth 1000 of 1700'],
    ...['back 0 of 1000', 'back 500 of 1000', 'back 1000 of 1000'],
  ])
  // All of it is done, and not on the disk yet.
  expect((await stopAt(1700)).slice(-2)).toEqual(['back 1500 of 1700', 'back 1700 of 1700'])
  await mira.saved()
  expect(await manyOn(max)).toBe(0)
})

test('an import of thousands tells how far it is, is undone as one act, and leaves nothing when it is stopped', async () => {
  const mira = await company.device('mira')
  const importOf = (count: number) =>
    partsOfImport(
      Array.from({ length: count }, (): ImportStep => {
        const [id, values] = [newId(COMMON, Date.now()), { name: 'many', note: 'many' }]
        return { command: 'createRecord', args: { collection: 'customers', id, values } }
      }),
    )
  const parts = importOf(1200)
  const stopped = followed(({ done, way }) => way === 'forth' && done >= 500)
  await expect(mira.session.run('importRecords', { imported: parts }, stopped.underWay)).rejects.toMatchObject({
    code: 'change-stopped',
  })
  expect(await manyOn(mira)).toBe(0)
  const { told, underWay } = followed()
  const { act } = await mira.session.run('importRecords', { imported: importOf(1200) }, underWay)
  expect(told).toEqual(['forth 0 of 1200', 'forth 500 of 1200', 'forth 1000 of 1200', 'forth 1200 of 1200'])
  expect(await manyOn(mira)).toBe(1200)
  await mira.session.undo(act)
  expect(await manyOn(mira)).toBe(0)
})
