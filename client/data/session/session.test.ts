import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { savedOf } from '../page/saved/saved.ts'
import type { ListAnswer, RecordAnswer, StatusAnswer } from '../queries/query.ts'
import { complete, makeOld, quarter, reopen, startCompany, type TestCompany } from './testing/company.ts'
import { ALL_ORDERS, type TestDevice } from './testing/test-device.ts'

const OLD = quarter(1)

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

async function rowsOf(device: TestDevice) {
  return (await device.list()).rows
}

function letGo(device: TestDevice, document = OLD) {
  return eventually(() => [...device.open]).not.toContain(document)
}

/** The number of a document's last write, as the server has it, and as a device's shelf tells. */
async function lastOf(document: string) {
  return (await company.server.storage.documents()).find((one) => one.document.endsWith(document))?.last
}

async function toldTo(device: TestDevice, document: string) {
  const shelves = await device.ask({ what: 'all', collection: 'shelves' })
  return (shelves.what === 'all' ? shelves.rows : []).find((row) => String(row.document).endsWith(document))?.journal
}

/** Resolves when a device has been told of the last write to a document, has it, and has let the document go. */
async function atRest(device: TestDevice, document = OLD): Promise<void> {
  const last = await lastOf(document)
  await eventually(() => toldTo(device, document)).toBe(last)
  await device.saved()
  await letGo(device, document)
}

describe('a quarter without open orders', () => {
  test('is let go when all is saved; its orders stand in lists, and a command opens it again', async () => {
    const mira = await company.device('mira')
    const id = await makeOld(mira, 1, 'a')
    await mira.saved()
    await letGo(mira)
    expect(await rowsOf(mira)).toMatchObject([{ id, note: 'a' }])

    const { act } = await mira.run('removeRecord', { collection: 'orders', id })
    expect(mira.open).toContain(OLD)
    expect(await rowsOf(mira)).toEqual([])
    await mira.saved()
    await letGo(mira)
    expect(await mira.session.undo(act)).toMatchObject({ result: { undone: [{}], kept: [] } })
    await mira.saved()
    await letGo(mira)
    expect(await rowsOf(mira)).toMatchObject([{ id, note: 'a' }])
  })

  test('is fetched when somebody else writes into it, and let go; «saved» is not said before it is here', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const id = await makeOld(mira, 1, 'a')
    await eventually(() => rowsOf(max)).toMatchObject([{ id, note: 'a' }])
    for (const device of [max, mira]) await atRest(device)
    const before = await lastOf(OLD)
    const heard: string[] = []
    max.subscribe({ what: 'all', collection: 'shelves' }, (answer) => {
      const rows = answer.what === 'all' ? answer.rows : []
      const shelf = rows.find((row) => String(row.document).endsWith(OLD))
      heard.push(shelf?.journal === before ? 'shelf before' : 'shelf after')
    })
    max.subscribe({ what: 'status' }, (answer) => heard.push(savedOf(answer as StatusAnswer).is))
    max.subscribe(ALL_ORDERS, (answer) => heard.push((answer as ListAnswer).rows.length === 0 ? 'gone' : 'here'))
    // Far enough away that its fetching takes many frames.
    max.line.delay(50)
    await mira.run('removeRecord', { collection: 'orders', id })
    await eventually(() => heard).toContain('gone')
    await max.saved()
    await letGo(max)
    const [told, came] = [heard.indexOf('shelf after'), heard.indexOf('gone')]
    expect(told).toBeGreaterThan(0)
    expect(heard.slice(told, came)).not.toContain('server')
  })

  test('C5: stands from its columns after a restart, and is not opened when the server has no more of it', async () => {
    const mira = await company.device('mira')
    const id = await makeOld(mira, 1, 'a')
    await mira.saved()
    await atRest(mira)
    mira.line.cut()
    await mira.restart()
    await eventually(() => rowsOf(mira)).toMatchObject([{ id, note: 'a' }])
    mira.line.restore()
    await mira.saved()
    expect(mira.opened).not.toContain(OLD)
  })

  test('that was written offline is attached after a restart until all is saved', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const id = await makeOld(mira, 1, 'a')
    await mira.saved()
    await letGo(mira)
    await eventually(() => rowsOf(max)).toMatchObject([{ id, note: 'a' }])
    mira.line.cut()
    await mira.run('removeRecord', { collection: 'orders', id })
    await mira.restart()
    await eventually(async () => [(await rowsOf(mira)).length, mira.open.has(OLD)]).toEqual([0, true])
    expect((await mira.status()).waiting.count).toBe(1)
    mira.line.restore()
    await mira.saved()
    await eventually(() => rowsOf(max)).toEqual([])
    await letGo(mira)
  })

  test('is held while a card looks at it, with the values that were overwritten in it', async () => {
    const [mira, max] = [await company.device('mira'), await company.device('max')]
    const id = await makeOld(mira, 1, 'a', 'new')
    await mira.saved()
    await eventually(() => rowsOf(max)).toHaveLength(1)
    max.line.cut()
    await max.run('setOrder', { id, fields: { note: 'b' } })
    await mira.run('setOrder', { id, fields: { note: 'c' } })
    await complete(mira, id)
    max.line.restore()
    await Promise.all([mira.saved(), max.saved()])
    await Promise.all([letGo(mira), letGo(max)])
    const answers: RecordAnswer[] = []
    const end = mira.subscribe({ what: 'record', collection: 'orders', id }, (answer) =>
      answers.push(answer as RecordAnswer),
    )
    const apart = () => answers.at(-1)?.apart ?? []
    await eventually(apart).toMatchObject([{ path: 'note' }])
    // The devices learned the server's time each on its own: which of two writes of one moment is later is not known here.
    for (const written of [
      { value: 'b', replica: max.replica },
      { value: 'c', replica: mira.replica },
    ]) {
      expect(apart().flatMap((lost) => [lost, lost.over])).toContainEqual(expect.objectContaining(written))
    }
    await makeOld(mira, 2, 'another')
    await letGo(mira, quarter(2))
    expect(mira.open).toContain(OLD)
    end()
    await letGo(mira)
  })
})

test('a quarter with open orders stays open until the last is completed, and comes back when one is opened again', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const id = await makeOld(mira, 1, 'a', 'new')
  await eventually(() => [...max.open]).toContain(OLD)
  await mira.saved()
  await complete(mira, id)
  await Promise.all([letGo(mira), letGo(max)])
  await reopen(max, id)
  await eventually(() => [...mira.open]).toContain(OLD)
  await eventually(() => rowsOf(mira)).toMatchObject([{ state: 'new' }])
})

test('J26: a device whose writes come late stands in the server’s figure of outboxes until they are taken', async () => {
  const mira = await company.device('mira')
  const waiting = async () => {
    const metric = await company.server.registry.getSingleMetric('voronka_outbox_devices')?.get()
    return metric?.values.reduce((all, { value }) => all + value, 0)
  }
  expect(await waiting()).toBe(0)
  mira.line.cut()
  await makeOld(mira, 1, 'offline', 'new')
  // Far enough away that the write is on its way when the device speaks.
  mira.line.delay(200)
  mira.line.restore()
  await eventually(waiting).toBe(1)
  await mira.saved()
  await eventually(waiting).toBe(0)
})
