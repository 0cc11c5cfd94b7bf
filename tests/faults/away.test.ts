import { afterEach, expect, test } from 'vitest'
import { makeOld, quarter, startCompany, type TestCompany } from '../../client/data/session/testing/company.ts'
import type { TestDevice } from '../../client/data/session/testing/test-device.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { quarterOf } from '../../shared/documents/quarter.ts'
import { COMPLETED } from '../../shared/orders/moves/completed.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'

const YEAR = 365 * 86_400_000
const EDITS = times(1, 15)
const ROUNDS = times(2, 25)
const WITHIN = times(5, 30) * 60_000
/** Packed as soon as they rest. */
const BUSY = { packing: { quiet: 10, every: 25 } }

let company: TestCompany
afterEach(() => company.stop())

async function noteOn(device: TestDevice, id: string): Promise<unknown> {
  return (await device.record(id)).row?.note
}

/** An order of two years ago, completed, whose document the device has let go. */
async function orderOfOld(device: TestDevice) {
  const at = device.session.now - 2 * YEAR
  const id = newId(COMMON, at)
  const start = { kind: 'kitchens', state: COMPLETED, completion: 'success' as const }
  await device.run('createOrder', { id, fields: { sort: 'work', note: 'of old' }, lines: [], start })
  await device.saved()
  const document = `orders/${COMMON}/${quarterOf(at)}`
  await eventually(() => [...device.open]).not.toContain(document)
  return { id, document }
}

test(`an offline edit of a two-year-old order, ${EDITS} times, the program begun again, the network back: it arrives without opening the order`, {
  timeout: WITHIN,
}, async () => {
  company = await startCompany()
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  for (let edit = 0; edit < EDITS; edit++) {
    const { id, document } = await orderOfOld(mira)
    mira.line.cut()
    await mira.run('moveOrder', { id, state: 'new', comment: 'after all' })
    await mira.run('setOrder', { id, fields: { note: 'two years later' } })
    await mira.restart()
    expect((await mira.status()).waiting.count).toBe(2)
    mira.line.restore()
    // Nothing is asked of the device but how it stands.
    await mira.saved()
    await eventually(() => noteOn(max, id)).toBe('two years later')
    const { entries } = await company.server.storage.audit({ collection: 'orders', record: id }, null, 100)
    expect(entries.map(({ path, replica }) => [path, replica])).toContainEqual(['note', mira.replica])
    expect(mira.opened).toContain(document)
    // Completed once more, its quarter is let go for the next one.
    await mira.run('moveOrder', { id, state: COMPLETED, completion: 'success' })
    await mira.saved()
  }
})

test(`J20: a device with an old generation and unsent writes, ${ROUNDS} times: they stand in what was packed meanwhile, and nobody is told anything (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  company = await startCompany(BUSY)
  const random = seeded(SEED)
  const [mira, max] = [await company.device('mira'), await company.device('max')]
  const id = await makeOld(mira, 1, 'as it was', 'new')
  await mira.saved()
  await eventually(() => noteOn(max, id)).toBe('as it was')
  const generation = () => company.server.storage.generation(`${company.server.company}/${quarter(1)}`)
  for (let round = 0; round < ROUNDS; round++) {
    mira.line.cut()
    const before = await generation()
    await mira.run('setOrder', { id, fields: { note: `unsent ${round}` } })
    await mira.run('addLine', { id, fields: { text: `line ${round}`, quantity: 1000, price: 100 } })
    await max.run('setOrder', { id, fields: { contact: `meanwhile ${round}` } })
    await max.saved()
    await eventually(generation).not.toBe(before)
    if (random() < 0.5) await mira.restart()
    mira.line.restore()
    await mira.saved()
    for (const device of [mira, max]) {
      await eventually(() => noteOn(device, id)).toBe(`unsent ${round}`)
      await eventually(async () => (await device.record(id)).row?.contact).toBe(`meanwhile ${round}`)
      await eventually(async () => (await device.record(id)).row?.lines).toHaveLength(round + 1)
      expect((await device.status()).notAccepted).toEqual([])
    }
  }
})
