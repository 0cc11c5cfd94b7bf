import { afterEach, beforeEach, expect, test } from 'vitest'
import { COMMON } from '../../../../shared/documents/families.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { formatKey } from '../../../../shared/records/keys/key.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { Replica } from '../../../../sync-server/sync/testing/replica.ts'
import { seeded } from '../../../../tests/support/random.ts'
import type { StatusAnswer } from '../../queries/query.ts'
import { makeOld, quarter, startCompany, type TestCompany } from '../testing/company.ts'
import type { TestDevice } from '../testing/test-device.ts'

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

const QUARTERS = [1, 2, 3] as const
/** Writes of each sort in each document. */
const EACH = 3

/** A device that is off, with writes of its own and foreign ones, both unsent, in three documents. */
async function spoiled() {
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const ids: string[] = []
  for (const number of QUARTERS) {
    for (let i = 0; i < EACH; i++) ids.push(await makeOld(mira, number, '', 'new'))
  }
  await Promise.all([mira.saved(), eventually(() => notesOn(max)).toHaveLength(ids.length)])
  mira.line.cut()
  for (const id of ids) await mira.run('setOrder', { id, fields: { note: 'honest' } })
  await mira.kill()
  for (const number of QUARTERS) for (let i = 0; i < EACH; i++) putForeign(mira, quarter(number), `ZZZ${number}${i}`)
  mira.line.restore()
  return { mira, max, ids }
}

function putForeign(device: TestDevice, document: string, replica: string): void {
  const foreign = new Replica(replica)
  const id = newId(COMMON, 0)
  foreign.create('orders', id, { note: 'foreign' })
  device.tamper(document, foreign.send(), 'orders', formatKey(id, '', replica))
}

async function notesOn(device: TestDevice) {
  return (await device.list()).rows.map((row) => ('note' in row ? row.note : null))
}

/** How many documents are not in step with the server: after a cut line for a moment all of them. */
function behind({ progress }: StatusAnswer): number {
  return progress.total - progress.synced
}

async function expectAllPutRight({ mira, max, ids }: Awaited<ReturnType<typeof spoiled>>) {
  await eventually(async () => (await mira.status()).waiting.count).toBe(0)
  await eventually(async () => (await mira.status()).notAccepted.length).toBe(QUARTERS.length * EACH)
  const { notAccepted } = await mira.status()
  expect(new Set(notAccepted.map((row) => row.code))).toEqual(new Set(['update-foreign-replica']))
  expect(new Set(notAccepted.map((row) => row.key)).size).toBe(QUARTERS.length * EACH)
  await eventually(async () => behind(await mira.status())).toBe(0)
  const honest = ids.map(() => 'honest')
  for (const device of [mira, max]) await eventually(() => notesOn(device)).toEqual(honest)
  // The documents sync on, both ways.
  const [id = ''] = ids
  await mira.run('setOrder', { id, fields: { contact: 'on' } })
  await eventually(async () => (await max.record(id)).row?.contact).toBe('on')
}

test('a mixed batch in several documents: the refused writes stand apart with the reason, all others are taken', async () => {
  const all = await spoiled()
  await all.mira.start()
  await expectAllPutRight(all)
})

test.each([1, 2, 3])(
  'killed again and again in the middle of it, with the line cut in between (seed %i)',
  async (seed) => {
    const random = seeded(seed)
    const all = await spoiled()
    await all.mira.start()
    for (let i = 0; i < 8; i++) {
      await new Promise((resolve) => setTimeout(resolve, random() * 40))
      if (random() < 0.4) all.mira.line.cut()
      else await all.mira.restart()
      all.mira.line.restore()
    }
    await expectAllPutRight(all)
  },
)
