import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { makeOld, startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

/** Bytes; the server's socket bears twice as much, and closes the line for what is greater. */
const LIMIT = 20_000

let company: TestCompany
beforeEach(async () => {
  company = await startCompany({ limit: LIMIT })
})
afterEach(() => company.stop())

async function notesOn(device: TestDevice) {
  return (await device.list()).rows.map((row) => ('note' in row ? String(row.note).slice(0, 2) : null))
}

test('what a device wrote while it was away is over the limit, and goes write by write', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  mira.line.cut()
  const notes: string[] = []
  for (let i = 10; i < 40; i++) {
    await makeOld(mira, 1, `${i}${'.'.repeat(LIMIT / 10)}`, 'new')
    notes.push(`${i}`)
  }
  await mira.restart()
  mira.line.restore()
  await mira.saved()
  await eventually(async () => (await notesOn(max)).sort()).toEqual(notes)
  expect((await mira.status()).notAccepted).toEqual([])
  expect(company.server.logged.map((line) => line.code)).not.toContain('update-too-large')
})

test('a single write over the limit is not accepted, in words; the device and its other writes go on', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const id = await makeOld(mira, 1, 'as it was', 'new')
  await mira.saved()
  await mira.run('setOrder', { id, fields: { note: 'x'.repeat(3 * LIMIT) } })
  await mira.run('setOrder', { id, fields: { contact: 'beside it' } })
  await eventually(async () => (await mira.status()).notAccepted).toMatchObject([
    { collection: 'orders', code: 'update-too-large' },
  ])
  await eventually(async () => (await max.record(id)).row).toMatchObject({ note: 'as it was', contact: 'beside it' })
  expect((await mira.record(id)).row).toMatchObject({ note: 'as it was', contact: 'beside it' })
})

test('what is not accepted is given up, and stands there as before when it is taken back: kept, and not sent again', async () => {
  const mira = await company.device('mira')
  const id = await makeOld(mira, 1, 'as it was', 'new')
  await mira.saved()
  for (const contact of ['x', 'y']) await mira.run('setOrder', { id, fields: { contact: contact.repeat(3 * LIMIT) } })
  const refused = async () => (await mira.status()).notAccepted
  await eventually(async () => (await refused()).length).toBe(1)
  const before = await refused()

  const givenUp = mira.session.giveUp(before[0]?.seq ?? 0)
  expect(mira.session.giveUp(before[0]?.seq ?? 0)).toBe(null)
  await mira.saved()
  if (givenUp) mira.session.takeBack(givenUp)
  expect(await refused()).toEqual(before)
  await mira.restart()
  expect(await refused()).toEqual(before)
  expect((await mira.status()).waiting.count).toBe(0)
  expect((await mira.record(id)).row).toMatchObject({ note: 'as it was' })
})
