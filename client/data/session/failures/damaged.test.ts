import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { savedOf } from '../../page/saved/saved.ts'
import { makeOld, quarter } from '../testing/company.ts'
import { damaging } from '../testing/damaged.ts'
import type { TestDevice } from '../testing/test-device.ts'

let all: Awaited<ReturnType<typeof damaging>>
beforeEach(async () => {
  all = await damaging()
})
afterEach(() => all.end())

async function is(device: TestDevice) {
  return savedOf(await device.status()).is
}

test('J15: a damaged document is told to the device until it is served again, whatever else comes in step meanwhile', async () => {
  const { company, damage, backUp, restore } = all
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const bad = await makeOld(mira, 1, 'bad', 'new')
  const good = await makeOld(mira, 2, 'good', 'new')
  await mira.saved()
  await eventually(async () => (await max.record(good)).row?.note).toBe('good')
  const backup = backUp()
  await damage(quarter(1))

  const document = `${company.server.company}/${quarter(1)}`
  await eventually(async () => (await mira.status()).unserved).toEqual([
    { document, code: 'document-damaged', waiting: 0 },
  ])
  await mira.run('setOrder', { id: bad, fields: { note: 'held' } })
  for (const note of ['one', 'two']) {
    await mira.run('setOrder', { id: good, fields: { note } })
    await eventually(async () => (await max.record(good)).row?.note).toBe(note)
  }
  // One more document comes in step: what is said of the damaged one stays.
  await makeOld(mira, 3, 'new quarter', 'new')
  await eventually(async () => (await mira.status()).waiting.count).toBe(1)
  await eventually(() => is(mira)).toBe('unserved')
  expect(await mira.status()).toMatchObject({
    denied: null,
    unserved: [{ document, code: 'document-damaged', waiting: 1 }],
  })

  await restore(backup)
  await mira.saved()
  expect((await mira.status()).unserved).toEqual([])
  await eventually(async () => (await max.record(bad)).row?.note).toBe('held')
})
