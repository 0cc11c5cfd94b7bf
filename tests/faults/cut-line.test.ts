import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCompany, type TestCompany } from '../../client/data/session/testing/company.ts'
import type { TestDevice } from '../../client/data/session/testing/test-device.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'

const CUTS = times(12, 200)
const WITHIN = times(5, 30) * 60_000
/** From amid the first handshake to behind many messages. */
const MOST_BYTES = 6000

let company: TestCompany
beforeEach(async () => {
  company = await startCompany()
})
afterEach(() => company.stop())

/** An order of many letters or few, and an edit of each order before it. */
async function work(device: TestDevice, random: () => number, ids: string[], round: number): Promise<void> {
  const id = newId(COMMON, device.session.now)
  const note = `${round} ${'x'.repeat(Math.floor(random() * 500))}`
  await device.run('createOrder', {
    ...{ id, fields: { sort: 'work', note } },
    ...{ lines: [{ text: 'Фасад', quantity: 1000, price: 100 }], start: { kind: 'kitchens', state: 'new' } },
  })
  ids.push(id)
  const earlier = ids[Math.floor(random() * ids.length)] ?? id
  await device.run('setOrder', { id: earlier, fields: { contact: `${round}` } })
}

async function textsOn(device: TestDevice) {
  const { rows } = await device.list()
  return rows.map((row) => ('note' in row ? [row.id, row.note, row.contact, row.number] : null))
}

test(`J4: the line cut at random bytes ${CUTS} times while two devices write: all of it arrives, once, and nothing is refused (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const devices = [await company.device('mira'), await company.device('max')]
  // Each writes its own orders: the other's may not be there yet.
  const own: [string[], string[]] = [[], []]
  for (let round = 0; round < CUTS; round++) {
    const device = devices[round % 2] as TestDevice
    const ids = own[round % 2] as string[]
    const isCut = device.line.cutAfter(Math.ceil(random() * MOST_BYTES))
    // What one act sends may be less than that: whoever comes back asks for much more.
    const busy = work(device, random, ids, round)
    await Promise.all([isCut, busy, writeUntil(isCut, device, ids, round)])
    device.line.restore()
    await eventually(async () => (await device.status()).online).toBe(true)
  }
  for (const device of devices) await device.saved()
  const [one, other] = devices as [TestDevice, TestDevice]
  await eventually(async () => JSON.stringify(await textsOn(other))).toBe(JSON.stringify(await textsOn(one)))
  const texts = await textsOn(one)
  const ids = own.flat()
  expect(texts.map((row) => row?.[0]).sort()).toEqual([...ids].sort())
  expect(new Set(texts.map((row) => row?.[3])).size).toBe(ids.length)
  for (const device of devices) expect((await device.status()).notAccepted).toEqual([])
  expect(devices.reduce((sum, { line }) => sum + line.stats.cuts, 0)).toBe(CUTS)
})

/** Keeps the line busy until it is cut. */
async function writeUntil(
  cut: Promise<void>,
  device: TestDevice,
  ids: readonly string[],
  round: number,
): Promise<void> {
  let isCut = false
  const over = cut.then(() => {
    isCut = true
  })
  for (let i = 0; !isCut; i++) {
    const id = ids[ids.length - 1]
    if (id) await device.run('setOrder', { id, fields: { source: `${round}.${i}` } })
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 5))])
  }
}
