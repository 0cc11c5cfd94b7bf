import { Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import type { DataClient } from '../../data/page/client.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { ListQuery } from '../../data/queries/query.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What orders may stand in: kinds, states wherever they are, a state of one kind. */
export interface Place {
  readonly what: 'kinds' | 'states' | 'taken'
  /** Kinds or states, by `what`. */
  readonly ids: readonly string[]
  /** The kind that a state is taken out of. */
  readonly kind?: string
}

/** The records of a collection as a place; null where orders stand in none of its records. */
export function placeOf(collection: CollectionName, ids: readonly string[]): Place | null {
  return collection === 'kinds' || collection === 'states' ? { what: collection, ids } : null
}

/** Whether any order stands in a place, as of now. */
export async function hasOrders(data: DataClient, place: Place): Promise<boolean> {
  return (await data.once(countIn(filterOf(place)))).count > 0
}

/** How many orders stand in a place that is to be removed, and what becomes of them; nothing where none do. */
export function Standing(props: { readonly place: Place }) {
  const { t } = useWords()
  const counted = (completed: boolean) =>
    createQuery(() => countIn([...filterOf(props.place), { field: 'completed', is: 'equal', values: [completed] }]))
  const [open, closed] = [counted(false), counted(true)]
  const counts = () => ({ open: open()?.count ?? 0, closed: closed()?.count ?? 0 })
  return (
    <Show when={counts().open + counts().closed > 0}>
      <p>
        <strong>{t('settings.standing.count', counts())}</strong>
      </p>
      <p>{t(`settings.standing.become.${props.place.what}`)}</p>
    </Show>
  )
}

function filterOf({ what, ids, kind }: Place): Filter {
  const rows: Filter = [{ field: what === 'kinds' ? 'kind' : 'state', is: 'in', values: ids }]
  return kind === undefined ? rows : [...rows, { field: 'kind', is: 'equal', values: [kind] }]
}

function countIn(filter: Filter): ListQuery {
  return { what: 'list', collection: 'orders', filter, search: '', sort: [], group: [], from: 0, to: 0 }
}
