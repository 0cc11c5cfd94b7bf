import type { Columns } from '../../../shared/columns/columns.ts'
import type { Made } from '../../../shared/columns/kept.ts'
import { type Kept, keptOf, readKept } from '../../../shared/columns/kept.ts'
import type { Parcel } from '../../../shared/columns/parcel.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { IndexParts } from '../../../shared/search/index/block.ts'
import type { Shelved } from '../../../shared/search/index/document.ts'
import { type KeptIndex, readKeptIndex } from '../../../shared/search/index/kept.ts'
import { type Database, type Disk, DiskRefusal, type Step } from '../disk/disk.ts'

/** The store of a document's database that its columns stand in, under one key. */
export const COLUMNS = 'columns'
const KEY = 'columns'
/** Beside them the index of its words (shared/search/index/SPEC). */
const INDEX = 'index'

/** Where a document's columns stand, beside its updates. */
export interface ColumnsPlace {
  readonly disk: Disk
  /** The document's database, and its store of updates. */
  readonly name: string
  readonly updates: string
  /** The build that runs. */
  readonly build: string
}

/**
 * The steps that put columns down. They are made when it is known which update is the last: with one that comes meanwhile
 * they are void, never short of one.
 */
export async function stepsFor(
  make: () => Columns,
  { updates, build }: Pick<ColumnsPlace, 'updates' | 'build'>,
  database: Database,
): Promise<readonly Step[]> {
  const upTo = await database.last(updates)
  if (typeof upTo !== 'number') return [{ empty: COLUMNS }]
  return [{ store: COLUMNS, key: KEY, put: keptOf(make(), { by: build, upTo }) }]
}

/** The columns of a document that is not open; null where none are kept that hold, or the disk gives nothing (SPEC C3, C4). */
export function columnsIn(place: ColumnsPlace, collections: readonly Collection[]): Promise<Columns | null> {
  return inDatabase(place, (database) => readFrom(database, place, collections))
}

/**
 * Puts down a document that came whole, with its columns (SPEC C10). Null: nothing of it is to be relied on, since the
 * store had some of the document already, or the disk refused.
 */
export function putWhole(place: ColumnsPlace, parcel: Parcel, collections: readonly Collection[]) {
  return inDatabase(place, async (database): Promise<Columns | null> => {
    if ((await database.last(place.updates)) !== null) return null
    await database.write([{ store: place.updates, add: parcel.state }])
    const upTo = await database.last(place.updates)
    if (typeof upTo !== 'number') return null
    const { block, sum } = parcel
    const kept: Kept = { by: place.build, upTo, block, sum }
    const columns = readKept(kept, kept, collections)
    if (typeof columns === 'string') return null
    await database.write([{ store: COLUMNS, key: KEY, put: kept }])
    return columns
  })
}

/** The index that was kept of a document by whoever `by` names; null where none is that holds, or the disk gives nothing. */
export function indexIn(place: ColumnsPlace, by: string, shelved: readonly Shelved[]): Promise<IndexParts | null> {
  return inDatabase(place, async (database) => {
    const [upTo, row] = await Promise.all([database.last(place.updates), database.get(COLUMNS, INDEX)])
    return typeof upTo === 'number' ? readKeptIndex(row, { by, upTo }, shelved) : null
  })
}

/** Puts an index down; `make` gives null where the document is not as it was when the index was begun. */
export async function putIndex(place: ColumnsPlace, by: string, make: (made: Made) => KeptIndex | null): Promise<void> {
  await inDatabase(place, async (database) => {
    const upTo = await database.last(place.updates)
    const put = typeof upTo === 'number' ? make({ by, upTo }) : null
    if (put) await database.write([{ store: COLUMNS, key: INDEX, put }])
  })
}

/** Whether the document's database has no update of it; null where the disk refuses. */
export function isBare(place: ColumnsPlace): Promise<boolean | null> {
  return inDatabase(place, async (database) => (await database.last(place.updates)) === null)
}

/** Null also where the disk refuses. */
async function inDatabase<T>(place: ColumnsPlace, work: (database: Database) => Promise<T>): Promise<T | null> {
  try {
    const database = await place.disk.open(place.name, [place.updates, COLUMNS], () => {})
    try {
      return await work(database)
    } finally {
      database.close()
    }
  } catch (error) {
    if (!(error instanceof DiskRefusal)) throw error
    return null
  }
}

async function readFrom(database: Database, place: ColumnsPlace, collections: readonly Collection[]) {
  const [upTo, row] = await Promise.all([database.last(place.updates), database.get(COLUMNS, KEY)])
  if (typeof upTo !== 'number' || row === undefined) return null
  const columns = readKept(row, { by: place.build, upTo }, collections)
  // biome-ignore lint/suspicious/noConsole: a device has no other log than its browser's.
  if (columns === 'spoiled') console.warn(`The columns of ${place.name} are spoiled: they are made anew.`)
  return typeof columns === 'string' ? null : columns
}
