import { Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { everyCustomField } from '../../../shared/custom/known.ts'
import type { Filter } from '../../../shared/filters/filter.ts'
import type { DataClient } from '../../data/page/client.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { ListQuery } from '../../data/queries/query.ts'
import { useWords } from '../../ui/words/words.tsx'

/** What records may stand in: orders in kinds, states wherever they are, a state of one kind; any in a field of their own. */
export interface Place {
  readonly what: 'kinds' | 'states' | 'taken' | 'fields'
  /** Kinds, states or fields, by `what`. */
  readonly ids: readonly string[]
  /** The collection whose records are meant; orders where it is left out. */
  readonly in?: CollectionName
  /** The kind that a state is taken out of. */
  readonly kind?: string
}

/** The records of a collection as a place; null where orders stand in none of its records. */
export function placeOf(collection: CollectionName, ids: readonly string[]): Place | null {
  if (collection === 'customFields') return fieldPlace(ids)
  return collection === 'kinds' || collection === 'states' ? { what: collection, ids } : null
}

function fieldPlace(ids: readonly string[]): Place | null {
  const field = everyCustomField().find(({ name }) => ids.includes(name))
  return field ? { what: 'fields', ids, in: field.of } : null
}

/** Whether any record stands in a place, as of now. */
export async function hasOrders(data: DataClient, place: Place): Promise<boolean> {
  return (await data.once(countIn(place))).count > 0
}

/** How many records stand in a place that is to be removed, and what becomes of them; nothing where none do. */
export function Standing(props: { readonly place: Place }) {
  return (
    <Show when={props.place.what === 'fields'} fallback={<StandingOrders {...props} />}>
      <Held {...props} />
    </Show>
  )
}

function Held(props: { readonly place: Place }) {
  const { t } = useWords()
  const held = createQuery(() => countIn(props.place))
  return (
    <>
      <p>
        <strong>{t('customFields.held', { n: held()?.count ?? 0 })}</strong>
      </p>
      <p>{t('settings.standing.become.fields')}</p>
    </>
  )
}

function StandingOrders(props: { readonly place: Place }) {
  const { t } = useWords()
  const counted = (completed: boolean) =>
    createQuery(() => countIn(props.place, [{ field: 'completed', is: 'equal', values: [completed] }]))
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
  if (what === 'fields') return ids.map(heldIn)
  const rows: Filter = [{ field: what === 'kinds' ? 'kind' : 'state', is: 'in', values: ids }]
  return kind === undefined ? rows : [...rows, { field: 'kind', is: 'equal', values: [kind] }]
}

/** A yes or no is held where it is a yes. */
function heldIn(field: string): Filter[number] {
  const isFlag = everyCustomField().some(({ name, type }) => name === field && type === 'yesNo')
  return isFlag ? { field, is: 'equal', values: [true] } : { field, is: 'filled', values: [] }
}

function countIn(place: Place, more: Filter = []): ListQuery {
  const filter = [...filterOf(place), ...more]
  return { what: 'list', collection: place.in ?? 'orders', filter, search: '', sort: [], group: [], from: 0, to: 0 }
}
