import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCompany, type TestCompany } from '../../client/data/session/testing/company.ts'
import { movesOf } from '../../client/data/session/testing/two.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { eventually } from '../../sync-server/sync/testing/eventually.ts'
import { takeClock, trueTime, withClock } from '../simulate/clock.ts'
import { seeded } from '../support/random.ts'
import { SEED, times } from './support/length.ts'

const DAY = 86_400_000
const ROUNDS = times(4, 40)
const WITHIN = times(5, 30) * 60_000
/** Asking the server for its time takes a moment on a busy machine, ms. */
const NEAR = 3000

let company: TestCompany
let giveBack: () => void
beforeEach(async () => {
  giveBack = takeClock()
  company = await startCompany()
})
afterEach(async () => {
  await company.stop()
  giveBack()
})

/** A device whose clock is wrong, and knows it by the server's. */
async function wrongBy(user: 'mira' | 'max', error: number) {
  const clock = { error }
  const device = await withClock(clock, () => company.device(user))
  const own = <T>(work: () => Promise<T>) => withClock(clock, work)
  await eventually(async () => Math.abs((await device.status()).offset + error) < NEAR).toBe(true)
  return { device, own }
}

test(`clocks days off, ${ROUNDS} times: who writes later wins on line and off it, and moves have the server's time (seed ${SEED})`, {
  timeout: WITHIN,
}, async () => {
  const random = seeded(SEED)
  const [ahead, behind] = [await wrongBy('mira', 2 * DAY), await wrongBy('max', -3 * DAY)]
  const id = newId(COMMON, trueTime())
  const start = { kind: 'kitchens', state: 'new' }
  await ahead.own(() => ahead.device.run('createOrder', { id, fields: { sort: 'work' }, lines: [], start }))
  await ahead.device.saved()
  await eventually(async () => (await behind.device.record(id)).row?.id).toBe(id)
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = random() < 0.5 ? [ahead, behind] : [behind, ahead]
    const isApart = random() < 0.5
    if (isApart) for (const { device } of [first, second]) device.line.cut()
    await first.own(() => first.device.run('setOrder', { id, fields: { note: `earlier ${round}` } }))
    if (isApart) await new Promise((resolve) => setTimeout(resolve, NEAR))
    else await eventually(async () => (await second.device.record(id)).row?.note).toBe(`earlier ${round}`)
    await second.own(() => second.device.run('setOrder', { id, fields: { note: `later ${round}` } }))
    await second.own(() =>
      second.device.run('moveOrder', { id, state: round % 2 === 0 ? 'made' : 'new', comment: `${round}` }),
    )
    for (const { device } of [first, second]) device.line.restore()
    for (const { device } of [first, second]) await device.saved()
    for (const { device } of [first, second])
      await eventually(async () => (await device.record(id)).row?.note).toBe(`later ${round}`)
  }
  for (const { device } of [ahead, behind]) {
    const moves = movesOf((await device.record(id)).row)
    expect(moves).toHaveLength(ROUNDS + 1)
    for (const { at } of moves) expect(Math.abs((at ?? 0) - trueTime())).toBeLessThan(WITHIN)
    expect((await device.status()).notAccepted).toEqual([])
  }
})
