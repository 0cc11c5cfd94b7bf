import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { TestDisk } from '../../disk/testing/test-disk.ts'
import type { Account } from '../../protocol.ts'
import { makeOld, quarter, startCompany, type TestCompany } from '../testing/company.ts'
import { damaging } from '../testing/damaged.ts'
import type { TestDevice } from '../testing/test-device.ts'
import { wipe } from './wipe.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

/** A device that is off, with an order that nobody else has seen. */
async function unsent(): Promise<TestDevice> {
  const mira = await company.device('mira')
  mira.line.cut()
  await makeOld(mira, 1, 'unsent', 'new')
  await mira.kill()
  mira.line.restore()
  return mira
}

function account(user: string, { server } = company): Account {
  const names = { name: user, email: '', person: null, companyName: '' }
  return { ...names, user, role: 'manager', company: server.company }
}

/** Wipes what the device keeps of its account, as a replica of that name. */
function wiped({ disk, user, line }: TestDevice, replica: string, of = company): Promise<number> {
  disk.rows(`${of.server.company}/${user}`, 'facts').set('replica', { replica, key: 'key', offset: 0 })
  return wipe(disk, account(user, of), `http://127.0.0.1:${line.port}`)
}

test('A16: what is unsent is sent, then nothing of the account is left on the disk', async () => {
  const max = await company.device('max')
  const mira = await unsent()
  expect(mira.disk.names().length).toBeGreaterThan(3)
  expect(await wiped(mira, mira.replica)).toBe(0)
  expect(mira.disk.names()).toEqual([])
  await eventually(async () => (await max.list()).rows).toMatchObject([{ note: 'unsent' }])
})

test('A16: where the server lets the device in no more, what it had is dropped and counted', async () => {
  const mira = await unsent()
  expect(await wiped(mira, 'ZZZ9')).toBe(1)
  expect(mira.disk.names()).toEqual([])
})

test('A16, J15: what waits in a damaged document is lost and counted; all else is sent before', async () => {
  const { company: held, damage, end } = await damaging()
  try {
    const [max, mira] = [await held.device('max'), await held.device('mira')]
    await makeOld(mira, 1, 'there', 'new')
    await mira.saved()
    mira.line.cut()
    await makeOld(mira, 1, 'lost', 'new')
    for (const number of [2, 3, 4] as const) await makeOld(mira, number, `sent ${number}`, 'new')
    await mira.kill()
    await damage(quarter(1))
    mira.line.restore()
    expect(await wiped(mira, mira.replica, held)).toBe(1)
    expect(mira.disk.names()).toEqual([])
    const notes = async () => (await max.list()).rows.map((row) => ('note' in row ? row.note : null))
    await eventually(notes).toEqual(expect.arrayContaining(['sent 2', 'sent 3', 'sent 4']))
  } finally {
    await end()
  }
})

test('a device that has dropped everything already has lost nothing more', async () => {
  const disk = new TestDisk()
  expect(await wipe(disk, account('mira'), company.server.url)).toBe(0)
  expect(disk.names()).toEqual([])
})
