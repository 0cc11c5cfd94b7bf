import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStorage } from '../../storage/sqlite/open.ts'
import type { Storage } from '../../storage/storage.ts'
import { Bridge, BridgeGone } from './bridge.ts'

const NEVER = new AbortController().signal

let folder: string
let storage: Storage
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-bridge-'))
  storage = await openStorage(folder)
})
afterEach(async () => {
  await storage.close()
  rmSync(folder, { recursive: true })
})

test('PH12: who waits for a bridge that does not come is told to come again', async () => {
  const bridge = new Bridge(storage.phones, { within: 60, most: 1, every: 10 })
  await expect(bridge.reach(async () => 'there', NEVER)).rejects.toMatchObject({
    ...{ code: 'bridge-away', params: { seconds: 5 } },
  })
  expect(bridge.held).toBe(0)
  await bridge.tell('http://127.0.0.1:7070', '127.0.0.1')
  let asked = 0
  const gone = async () => {
    asked++
    throw new BridgeGone()
  }
  await expect(bridge.reach(gone, NEVER)).rejects.toMatchObject({ code: 'bridge-away' })
  expect(asked).toBeGreaterThan(1)
})

test('PH10: where the own machine’s bridge is away the one for all is asked', async () => {
  const bridge = new Bridge(storage.phones, { within: 60_000, most: 1, every: 10 })
  await bridge.tell('http://127.0.0.1:7070', '127.0.0.1')
  await bridge.tell('http://10.0.0.5:7070', '10.0.0.5')
  const asked: string[] = []
  const gone = async (url: string) => {
    asked.push(url)
    if (url.includes('127')) throw new BridgeGone()
    return url
  }
  expect(await bridge.reach(gone, NEVER)).toBe('http://10.0.0.5:7070')
  expect(asked).toEqual(['http://127.0.0.1:7070', 'http://10.0.0.5:7070'])
})

test('PH12: what the bridge fails in otherwise is not asked again, and who has gone waits no longer', async () => {
  const bridge = new Bridge(storage.phones, { within: 60_000, most: 1, every: 10 })
  const going = new AbortController()
  const waiting = bridge.reach(async () => 'there', going.signal)
  await expect.poll(() => bridge.held).toBe(1)
  going.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  await bridge.tell('http://127.0.0.1:7070', '127.0.0.1')
  let asked = 0
  const broken = async () => {
    asked++
    throw new TypeError('broken')
  }
  await expect(bridge.reach(broken, NEVER)).rejects.toThrow('broken')
  expect([asked, bridge.held]).toEqual([1, 0])
})
