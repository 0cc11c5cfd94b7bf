import { afterEach, beforeEach, expect, test } from 'vitest'
import { QUARTERLY } from '../../../../shared/documents/families.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { savedOf } from '../../page/saved/saved.ts'
import { makeOld, startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

async function saidOn(device: TestDevice) {
  return savedOf(await device.status())
}

async function noteOn(device: TestDevice, id: string) {
  return (await device.record(id)).row?.note
}

const write = (device: TestDevice, id: string, note: string) => device.run('setOrder', { id, fields: { note } })

test('on a full disk work goes on and goes to the server; when there is room all of it is on the device, whole', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const id = await makeOld(mira, 1, 'kept', 'new')
  await mira.saved()
  mira.disk.refuses = () => true
  await write(mira, id, 'not kept')
  await eventually(() => saidOn(mira)).toEqual({ is: 'full' })
  await eventually(() => noteOn(max, id)).toBe('not kept')

  mira.line.cut()
  await write(mira, id, 'nowhere else')
  const draft = { note: 'a draft' }
  mira.session.drafts.save('draft', draft)
  expect(await saidOn(mira)).toEqual({ is: 'unkept', count: 1 })

  mira.disk.refuses = () => false
  await eventually(async () => (await saidOn(mira)).is).toBe('waiting')
  await mira.restart()
  expect(await noteOn(mira, id)).toBe('nowhere else')
  expect(mira.session.drafts.list()).toEqual([{ id: 'draft', draft }])
  expect(await saidOn(mira)).toMatchObject({ is: 'waiting', count: 1 })
  mira.line.restore()
  await mira.saved()
  await eventually(() => noteOn(max, id)).toBe('nowhere else')
})

test('a document that the disk has refused is not let go, and one that is not there can still be opened', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  mira.disk.refuses = () => true
  const [mine, his] = [await makeOld(mira, 1, 'mine'), await makeOld(max, 2, 'his')]
  await eventually(() => noteOn(mira, his)).toBe('his')
  await eventually(async () => (await mira.status()).waiting.count).toBe(0)
  expect(await noteOn(mira, mine)).toBe('mine')
  expect((await saidOn(mira)).is).toBe('full')
  mira.disk.refuses = () => false
  await mira.saved()
  // Once they are on disk they are let go as ever.
  await eventually(() => [...mira.open].filter((name) => name.includes('Q')).length).toBe(QUARTERLY.length)
  await mira.restart()
  mira.line.cut()
  for (const [id, note] of [
    [mine, 'mine'],
    [his, 'his'],
  ] as const)
    await eventually(() => noteOn(mira, id)).toBe(note)
})
