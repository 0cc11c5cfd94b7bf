import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeedRow } from '../../shared/effects/feed.ts'
import type { JournalRow, Storage } from '../storage/storage.ts'
import { type Ground, KINDS } from '../storage/testing/grounds.ts'
import { Feed } from './feed.ts'

const GONE = AbortSignal.abort()
const HERE = new AbortController().signal
const NAMES = ['orders', 'events', 'rules']

/** An update with a line of the trail for each collection that is named, by its place. */
function update(storage: Storage, document: string, lines: readonly number[], size = 1): JournalRow {
  const audit = lines.map((name, i) => ({
    collection: NAMES[name] ?? '',
    record: `r${i}`,
    path: '',
    stamp: 's',
    value: JSON.stringify('x'.repeat(size)),
  }))
  const of = { user: 'u', replica: 'AAAA', at: 1, update: Uint8Array.of(0, 0) }
  return { document: `${storage.company}/${document}`, ...of, audit }
}

function put(storage: Storage, ...rows: JournalRow[]): Promise<readonly number[]> {
  return storage.append({ rows, numbers: [] }, () => [])
}

/** All pages from a number to the end, each from where the one before has ended. */
async function walk(feed: Feed, { after = 0, limit = 500, collections = [] as string[] } = {}) {
  const pages: (readonly FeedRow[])[] = []
  let last = after
  for (;;) {
    const page = await feed.page({ after: last, limit, collections }, 0, HERE)
    if (page.last === last) return { pages, last }
    pages.push(page.rows)
    last = page.last
  }
}

describe.each(KINDS)('the feed over $name', ({ begin }) => {
  let kind: Awaited<ReturnType<typeof begin>>
  let ground: Ground
  let storage: Storage
  beforeAll(async () => {
    kind = await begin()
    ground = await kind.ground()
    storage = await ground.open()
  })
  afterAll(async () => {
    await storage.close()
    await ground.remove()
    await kind.end()
  })

  const lines = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 7 })
  const batches = fc.array(fc.array(lines, { minLength: 1, maxLength: 3 }), { maxLength: 5 })

  test('LG1, LG4: pages of any size have every asked write once, in order, whole numbers, within the limit', async () => {
    const feed = new Feed(storage)
    const asked = fc.subarray(NAMES)
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 9 }), asked, async (written, limit, collections) => {
        const { last: before } = await storage.news(Number.MAX_SAFE_INTEGER)
        const expected: string[] = []
        for (const batch of written) {
          const numbers = await put(storage, ...batch.map((one) => update(storage, 'orders/common/2026Q1', one)))
          for (const [i, one] of batch.entries()) {
            const asked = one.map((name, at) => `${numbers[i]} ${NAMES[name]} r${at}`)
            expected.push(...asked.filter((row) => [...collections].some((name) => row.includes(name))))
          }
        }
        const { pages, last } = await walk(feed, { after: before, limit, collections: [...collections, 'none'] })
        expect(pages.flat().map(({ journal, collection, record }) => `${journal} ${collection} ${record}`)).toEqual(
          expected,
        )
        for (const page of pages) {
          const isOne = new Set(page.map(({ journal }) => journal)).size === 1
          expect(page.length <= limit || isOne).toBe(true)
        }
        expect(await walk(feed, { after: last })).toEqual({ pages: [], last })
      }),
      { numRuns: 40 },
    )
  })

  test('LG1: who reads while others write hears of all, once', async () => {
    const feed = new Feed(storage)
    const { last: before } = await storage.news(Number.MAX_SAFE_INTEGER)
    const writing = Promise.all(
      Array.from({ length: 30 }, () => put(storage, update(storage, 'orders/common/2026Q1', [0, 1]))),
    )
    const heard: number[] = []
    let last = before
    while (heard.length < 60) {
      const page = await feed.page({ after: last, limit: 3, collections: [] }, 0, HERE)
      heard.push(...page.rows.map(({ journal }) => journal))
      last = page.last
      await setImmediate()
    }
    const numbers = (await writing).flat().sort((a, b) => a - b)
    expect(heard).toEqual(numbers.flatMap((number) => [number, number]))
  })

  test('LG4: values of 4 MB fill a page; one number with more comes whole; what nobody asks for is gone over', async () => {
    const feed = new Feed(storage)
    const large = update(storage, 'orders/common/2026Q2', [0, 0], 3 * 1024 * 1024)
    const small = () => update(storage, 'orders/common/2026Q2', [0], 1024 * 1024)
    const [first = 0, ...rest] = await put(storage, large, small(), small(), small(), small(), small())
    const { pages } = await walk(feed, { after: first - 1 })
    expect(pages.map((page) => page.map(({ journal }) => journal))).toEqual([
      [first, first],
      rest.slice(0, 3),
      rest.slice(3),
    ])
    const many = Array.from({ length: 60 }, () => update(storage, 'orders/common/2026Q2', Array(100).fill(0)))
    const [, end] = [await put(storage, ...many), await put(storage, update(storage, 'automation', [2]))]
    const page = await feed.page({ after: rest.at(-1) ?? 0, limit: 1, collections: ['rules'] }, 0, HERE)
    expect([page.rows.map(({ journal }) => journal), page.last]).toEqual([[...end], end.at(-1)])
  })

  test('LG2: what a person keeps for himself is not told, and is gone over', async () => {
    const feed = new Feed(storage)
    const [own = 0, common] = await put(storage, update(storage, 'users/anna', [0]), update(storage, 'setup', [1]))
    const page = await feed.page({ after: own - 1, limit: 9, collections: [] }, 0, HERE)
    expect([page.rows.map(({ journal }) => journal), page.last]).toEqual([[common], common])
  })

  test('LG3: an answer waits for what is written, not for who is gone, nor for a server that stops', async () => {
    const feed = new Feed(storage)
    const { last } = await storage.news(Number.MAX_SAFE_INTEGER)
    const asked = { after: last, limit: 9, collections: [] }
    expect(await feed.page(asked, 30_000, GONE)).toMatchObject({ rows: [], last })
    const waiting = feed.page(asked, 30_000, HERE)
    const numbers = await put(storage, update(storage, 'setup', [2]))
    feed.told()
    expect((await waiting).rows).toMatchObject([{ journal: numbers[0], collection: 'rules', value: 'x' }])
    const further = feed.page({ ...asked, after: numbers[0] ?? 0 }, 30_000, HERE)
    feed.end()
    expect((await further).rows).toEqual([])
  })

  test('LG5: after a restore the feed goes on above all numbers, and says of when the backup was', async () => {
    const feed = new Feed(storage)
    const [before = 0] = await put(storage, update(storage, 'setup', [0]))
    await storage.restored({ at: 20, backup: 10 })
    const [after = 0] = await put(storage, update(storage, 'setup', [0]))
    const page = await feed.page({ after: before, limit: 9, collections: [] }, 0, HERE)
    expect(page).toMatchObject({ rows: [{ journal: after }], last: after, restorations: [{ at: 20, backup: 10 }] })
  })
})
