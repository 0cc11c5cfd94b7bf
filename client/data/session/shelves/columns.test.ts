import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { COLUMNS } from '../../columns/store.ts'
import type { Step } from '../../disk/disk.ts'
import { makeOld, quarter, startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

const OLD = quarter(1)
/** The notes of its orders; the second is the one that is removed. */
const BOTH = ['a', 'b']

let company: TestCompany
let mira: TestDevice
let id: string
beforeEach(async () => {
  company = await startCompany()
  mira = await company.device('mira')
  await makeOld(mira, 1, 'a')
  id = await makeOld(mira, 1, 'b')
  await atRest()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await company.stop()
})

/** Resolves when the device has let the document go, with all that the server has of it. */
async function atRest(device = mira, document = OLD): Promise<void> {
  const last = (await company.server.storage.documents()).find((one) => one.document.endsWith(document))?.last
  const told = async () => {
    const shelves = await device.ask({ what: 'all', collection: 'shelves' })
    return (shelves.what === 'all' ? shelves.rows : []).find((row) => String(row.document).endsWith(document))?.journal
  }
  await eventually(told).toBe(last)
  await device.saved()
  await eventually(() => [...device.open]).not.toContain(document)
}

/** The device's store of a document's columns, as it stands now. */
function kept(document = OLD) {
  const { company: name } = company.server
  return mira.disk.rows(`${name}/${mira.user}/${name}/${document}`, COLUMNS)
}

async function notes(device = mira) {
  return (await device.list()).rows.flatMap((row) => ('note' in row ? [row.note] : [])).sort()
}

/** Starts again, without a line, on what stands on the disk. */
async function restartAlone(): Promise<void> {
  mira.line.cut()
  await mira.restart()
  await eventually(async () => (await notes()).length).toBeGreaterThan(0)
}

/** The document was read, and its columns made anew: the next start does without it. */
async function expectMadeAnew(): Promise<void> {
  expect(mira.opened).toContain(OLD)
  await eventually(() => [...mira.open]).not.toContain(OLD)
  await restartAlone()
  expect(mira.opened).not.toContain(OLD)
}

describe('C3: the document is read, and its columns are made anew', () => {
  test('where there are none, as in the store of an earlier program', async () => {
    const { company: name } = company.server
    mira.disk.forget(`${name}/${mira.user}/${name}/${OLD}`, COLUMNS)
    await restartAlone()
    expect(await notes()).toEqual(BOTH)
    await expectMadeAnew()
  })

  test('where another build has made them', async () => {
    mira.build = 'two'
    await restartAlone()
    expect(await notes()).toEqual(BOTH)
    await expectMadeAnew()
  })

  test('C4: where they are spoiled, which the log says', async () => {
    const said = vi.spyOn(console, 'warn').mockReturnValue()
    for (const [key, row] of kept()) {
      const { block } = row as { block: Uint8Array }
      const spoiled = block.map((byte, at) => (at === 100 ? byte ^ 1 : byte))
      kept().set(key, { ...(row as object), block: spoiled })
    }
    await restartAlone()
    expect(await notes()).toEqual(BOTH)
    expect(said.mock.calls.join()).toContain('spoiled')
    await expectMadeAnew()
    expect(said).toHaveBeenCalledTimes(1)
  })

  test('where the program was killed before it could keep those of what had come', async () => {
    const max = await company.device('max')
    mira.linger = 60_000
    await mira.restart()
    const end = mira.subscribe({ what: 'record', collection: 'orders', id }, () => {})
    await eventually(() => [...mira.open]).toContain(OLD)
    await max.run('removeRecord', { collection: 'orders', id })
    await eventually(() => notes()).toEqual(['a'])
    await restartAlone()
    expect(await notes()).toEqual(['a'])
    end()
  })
})

test('C5: whoever looks on is told when the last of it is here', async () => {
  const max = await company.device('max')
  await max.kill()
  await makeOld(mira, 2, 'c')
  await atRest(mira, quarter(2))
  // Letting it go is then the last that happens.
  max.disk.time = () => 150
  await max.begin()
  const left: number[] = []
  max.subscribe({ what: 'status' }, (answer) => {
    if (answer.what === 'status') left.push(answer.progress.total - answer.progress.synced)
  })
  await eventually(() => max.opened).toContain(quarter(2))
  await eventually(() => [...max.open]).not.toContain(quarter(2))
  await eventually(() => left.at(-1)).toBe(0)
})

test('C5: what the server has more of is fetched, while the columns stand', async () => {
  const max = await company.device('max')
  await mira.kill()
  await max.run('removeRecord', { collection: 'orders', id })
  await max.saved()
  mira.line.cut()
  await mira.start()
  await eventually(() => notes()).toEqual(BOTH)
  mira.line.restore()
  await eventually(() => notes()).toEqual(['a'])
  await atRest()
  await restartAlone()
  expect([await notes(), mira.opened.includes(OLD)]).toEqual([['a'], false])
})

test('C6: an old order that was edited offline arrives after a restart, without anybody opening it', async () => {
  const max = await company.device('max')
  await eventually(() => notes(max)).toEqual(BOTH)
  mira.line.cut()
  await mira.run('removeRecord', { collection: 'orders', id })
  await mira.restart()
  await eventually(() => notes()).toEqual(['a'])
  await mira.restart()
  expect((await mira.status()).waiting.count).toBe(1)
  mira.line.restore()
  await mira.saved()
  await eventually(() => notes(max)).toEqual(['a'])
  await atRest()
  await restartAlone()
  expect([await notes(), mira.opened.includes(OLD)]).toEqual([['a'], false])
})

test('C7: a disk that is full when columns are kept costs time alone', async () => {
  const isOfColumns = (step: Step) => 'store' in step && step.store === COLUMNS
  mira.disk.refuses = (steps) => steps.some(isOfColumns)
  await mira.run('removeRecord', { collection: 'orders', id })
  await atRest()
  expect((await mira.status()).storage).toBe('kept')
  await restartAlone()
  expect([await notes(), mira.opened.includes(OLD)]).toEqual([['a'], true])
  mira.disk.refuses = () => false
})

test('C8: a quarter that stays open stands from its columns at once, and is opened behind them', async () => {
  const open = await makeOld(mira, 2, 'open', 'new')
  await mira.saved()
  await eventually(() => kept(quarter(2)).size).toBe(1)
  await mira.kill()
  mira.disk.time = () => 100
  await mira.start()
  await eventually(async () => [await notes(), mira.read.has(quarter(2))]).toEqual([[...BOTH, 'open'], false])
  await mira.run('setOrder', { id: open, fields: { note: 'edited' } })
  expect(await notes()).toEqual([...BOTH, 'edited'])
  mira.disk.time = () => 0
})
