import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { savedOf } from '../../page/saved/saved.ts'
import type { StatusAnswer } from '../../queries/query.ts'
import { makeOld, quarter, startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

async function noteOn(device: TestDevice, id: string) {
  return (await device.record(id)).row?.note
}

/** A device with an order that is open, an unsent one, and one in a quarter that was let go. */
async function begin() {
  const mira = await company.device('mira')
  const [open, old] = [await makeOld(mira, 1, 'open', 'new'), await makeOld(mira, 2, 'old')]
  await mira.saved()
  await eventually(() => [...mira.open]).not.toContain(quarter(2))
  mira.line.cut()
  await mira.run('setOrder', { id: open, fields: { note: 'unsent' } })
  mira.session.drafts.save('draft', { note: 'a draft' })
  return { mira, open, old }
}

test('data that are cleared under a device are said to be so; what was in memory is kept anew, the rest is fetched', async () => {
  const { mira, open, old } = await begin()
  const heard = new Set<string>()
  mira.disk.wipe()
  await eventually(async () => savedOf(await mira.status()).is).toBe('wiped')
  mira.subscribe({ what: 'status' }, (answer) => heard.add(savedOf(answer as StatusAnswer).is))
  await mira.restart()
  expect(await noteOn(mira, open)).toBe('unsent')
  expect(mira.session.drafts.list()).toEqual([{ id: 'draft', draft: { note: 'a draft' } }])
  expect((await mira.status()).waiting.count).toBe(1)
  mira.line.restore()
  await mira.saved()
  expect(heard).not.toContain('server')
  await mira.restart()
  mira.line.cut()
  for (const [id, note] of [
    [open, 'unsent'],
    [old, 'old'],
  ] as const)
    await eventually(() => noteOn(mira, id)).toBe(note)
})

test('without a restart, too, all of it is on the disk again before that is said', async () => {
  const { mira, old } = await begin()
  mira.disk.wipe()
  await eventually(async () => savedOf(await mira.status()).is).toBe('wiped')
  mira.line.restore()
  await mira.saved()
  await eventually(() => [...mira.open]).not.toContain(quarter(2))
  await mira.restart()
  mira.line.cut()
  await eventually(() => noteOn(mira, old)).toBe('old')
})

test('a store that is gone while the device was off is fetched again, though its rows were noted as held', async () => {
  const { mira, old } = await begin()
  await mira.kill()
  mira.disk.lose((name) => name.endsWith(quarter(2)))
  mira.line.restore()
  await mira.start()
  // Whoever looks at the order itself has its document opened: the list does not.
  const ids = async () => (await mira.list()).rows.flatMap((row) => ('id' in row ? [row.id] : []))
  await eventually(ids).toContain(old)
})
