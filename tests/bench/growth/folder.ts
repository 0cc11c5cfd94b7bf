import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Y from 'yjs'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { shelfId, shelves } from '../../../shared/documents/shelves.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { markGeneration } from '../../../shared/records/packing/generation.ts'
import { openStorage } from '../../../sync-server/storage/sqlite/open.ts'
import type { Batch, JournalRow, NumberWish, Storage } from '../../../sync-server/storage/storage.ts'
import { startServer } from '../../support/server.ts'
import { keptFolder } from '../support/kept.ts'
import { LocalCompany } from '../support/local-company.ts'
import { derived, makeSources, packedOf } from './orders.ts'
import { numbersOf, rowsOf, rowsOfPacked, stateOf } from './rows.ts'
import { foundAt } from './visitor.ts'

/** A data folder of so many orders, and how they stand in it. */
export interface Size {
  readonly orders: number
  readonly quarters: number
  readonly form: 'written' | 'packed'
  /** The trail's words are known to searches. */
  readonly isIndexed?: boolean
}

/** Orders in a source quarter; where a quarter has more, it is made of several of those. */
const PER_SOURCE = 5000
/** So many rows go into one transaction. */
const AT_ONCE = 2000
/** The last quarter, and how many months one has. */
const LAST = [2026, 9] as const
const MONTHS = 3

/** The quarters' names without the company, the last one behind all others. */
export function quartersOf({ quarters }: Size): string[] {
  return Array.from({ length: quarters }, (_, i) => `orders/common/${quarterOf(beginOf(quarters, i))}`)
}

function beginOf(quarters: number, i: number): number {
  return Date.UTC(LAST[0], LAST[1] - MONTHS * (quarters - 1 - i))
}

/** Gives a copy of the folder, made at the first time, and removes it after use. */
export async function inCopy<T>(size: Size, use: (data: string) => Promise<T>): Promise<T> {
  const made = await keptFolder(
    `folder-${size.orders}-${size.form}${size.isIndexed ? '-indexed' : ''}`,
    MAKERS,
    (folder) => make(folder, size),
  )
  const folder = await mkdtemp(join(tmpdir(), 'voronka-bench-'))
  try {
    const data = join(folder, 'data')
    await cp(made, data, { recursive: true })
    return await use(data)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const MAKERS = ['tests/bench/growth/{folder,orders,rows}.ts', 'sync-server/storage/**/!(*.test).ts']

async function make(folder: string, size: Size): Promise<void> {
  await mkdir(folder, { recursive: true })
  await onServer(folder, (url) => foundAt(url))
  const storage = await openStorage(folder)
  await fill(storage, size)
  await storage.close()
  // The shelves of what the founding wrote are put right by a start.
  await onServer(folder, async () => undefined)
}

async function onServer(data: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = await startServer({ data, args: ['--host', '127.0.0.1'] })
  await use(server.url)
  await server.stop()
}

async function fill(storage: Storage, size: Size): Promise<void> {
  const perSource = Math.min(PER_SOURCE, size.orders / size.quarters)
  const sources = makeSources(perSource)
  const clock = new Clock('server', Date.now)
  for (const [rest, doc] of [['setup', sources.setup] as const, ['customers/common', sources.customers] as const]) {
    const document = `${storage.company}/${rest}`
    await put(storage, document, rowsOf(document, rest.split('/')[0] ?? '', doc), doc)
  }
  const asStored = (doc: Y.Doc) => (size.form === 'packed' ? packedOf(doc, 'bench') : doc)
  const [old, late] = [asStored(sources.old), asStored(sources.late)]
  const names = quartersOf(size)
  for (const [i, rest] of names.entries()) {
    const began = beginOf(size.quarters, i)
    const doc = derived(i === names.length - 1 ? late : old, began, size.orders / size.quarters / perSource)
    await putQuarter(storage, `${storage.company}/${rest}`, doc, size.form, { began, generation: clock.tick() })
  }
  await shelve(storage, `${storage.company}/${names.at(-1)}`, size.orders / size.quarters / 2)
  if (size.isIndexed) while (await storage.indexTrail(AT_ONCE));
}

/** As it is when devices have brought it, and a snapshot was made, or the next generation. */
async function putQuarter(
  storage: Storage,
  document: string,
  doc: Y.Doc,
  form: Size['form'],
  { began, generation }: { readonly began: number; readonly generation: string },
): Promise<void> {
  const rows = form === 'packed' ? rowsOfPacked(document, doc) : rowsOf(document, 'orders', doc)
  if (form === 'packed') markGeneration(doc, generation)
  await put(storage, document, rows, doc, numbersOf(rows, new Date(began).getUTCFullYear()))
  const stored = await storage.load(document)
  if (form === 'packed') await storage.pack(document, stored, { generation, state: stateOf(doc) })
  else await storage.compact(document, stored, stateOf(doc))
}

async function put(
  storage: Storage,
  document: string,
  rows: readonly JournalRow[],
  doc: Y.Doc,
  numbers: readonly NumberWish[] = [],
): Promise<void> {
  for (let at = 0; at < Math.max(rows.length, numbers.length); at += AT_ONCE)
    await append(storage, { rows: rows.slice(at, at + AT_ONCE), numbers: numbers.slice(at, at + AT_ONCE) })
  await append(storage, {
    rows: [{ ...WRITER, document, at: Date.now(), update: stateOf(doc), audit: [] }],
    numbers: [],
  })
}

const WRITER = { user: 'bench', replica: 'bench' } as const

function append(storage: Storage, batch: Batch): Promise<unknown> {
  return storage.append(batch, () => [])
}

/** The shelves, so that a start has nothing to make up for. */
async function shelve(storage: Storage, current: string, open: number): Promise<void> {
  const company = new LocalCompany(storage.company)
  const server = company.replica('server', Date.now, true)
  for (const { document, last: journal } of await storage.documents()) {
    if (!document.includes('/orders/')) continue
    const shelf = { document, journal, open: document === current ? open : 0, changedAt: Date.now() }
    server.act((tx) => tx.create(shelves, shelfId(document), shelf))
  }
  const document = `${storage.company}/shelves`
  const update = stateOf(company.document(document).doc)
  await append(storage, { rows: [{ ...WRITER, document, at: Date.now(), update, audit: [] }], numbers: [] })
}
