import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Feed } from '../../../sync-server/effects/feed.ts'
import { STORAGE_FILE } from '../../../sync-server/storage/sqlite/database.ts'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'
import type { JournalRow, Storage } from '../../../sync-server/storage/storage.ts'

const PER_UPDATE = 4
const AT_ONCE = 500

/** How long each page took, ms, and how many rows came. */
export interface Walk {
  readonly pages: readonly number[]
  readonly rows: number
}

/** Journals so many rows of the trail, four in each update. */
export async function fill(folder: string, rows: number): Promise<void> {
  const storage = await openStorage(folder)
  const updates = Array.from({ length: rows / PER_UPDATE }, (_, i) => update(storage, i))
  for (let i = 0; i < updates.length; i += AT_ONCE)
    await storage.append({ rows: updates.slice(i, i + AT_ONCE), numbers: [] }, () => [])
  await storage.close()
}

/** The feed from its beginning to its end. */
export async function walkFeed(folder: string, limit: number): Promise<Walk> {
  const storage = await openStorage(folder)
  const feed = new Feed(storage)
  const [pages, here]: [number[], AbortSignal] = [[], new AbortController().signal]
  let [last, rows] = [0, 0]
  for (;;) {
    const began = performance.now()
    const page = await feed.page({ after: last, limit, collections: [] }, 0, here)
    if (page.rows.length === 0) break
    JSON.stringify(page)
    pages.push(performance.now() - began)
    rows += page.rows.length
    last = page.last
  }
  await storage.close()
  return { pages, rows }
}

/** The same rows by the bare statement, made into the same JSON. */
export function walkTable(folder: string, limit: number): Walk {
  const database = new Database(join(folder, STORAGE_FILE), { readonly: true })
  const page = database.prepare<[number, number], { rowid: number; value: string }>(
    'SELECT rowid, * FROM audit WHERE rowid > ? ORDER BY rowid LIMIT ?',
  )
  const pages: number[] = []
  let [last, rows] = [0, 0]
  for (;;) {
    const began = performance.now()
    const found = page.all(last, limit)
    if (found.length === 0) break
    JSON.stringify(found.map((row) => ({ ...row, value: JSON.parse(row.value) as unknown })))
    pages.push(performance.now() - began)
    rows += found.length
    last = found.at(-1)?.rowid ?? last
  }
  database.close()
  return { pages, rows }
}

function update({ company }: Storage, i: number): JournalRow {
  const audit = Array.from({ length: PER_UPDATE }, (_, field) => ({
    collection: 'orders',
    record: `order-${i}`,
    path: `field${field}`,
    stamp: `${i}`.padStart(12, '0'),
    value: JSON.stringify(`what somebody wrote into field ${field} of order ${i}`),
  }))
  const document = `${company}/orders/common/2026Q1`
  return { document, user: 'anna', replica: 'AAAA', at: i, update: Uint8Array.of(0, 0), audit }
}
