import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../../../../tests/support/databases/postgres.ts'
import type { JournalRow, Member, News, Storage } from '../../storage.ts'
import { openPostgres } from '../open.ts'

let server: Postgres
let url: string
let one: Storage
let other: Storage
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.close())
beforeEach(async () => {
  url = await server.create()
  ;[one, other] = await Promise.all([openPostgres(url), openPostgres(url)])
})
afterEach(async () => {
  await Promise.all([one.close(), other.close()])
})

const NONE = () => []

function row(document: string, byte: number): JournalRow {
  return { document, user: 'u', replica: 'AAAA', at: byte, update: Uint8Array.of(byte), audit: [] }
}

function write(storage: Storage, document: string, byte: number) {
  return storage.append({ rows: [row(document, byte)], numbers: [] }, NONE)
}

const told = (news: readonly News[]) =>
  news.map(({ document, state, updates, last }) => [document, state && [...state], updates.map((u) => [...u]), last])

const member = (change: Partial<Member> = {}): Member => ({
  told: () => {},
  keeps: async () => {},
  keepsNoMore: async () => {},
  ...change,
})

test('two that begin at once have one company', () => {
  expect(other.company).toBe(one.company)
})

test('J21: turns of two processes go one after the other, and each is told all that the other wrote', async () => {
  let inTurn = 0
  const seen = new Map<Storage, Set<number>>([
    [one, new Set()],
    [other, new Set()],
  ])
  const numbers: string[] = []
  const work = async (storage: Storage) => {
    let since = 0
    for (let i = 0; i < 25; i++) {
      const rows = await storage.turn(since, async ({ last, news, append }) => {
        expect(++inTurn).toBe(1)
        for (const { updates } of news) for (const update of updates) seen.get(storage)?.add(update[0] ?? 0)
        // Everything that anybody wrote before is here, or was told earlier, or is this one's own.
        expect(seen.get(storage)?.size).toBe(last)
        const byte = last + 1
        seen.get(storage)?.add(byte)
        const wish = { order: `o${byte}`, sort: 'customer', year: 2026, imported: null } as const
        const written = await append({ rows: [row('a', byte)], numbers: [wish] }, (given) => {
          numbers.push(...given.values())
          return []
        })
        inTurn -= 1
        return written
      })
      since = rows.at(-1) ?? since
    }
  }
  await Promise.all([work(one), work(other)])
  expect(new Set(numbers).size).toBe(50)
  expect((await one.load('a')).updates.map((update) => update[0])).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
})

test('J22: news are the rows behind a number, or the snapshot that they went into', async () => {
  await write(one, 'a', 1)
  await write(one, 'b', 2)
  await write(one, 'a', 3)
  expect(told((await other.news(1)).news).sort()).toEqual([
    ['a', null, [[3]], 3],
    ['b', null, [[2]], 2],
  ])
  await one.compact('a', { last: 3, generation: '' }, Uint8Array.of(7))
  await write(one, 'a', 4)
  expect(told((await other.news(2)).news)).toEqual([['a', [7], [[4]], 4]])
  expect(await other.news(4)).toEqual({ last: 4, news: [] })
})

test('J19, J22: a packing is news, though nothing was written', async () => {
  await write(one, 'a', 1)
  const { last } = await other.news(0)
  await one.pack('a', { last: 1, generation: '' }, { generation: 'g', state: Uint8Array.of(9) })
  const { news } = await other.news(last)
  expect(news).toMatchObject([{ document: 'a', generation: 'g', last: 1 }])
  expect((await other.news((await other.news(last)).last)).news).toEqual([])
})

test('J15: spoilt bytes of one document are told of it alone', async () => {
  await write(one, 'a', 1)
  await write(one, 'b', 2)
  await server.tamper(url, `UPDATE journal SET "update" = '\\x0808' WHERE document = 'a'`)
  const { news } = await other.news(0)
  expect(news.map(({ document, isDamaged }) => [document, isDamaged]).sort()).toEqual([
    ['a', true],
    ['b', false],
  ])
})

test('J22: who has joined is told when another writes, and not of what it wrote itself', async () => {
  let [ofOne, ofOther] = [0, 0]
  const leave = await Promise.all([
    one.join(member({ told: () => ofOne++ })),
    other.join(member({ told: () => ofOther++ })),
  ])
  const [before, beforeOther] = [ofOne, ofOther]
  await write(one, 'a', 1)
  await expect.poll(() => ofOther, { timeout: 1500 }).toBeGreaterThan(beforeOther)
  expect(ofOne).toBe(before)
  await Promise.all(leave.map((go) => go()))
})

test('J23: one is the keeper; when it leaves or loses its line, the other is', async () => {
  const log: string[] = []
  const named = (name: string) =>
    member({
      keeps: async () => void log.push(`${name} keeps`),
      keepsNoMore: async () => void log.push(`${name} no more`),
    })
  const leaveOne = await one.join(named('one'))
  const leaveOther = await other.join(named('other'))
  expect(log).toEqual(['one keeps'])
  await leaveOne()
  await expect.poll(() => log).toEqual(['one keeps', 'one no more', 'other keeps'])
  await server.tamper(url, `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'`)
  await expect.poll(() => log.slice(3)).toEqual(['other no more', 'other keeps'])
  await leaveOther()
})

test('J25: a turn whose connection breaks writes nothing, or is news of the next; storage goes on by itself', async () => {
  const broken = one.turn(0, async ({ append }) => {
    await append({ rows: [row('a', 1)], numbers: [] }, NONE)
    await server.tamper(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state LIKE 'idle in%'`)
  })
  await expect(broken).rejects.toThrow()
  expect(await write(one, 'a', 2)).toEqual([1])
  await server.restart()
  expect(await write(one, 'a', 3)).toEqual([2])
})

test('J25: while the database is gone everything fails, and nothing ends the process', async () => {
  let isKeeper = false
  const leave = await one.join(
    member({
      keeps: async () => {
        isKeeper = true
      },
      keepsNoMore: async () => {
        isKeeper = false
      },
    }),
  )
  await server.kill()
  await expect(write(one, 'a', 1)).rejects.toThrow()
  await expect.poll(() => isKeeper).toBe(false)
  await server.restart()
  await expect.poll(() => isKeeper).toBe(true)
  expect(await write(one, 'a', 1)).toEqual([1])
  await leave()
})
