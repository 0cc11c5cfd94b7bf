import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CATALOGUE, CHAIR, DOT, DOT_HASH, ORDER } from '../testing/samples.ts'
import { SiteStore } from './store.ts'

let folder: string
let store: SiteStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-site-'))
  store = new SiteStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function reopen(): void {
  store.close()
  store = new SiteStore(folder)
}

const now = () => store.queue.page(0, 0, new AbortController().signal)
const opened = (recipient: string) => store.queue.reader({ did: 'opened', recipient }, 1)

test('ST3: a catalogue stands in the place of the one before, with the pictures that it names alone', async () => {
  expect([store.catalogue(), store.made(), store.lacking(null)]).toEqual([null, null, []])
  store.publish(CATALOGUE)
  expect(store.lacking(CATALOGUE)).toEqual([DOT_HASH])
  expect(await store.putPicture(DOT_HASH, DOT)).toBe(true)
  reopen()
  expect(store.catalogue()).toEqual(CATALOGUE)
  expect(store.lacking(store.catalogue())).toEqual([])
  expect(await store.picture(DOT_HASH)).toEqual({ type: 'image/png', bytes: DOT })
  store.publish({ ...CATALOGUE, made: 2, goods: [CHAIR] })
  expect(await store.picture(DOT_HASH)).toBe(null)
  expect(store.made()).toBe(2)
})

test('ST3: bytes of another hash, and such as are no picture, are not kept', async () => {
  const text = new TextEncoder().encode('<svg onload="alert(1)"/>')
  expect(await store.putPicture(DOT_HASH, text)).toBe(false)
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', text)).toString('hex')
  expect(await store.putPicture(hash, text)).toBe(false)
  expect(await store.picture(hash)).toBe(null)
})

test('ST4: a form is one order however often it comes, and numbers are given once', async () => {
  expect([store.queue.order(ORDER), store.queue.order(ORDER)]).toEqual([true, true])
  expect(await now()).toMatchObject([{ number: 1, did: 'ordered', order: ORDER }])
  store.queue.settle(1)
  reopen()
  expect(store.queue.order(ORDER)).toBe(true)
  expect(await now()).toEqual([])
  expect([store.queue.takenAs('form-1'), store.queue.takenAt('token-1')]).toEqual(['token-1', ORDER.at])
  store.queue.order({ ...ORDER, id: 'form-2', token: 'token-2' })
  expect((await now()).map(({ number }) => number)).toEqual([2])
})

test('ST4: whatever is asked and settled in between, each deed is handed out in order until it is settled', async () => {
  const act = fc.oneof(fc.constant('do' as const), fc.nat(20))
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const begun = (await now()).at(-1)?.number ?? 0
      store.queue.settle(begun)
      const waiting: number[] = []
      for (const [i, one] of acts.entries()) {
        if (one === 'do') {
          store.queue.reader({ did: 'subscribedAgain', recipient: `r${i}` }, i)
          const last = await now()
          waiting.push(last.at(-1)?.number ?? 0)
        } else {
          const upTo = waiting[one] ?? 0
          store.queue.settle(upTo)
          waiting.splice(0, waiting.indexOf(upTo) + 1)
        }
        expect((await now()).map(({ number }) => number)).toEqual(waiting)
      }
      expect(waiting).toEqual(waiting.toSorted((a, b) => a - b))
    }),
    { numRuns: 30 },
  )
})

test('ST4: whoever waits is answered as soon as there is something, and when the door is closed', async () => {
  const { signal } = new AbortController()
  const waiting = store.queue.page(0, 60_000, signal)
  opened('anna')
  expect(await waiting).toMatchObject([{ did: 'opened', recipient: 'anna' }])
  const gone = new AbortController()
  const left = store.queue.page(1, 60_000, gone.signal)
  gone.abort()
  expect(await left).toEqual([])
  const closing = store.queue.page(1, 60_000, signal)
  store.queue.end()
  expect(await closing).toEqual([])
})

test('ST6: what readers do fills no more than their part of the queue, and the same is kept once', async () => {
  store.close()
  store = new SiteStore(folder, { all: 3, ofReaders: 2, ofNotes: 2 })
  expect([opened('anna'), opened('anna')]).toEqual([true, true])
  expect(await now()).toHaveLength(1)
  expect([opened('boris'), opened('vera')]).toEqual([true, false])
  const orders = ['a', 'b'].map((id) => store.queue.order({ ...ORDER, id, token: id }))
  expect(orders).toEqual([true, false])
  store.queue.settle(3)
  expect(store.queue.order({ ...ORDER, id: 'b', token: 'b' })).toBe(true)
})

test('ST19: what the agent cannot take stands aside, is not settled, and is handed out when it is asked for again', async () => {
  for (const recipient of ['anna', 'boris', 'vera']) opened(recipient)
  expect(store.queue.setAside([2])).toBe(1)
  expect((await now()).map(({ number }) => number)).toEqual([1, 3])
  store.queue.settle(3)
  reopen()
  expect(await now()).toEqual([])
  expect(store.queue.setAside([])).toBe(1)
  const waiting = store.queue.page(0, 60_000, new AbortController().signal)
  store.queue.takeUp()
  expect(await waiting).toMatchObject([{ number: 2, recipient: 'boris' }])
  store.queue.settle(2)
  expect(store.queue.setAside([2])).toBe(0)
})

test('ST6: openings leave room for who unsubscribes, and whoever leaves and comes back without end waits once for each, as he did last', async () => {
  store.close()
  store = new SiteStore(folder, { all: 9, ofReaders: 4, ofNotes: 2 })
  const leave = (at: number) =>
    store.queue.reader({ did: 'unsubscribed', recipient: 'anna', by: 'oneClick', reason: '' }, at)
  expect([opened('anna'), opened('boris'), opened('vera')]).toEqual([true, true, false])
  expect(leave(1)).toBe(true)
  const [, , taken] = await now()
  for (let i = 0; i < 20; i++) {
    expect(store.queue.reader({ did: 'subscribedAgain', recipient: 'anna' }, 2 * i + 2)).toBe(true)
    expect(leave(2 * i + 3)).toBe(true)
  }
  expect((await now()).map(({ did, at }) => [did, at])).toEqual([
    ['opened', 1],
    ['opened', 1],
    ['subscribedAgain', 40],
    ['unsubscribed', 41],
  ])
  // Whoever read the queue before settles what he read.
  store.queue.settle(taken?.number ?? 0)
  expect((await now()).map(({ did }) => did)).toEqual(['subscribedAgain', 'unsubscribed'])
})
