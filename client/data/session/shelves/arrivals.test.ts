import { join } from 'node:path'
import { setImmediate as settled } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../../../shared/documents/roles.ts'
import type { Browser } from '../../../../sync-server/http/testing/browser.ts'
import { join as invite, startCompany, type TestServer } from '../../../../sync-server/http/testing/server.ts'
import { makerStamp } from '../../../../sync-server/sync/parcels/maker.ts'
import { Parcels } from '../../../../sync-server/sync/parcels/parcels.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { savedOf } from '../../page/saved/saved.ts'
import type { StatusAnswer } from '../../queries/query.ts'
import { makeOld, quarter, startCompany as startedBare } from '../testing/company.ts'
import { restoring } from '../testing/restored.ts'
import { TestDevice } from '../testing/test-device.ts'
import { Arrivals, type ArrivalsGround } from './arrivals.ts'

const MAKER = makerStamp()
const OLD = quarter(1)

let server: TestServer
let browser: Browser
let owner: TestDevice
let devices: TestDevice[]
/** The order in OLD. */
let id: string
beforeEach(async () => {
  devices = []
  const { server: started, owner: founder } = await startCompany()
  server = started
  browser = founder
  owner = await device(founder, 'owner')
  await owner.start()
  const values = { name: 'Kitchens', sort: 'work', states: { new: { place: 'a0' }, made: { place: 'a1' } } }
  await owner.run('createRecord', { collection: 'kinds', id: 'kitchens', values })
  id = await makeOld(owner, 1, 'a')
  await makeOld(owner, 2, 'b')
  await owner.saved()
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const one of devices) await one.end()
  await server.close()
})

/** A new device of whoever is signed in there; it is off yet. */
async function device(who: Browser, role: Role, maker = MAKER): Promise<TestDevice> {
  const { user } = (await who.get('/api/state')).body.account as { readonly user: string }
  const made = await TestDevice.make(server, user, role, { cookie: who.cookie, maker })
  devices.push(made)
  return made
}

async function notes(one: TestDevice) {
  return (await one.list()).rows.flatMap((row) => ('note' in row ? [row.note] : [])).sort()
}

/** It has everything, and nothing more is to be done. */
async function expectWhole(one: TestDevice, all = ['a', 'b']) {
  await eventually(() => notes(one)).toEqual(all)
  await one.saved()
  const lacking = ({ synced, total }: StatusAnswer['progress']) => total - synced
  await eventually(async () => lacking((await one.status()).progress)).toBe(0)
}

async function expectStands(one: TestDevice, all = ['a', 'b']) {
  one.line.cut()
  await one.restart()
  await eventually(() => notes(one)).toEqual(all)
  expect(one.opened).not.toContain(OLD)
}

/** Starts it, and resolves when it has asked for a quarter, which is not answered. */
async function startUnanswered(one: TestDevice): Promise<void> {
  const asked = Promise.withResolvers<void>()
  const never = Promise.withResolvers<Response>()
  one.answers = () => {
    asked.resolve()
    return never.promise
  }
  await one.start()
  await asked.promise
}

describe('C10: a new device takes what it has nothing of whole', () => {
  test.each(['manager', 'viewer'] as const)('a %s reads no old quarter, and its next start none', async (role) => {
    const fresh = await device(await invite(server, browser, role), role)
    await fresh.start()
    await expectWhole(fresh)
    expect(fresh.opened).not.toContain(OLD)
    // Rules are for those who may read them (documents/families.ts).
    expect(fresh.opened.includes('automation')).toBe(role === 'manager')
    await expectStands(fresh)
  })

  test('and opens, changes and sends it as any other', async () => {
    const fresh = await device(browser, 'owner')
    await fresh.start()
    await expectWhole(fresh)
    await fresh.run('removeRecord', { collection: 'orders', id })
    expect(fresh.opened).toContain(OLD)
    await expectWhole(fresh, ['b'])
    await eventually(() => notes(owner)).toEqual(['b'])
    await eventually(() => [...fresh.open]).not.toContain(OLD)
    await expectStands(fresh, ['b'])
  })

  test('and how many are to come is told as each does', async () => {
    const gates = [1, 2].map(() => Promise.withResolvers<void>())
    const waiting = [...gates]
    const fresh = await device(browser, 'owner')
    fresh.answers = async (response) => {
      await waiting.shift()?.promise
      return response
    }
    const told: string[] = []
    let unread = 0
    await fresh.start()
    const end = fresh.subscribe({ what: 'status' }, (answer) => {
      const saved = savedOf(answer as StatusAnswer)
      told.push(saved.is === 'fetching' ? `${saved.total - saved.synced} to come` : saved.is)
      const { standing, total } = (answer as StatusAnswer).progress
      unread = total - standing
    })
    for (const [at, gate] of gates.entries()) {
      await eventually(() => told.at(-1)).toBe(`${gates.length - at} to come`)
      expect(unread, 'customers/B8: sums over all orders are a part').toBe(gates.length - at)
      gate.resolve()
    }
    await eventually(() => told.at(-1)).toBe('server')
    expect(unread).toBe(0)
    expect(fresh.opened).not.toContain(OLD)
    end()
  })

  test('also what had not come when the line broke', async () => {
    const olds = ([1, 2, 3, 4] as const).map(quarter)
    await makeOld(owner, 3, 'c')
    await makeOld(owner, 4, 'd')
    await owner.saved()
    const fresh = await device(browser, 'owner')
    const broken = Promise.withResolvers<void>()
    let count = 0
    fresh.answers = async (response) => {
      count++
      await broken.promise
      return response
    }
    await fresh.start()
    await eventually(() => count).toBe(3)
    fresh.line.cut()
    await eventually(async () => (await fresh.status()).online).toBe(false)
    broken.resolve()
    fresh.line.restore()
    await expectWhole(fresh, ['a', 'b', 'c', 'd'])
    expect(fresh.opened.filter((one) => olds.includes(one))).toEqual([])
  })

  test('also after it was killed while they came, and started without a line', async () => {
    const fresh = await device(browser, 'owner')
    await startUnanswered(fresh)
    fresh.line.cut()
    await fresh.restart()
    await eventually(async () => (await fresh.status()).progress.total).toBeGreaterThan(2)
    fresh.answers = (response) => response
    fresh.line.restore()
    await expectWhole(fresh)
    expect(fresh.opened).not.toContain(OLD)
  })

  test('C5: what was written while it came is fetched', async () => {
    const fresh = await device(browser, 'owner')
    let isWritten = false
    fresh.answers = async (response) => {
      if (isWritten) return response
      isWritten = true
      await owner.run('removeRecord', { collection: 'orders', id })
      await owner.saved()
      return response
    }
    await fresh.start()
    await expectWhole(fresh, ['b'])
  })

  test('C6: what was written here while it came goes out', async () => {
    const fresh = await device(browser, 'owner')
    const asked = Promise.withResolvers<void>()
    const edited = Promise.withResolvers<void>()
    fresh.answers = async (response) => {
      asked.resolve()
      await edited.promise
      return response
    }
    await fresh.start()
    await asked.promise
    await makeOld(fresh, 1, 'c')
    edited.resolve()
    await expectWhole(fresh, ['a', 'b', 'c'])
    await eventually(() => notes(owner)).toEqual(['a', 'b', 'c'])
  })
})

test('J30: what came whole before a restore is put right after it', async () => {
  const company = await startedBare()
  const backups = restoring(company)
  const { storage, folder } = company.server
  const max = await company.device('max')
  const early = await makeOld(max, 1, 'early')
  await max.saved()
  const backup = backups.backUp()
  await makeOld(max, 1, 'late')
  await max.run('removeRecord', { collection: 'orders', id: early })
  await max.saved()
  const parcels = new Parcels({ storage, folder: join(folder, 'parcels'), log: pino({ level: 'silent' }) })
  const packed = await parcels.of(`${company.server.company}/${OLD}`)
  await backups.restore(backup)
  const fresh = await TestDevice.make(company.server, 'mira', 'manager', { cookie: 'mira', maker: MAKER })
  const answers = vi.fn(() => new Response(new Uint8Array(gunzipSync(packed ?? ''))))
  fresh.answers = answers
  await fresh.start()
  await eventually(() => notes(fresh)).toEqual(['late'])
  await eventually(() => notes(max)).toEqual(['late'])
  expect(answers).toHaveBeenCalledTimes(1)
  await fresh.saved()
  await fresh.end()
  await parcels.end()
  await company.stop()
  backups.end()
})

/** Arrivals where everything is missing and the line stands. */
function arrivalsOf(ask: ArrivalsGround['ask']): Arrivals {
  const [yes, nothing] = [() => true, () => {}]
  const states = { isOffered: yes, isOnline: yes, isMissing: yes }
  return new Arrivals({ ...states, ask, take: async () => {}, ended: nothing, failed: nothing })
}

test('C10: none is begun after the session has ended', () => {
  const ask = vi.fn(async () => null)
  const arrivals = arrivalsOf(ask)
  arrivals.close()
  arrivals.order(['one'])
  expect(ask).not.toHaveBeenCalled()
})

test('C10: three are asked for at once, and of those one comes alone that is great, or that does not say', async () => {
  const MEBIBYTE = 1024 * 1024
  const sizes = { great: 40 * MEBIBYTE, untold: Number.POSITIVE_INFINITY, one: MEBIBYTE, two: 6 * MEBIBYTE, three: 1 }
  const [asked, coming] = [[] as string[], new Map<string, () => void>()]
  const arrivals = arrivalsOf(async (document) => {
    asked.push(document)
    const { promise, resolve } = Promise.withResolvers<null>()
    const take = () => {
      coming.set(document, () => resolve(null))
      return promise
    }
    return { size: sizes[document as keyof typeof sizes], take }
  })
  arrivals.order(Object.keys(sizes))
  for (const [alone, askedFor] of [
    ['great', 3],
    ['untold', 4],
  ] as const) {
    await settled()
    expect([[...coming.keys()], asked.length]).toEqual([[alone], askedFor])
    coming.get(alone)?.()
    coming.clear()
  }
  await settled()
  expect([...coming.keys()]).toEqual(['one', 'two', 'three'])
})

describe('C11: where nothing comes whole, the line brings it', () => {
  const fallsBack = async (one: TestDevice) => {
    await one.start()
    await expectWhole(one)
    expect(one.opened).toContain(OLD)
  }

  test('of an older server, which has no such way, and is asked once', async () => {
    const fresh = await device(browser, 'owner')
    let count = 0
    fresh.answers = () => {
      count++
      return new Response('{}', { status: 404 })
    }
    await fallsBack(fresh)
    expect(count).toBeLessThanOrEqual(2)
  })

  test('of a server that reads records otherwise', async () => {
    await fallsBack(await device(browser, 'owner', 'another'))
  })

  test('of one that fails', async () => {
    const fresh = await device(browser, 'owner')
    fresh.answers = () => new Response('{"code":"server-failed"}', { status: 500 })
    await fallsBack(fresh)
  })

  test('broken midway', async () => {
    const fresh = await device(browser, 'owner')
    fresh.answers = async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer())
      const broken = new ReadableStream({
        start(controller) {
          controller.enqueue(bytes.subarray(0, bytes.length / 2))
          controller.error(new TypeError('the line broke'))
        },
      })
      return new Response(broken)
    }
    await fallsBack(fresh)
  })

  test('spoiled, which the log says', async () => {
    const said = vi.spyOn(console, 'warn').mockReturnValue()
    const fresh = await device(browser, 'owner')
    fresh.answers = async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer())
      return new Response(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)))
    }
    await fallsBack(fresh)
    expect(said.mock.calls.join()).toContain('spoiled')
  })

  test('to a disk that does not take it', async () => {
    const fresh = await device(browser, 'owner')
    fresh.disk.refuses = (steps) => steps.some((step) => 'add' in step)
    await fresh.start()
    await eventually(() => notes(fresh)).toEqual(['a', 'b'])
    expect(fresh.opened).toContain(OLD)
    fresh.disk.refuses = () => false
  })

  test('to a device that was killed while it came', async () => {
    const fresh = await device(browser, 'owner')
    await startUnanswered(fresh)
    await fresh.kill()
    fresh.answers = (response) => response
    await fresh.start()
    await expectWhole(fresh)
  })
})
