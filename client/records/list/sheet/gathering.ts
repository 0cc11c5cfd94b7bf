import { shownPart } from '../../../../shared/lists/view.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { useData } from '../../../data/page/solid.tsx'
import { type Item, isHead } from '../../../data/queries/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { Listing } from '../listing.ts'
import { createFieldLabel } from '../table/field-label.ts'
import type { SheetForm } from './making/make.ts'
import { openMaker } from './making/maker.ts'
import { createSheetValues } from './values.ts'

/** So many records are fetched and written as cells at a time: a moment each, so that the page stays lively. */
const PART = 250

/**
 * Gathers records of a list as a table, part by part, and makes that into the forms that are asked for, until it is stopped:
 * how many rows it has, and a blob for each form. `ids` null takes all that the list has.
 */
export function createGathering<R extends { readonly id: string }>(listing: Listing<R>, title: () => string) {
  const { definition, state } = listing
  const { language } = useWords()
  const labelOf = createFieldLabel(() => definition.collection)
  const cellOf = createSheetValues(definition.collection)
  const { inOrder, itemsOf } = createRecords(listing)
  return async (ids: readonly string[] | null, forms: readonly SheetForm[], { onProgress, signal }: UnderWay) => {
    const fields = shownPart(state.view(), definition.collection).columns.map(({ field }) => field)
    const maker = openMaker(fields.map(labelOf), signal)
    try {
      const ordered = await inOrder(ids)
      let count = 0
      for (let from = 0; from < ordered.length; from += PART) {
        onProgress({ done: from, total: ordered.length, way: 'forth' })
        const items = await itemsOf(ordered.slice(from, from + PART))
        signal.throwIfAborted()
        maker.add(items.map((item) => fields.map((field) => cellOf(item, field))))
        count += items.length
      }
      onProgress({ done: ordered.length, total: ordered.length, way: 'forth' })
      const how = { language: language(), name: title() }
      return { count, blobs: await Promise.all(forms.map((form) => maker.make({ ...how, form }))) }
    } finally {
      maker.end()
    }
  }
}

/** The records of a list as the worker has them. */
function createRecords<R extends { readonly id: string }>({ query }: Listing<R>) {
  const data = useData()
  return {
    /** All of the list's ids, in its order; of those that are chosen, such as have left the list come last. */
    inOrder: async (ids: readonly string[] | null) => {
      const all = (await data.once({ what: 'ids', list: query(0, 0), between: null })).ids
      if (ids === null) return all
      const chosen = new Set(ids)
      const here = all.filter((id) => chosen.delete(id))
      return [...here, ...chosen]
    },
    /** The records of a part, in their order. */
    itemsOf: async (ids: readonly string[]) => {
      const some = { ...query(0, ids.length), filter: [], search: '', group: [], ids }
      const rows = (await data.once(some)).rows.flatMap((row) => (isHead(row) ? [] : [[row.id, row] as const]))
      const byId = new Map<string, Item>(rows)
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
  }
}
