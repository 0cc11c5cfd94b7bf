import { useNavigate } from '@solidjs/router'
import ListFilter from 'lucide-solid/icons/list-filter'
import type { Accessor } from 'solid-js'
import { isOfferedAt } from '../../shared/features/places.ts'
import { SORTS } from '../../shared/orders/collections.ts'
import type { FoundIn } from '../../shared/search/index/fields.ts'
import { type FindAnswer, type Hit, MOST_ALONE } from '../data/queries/finding/query.ts'
import { listsOf } from '../records/address.ts'
import { addressOfFound } from '../records/list/address.ts'
import { manyLabel } from '../records/words/labels.ts'
import type { FinderRow } from '../ui/overlays/finder/finding.ts'
import { useWords } from '../ui/words/words.tsx'
import type { RankedGroup } from './offer-groups.ts'
import { createRows } from './record-row.ts'

/** So many records of those that were open lately are offered while nothing is typed. */
const MOST_OPENED = 6

/** The records that were found, a group for each collection; with nothing typed those that were open lately. */
export function createRecordGroups(
  answer: Accessor<FindAnswer | undefined>,
  onKind: (kind: FoundIn) => void,
): Accessor<readonly RankedGroup[]> {
  const { t } = useWords()
  const rowsOf = createRows()
  const more = createMore(onKind)
  const groupOf = (collection: FoundIn, hits: readonly Hit[], found: FindAnswer): RankedGroup => ({
    heading: t(manyLabel(collection)),
    rows: [...hits.flatMap((hit) => rowsOf(hit, found.text)), ...more(collection, hits.length, found)],
    rank: hits[0]?.rank ?? 0,
  })
  return () => {
    const found = answer()
    if (!found || found.hits.length === 0) return []
    if (found.text.trim() === '') {
      const opened = found.hits.flatMap((hit) => rowsOf(hit, '')).slice(0, MOST_OPENED)
      return opened.length > 0 ? [{ heading: t('palette.opened'), rows: opened, rank: 1 }] : []
    }
    const groups = Map.groupBy(found.hits, (hit) => hit.collection)
    return [...groups].map(([collection, hits]) => groupOf(collection, hits, found))
  }
}

/** What leads to the rest of a group: to its list with the same search, or to more of it here. */
function createMore(onKind: (kind: FoundIn) => void) {
  const { t } = useWords()
  const navigate = useNavigate()
  return (collection: FoundIn, shown: number, { counts, kinds, text, person }: FindAnswer): FinderRow[] => {
    const n = counts[collection] ?? 0
    const lists = listsOf(collection).filter((_, at) => isOfferedAt('sorts', sortAt(collection, at) ?? ''))
    const listed = (path: string, label: string): FinderRow => ({
      ...{ id: `all.${path}`, label, icon: ListFilter, leads: true },
      run: () => navigate(addressOfFound(path, { text, person })),
    })
    if (n <= shown) return []
    if (kinds !== null) {
      return lists.map((path) => listed(path, t('palette.inList', { name: nameOfList(path) })))
    }
    const [path] = lists
    if (path !== undefined && lists.length === 1) return [listed(path, t('palette.all', { n }))]
    const label =
      n > MOST_ALONE && path === undefined ? t('palette.best', { shown: MOST_ALONE, n }) : t('palette.all', { n })
    return [{ id: `all.${collection}`, label, icon: ListFilter, stays: true, run: () => onKind(collection) }]

    function nameOfList(path: string): string {
      const sort = sortAt(collection, listsOf(collection).indexOf(path))
      return sort ? t(`orders.titles.${sort}`) : t(manyLabel(collection))
    }
  }
}

/** The sort of orders that one of a collection's lists shows. */
function sortAt(collection: FoundIn, at: number) {
  return collection === 'orders' ? SORTS[at] : undefined
}
