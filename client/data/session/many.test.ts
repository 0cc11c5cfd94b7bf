import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandArgs } from '../../../shared/commands.ts'
import type { Change } from '../../../shared/lists/change-records.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { makeOld, startCompany, type TestCompany } from './testing/company.ts'
import type { TestDevice } from './testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

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
