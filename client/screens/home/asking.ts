import { type Accessor, createMemo } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import { writeFilter } from '../../../shared/filters/text.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { ListQuery, SortBy } from '../../data/queries/query.ts'
import { EVERYTHING } from '../../records/list/scopes.ts'

/** Records that a figure of the page counts. */
export interface Counted {
  readonly collection: CollectionName
  readonly filter: Filter
  readonly sort?: readonly SortBy[]
  /** So many rows are wanted beside the count; one, if none is said. */
  readonly rows?: number
  /** By what they are put together, the groups being closed. */
  readonly group?: string
}

/** The live count, sums and first rows of records; undefined until they are here. */
export function createCounted(asked: Accessor<Counted | null>) {
  const query = createMemo(
    (): ListQuery | null => {
      const counted = asked()
      if (!counted) return null
      const { collection, filter, sort = [], rows = 1, group } = counted
      return {
        what: 'list',
        collection,
        filter,
        search: '',
        sort,
        group: group === undefined ? [] : [group],
        ...(group === undefined ? {} : { closed: { all: true, except: [] } }),
        from: 0,
        to: rows,
      }
    },
    null,
    SAME,
  )
  return createQuery(query)
}

/** What reads the same asks the same. */
const SAME = { equals: (before: unknown, now: unknown) => JSON.stringify(before) === JSON.stringify(now) }

/** The address of a list that shows exactly these records. */
export function listOf(path: string, filter: Filter): string {
  return `${path}?${new URLSearchParams({ scope: EVERYTHING.id, filter: writeFilter(filter) })}`
}
