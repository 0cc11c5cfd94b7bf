import type { Columns } from '../../../shared/columns/columns.ts'
import { keptOf, readKept } from '../../../shared/columns/kept.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { type Database, type Disk, DiskRefusal, type Step } from '../disk/disk.ts'

/** The store of a document's database that its columns stand in, under one key. */
export const COLUMNS = 'columns'
const KEY = 'columns'

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
export async function columnsIn(place: ColumnsPlace, collections: readonly Collection[]): Promise<Columns | null> {
  try {
    const database = await place.disk.open(place.name, [place.updates, COLUMNS], () => {})
    try {
      return await readFrom(database, place, collections)
    } finally {
      database.close()
    }
  } catch (error) {
    if (!(error instanceof DiskRefusal)) throw error
    return null
  }
}

async function readFrom(database: Database, place: ColumnsPlace, collections: readonly Collection[]) {
  const [upTo, rows] = await Promise.all([database.last(place.updates), database.all(COLUMNS)])
  if (typeof upTo !== 'number' || !rows.has(KEY)) return null
  const columns = readKept(rows.get(KEY), { by: place.build, upTo }, collections)
  // biome-ignore lint/suspicious/noConsole: a device has no other log than its browser's.
  if (columns === 'spoiled') console.warn(`The columns of ${place.name} are spoiled: they are made anew.`)
  return typeof columns === 'string' ? null : columns
}
