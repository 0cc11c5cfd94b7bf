import { type CollectionName, REMOVABLE, type Removable } from '../../../../shared/collections.ts'
import { devices } from '../../../../shared/company/collections.ts'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { createTexts, holderOf } from '../../../../shared/search/searched.ts'
import type { Directory } from '../directory.ts'
import type { Removed, TrashAnswer, TrashQuery } from '../query.ts'

/** Collections whose changes «Корзина» may show. */
export const SHOWN_IN_TRASH: readonly CollectionName[] = [...REMOVABLE, 'devices']

/** Records that were removed and not restored, the last removed first. */
export function trash(directory: Directory, { collection, search, from, to }: TrashQuery): TrashAnswer {
  const all = REMOVABLE.flatMap((name) => removedOf(directory, name))
  const hasAll = holderOf(search)
  const found = all
    .filter((one) => (collection === null || one.collection === collection) && hasAll(textOf(one)))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
  return { what: 'trash', count: found.length, counts: countsOf(all), from, rows: found.slice(from, to) }
}

function removedOf(directory: Directory, collection: Removable): Removed[] {
  const removed: Removed[] = []
  for (const { id, goneAt, goneBy, newer } of directory.rows(collection).gone()) {
    const item = directory.item(collection, id)
    if (!item || goneAt === null || goneBy === null) continue
    const by = nameOfHolder(directory, goneBy)
    removed.push({ id: `${collection}/${id}`, collection, item, at: goneAt, by, newer })
  }
  return removed
}

/** The person who holds the device; the device's own name where nobody does, as of the command line. */
function nameOfHolder(directory: Directory, replica: string): string | null {
  return directory.name('people', directory.holderOf(replica)) ?? directory.typed(devices, replica)?.label ?? null
}

/** What is searched: the record, and who removed it. */
function textOf({ collection, item, by }: Removed): string {
  return `${createTexts(collection)(item)} ${folded(by ?? '')}`
}

function countsOf(removed: readonly Removed[]): TrashAnswer['counts'] {
  const counts: { [C in Removable]?: number } = {}
  for (const { collection } of removed) counts[collection] = (counts[collection] ?? 0) + 1
  return counts
}
