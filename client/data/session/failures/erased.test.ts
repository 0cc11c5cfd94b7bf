import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../../../shared/documents/families.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { eraserOf } from '../../../../sync-server/erasing/testing/person.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

const MARK = 'Zhanna-metka'

/** How many rows of documents and of what waits on a device's disk have the mark. */
function rowsOn({ disk }: TestDevice): number {
  const rows = disk
    .names()
    .flatMap((name) => ['updates', 'aside', 'unsent'].flatMap((store) => [...disk.rows(name, store).values()]))
  const texts = rows.map((row) => (row instanceof Uint8Array ? Buffer.from(row).toString('utf8') : JSON.stringify(row)))
  return texts.filter((text) => text.includes(MARK)).length
}

async function erase(customer: string): Promise<void> {
  const eraser = eraserOf(company.server)
  await eraser.ask({ person: { is: 'customer', customer } }, 'заявление № 1', 'olga')
  await eraser.idle()
  await eraser.stop()
}

test('ER7, ER8: a device that was away with edits of who was erased: nothing comes back, that is told, and it keeps nothing of him', async () => {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const id = newId(COMMON, Date.now())
  const values = { name: MARK, type: 'person', phone: '8 916 555-44-33', note: MARK }
  await mira.run('createRecord', { collection: 'customers', id, values })
  await mira.saved()
  mira.line.cut()
  await mira.run('setRecord', { collection: 'customers', id, values: { note: `${MARK} again`, segment: 'Wholesale' } })
  expect(rowsOn(mira)).toBeGreaterThan(0)
  await erase(id)
  mira.line.restore()
  await eventually(async () => (await mira.status()).notAccepted.length).toBe(1)
  const [told] = (await mira.status()).notAccepted
  expect(told).toMatchObject({ collection: 'customers', code: 'person-erased', value: null })
  expect(told?.key).toContain('note')
  await eventually(async () => (await mira.status()).waiting.count).toBe(0)
  await eventually(
    async () => (await max.ask({ what: 'record', collection: 'customers', id })) as unknown,
  ).toMatchObject({
    row: { name: 'Покупатель удален', note: null, segment: 'Wholesale' },
  })
  await eventually(async () => rowsOn(mira)).toBe(0)
  await mira.restart()
  expect((await mira.status()).notAccepted, 'nor is it tried again').toHaveLength(1)
})
