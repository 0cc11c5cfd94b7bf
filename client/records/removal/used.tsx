import { Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import type { PluralPath } from '../../../shared/locales/index.ts'
import type { DataClient } from '../../data/page/client.ts'
import { createQuery } from '../../data/page/solid.tsx'
import type { Use, UsesQuery } from '../../data/queries/uses/query.ts'
import { useWords } from '../../ui/words/words.tsx'

/** Records that are to be removed. */
export interface Removed {
  readonly collection: CollectionName
  readonly ids: readonly string[]
}

/** Lists whose records are chosen in others: where they stand is told before they are removed. */
const CHOSEN_FROM: readonly CollectionName[] = [
  'sources',
  'projects',
  'units',
  'currencies',
  'priceTypes',
  'organisations',
  'departments',
  'people',
  'reasons',
  'productGroups',
  'kinds',
]

/** Whether any record has one of these, as of now; nothing is asked for lists that none chooses from. */
export async function areUsed(data: DataClient, removed: Removed): Promise<boolean> {
  return CHOSEN_FROM.includes(removed.collection) && (await data.once(queryOf(removed))).uses.length > 0
}

/** In how many records these stand, and what becomes of them; nothing where they stand in none. */
export function Used(props: { readonly removed: Removed }) {
  const { t } = useWords()
  const standsIn = useStandsIn()
  const isAsked = () => CHOSEN_FROM.includes(props.removed.collection)
  const answer = createQuery(() => (isAsked() ? queryOf(props.removed) : null))
  return (
    <Show when={answer()?.uses.length}>
      <p>
        <strong>{standsIn(answer()?.uses ?? [])}</strong>
      </p>
      <p>{t('settings.uses.become')}</p>
    </Show>
  )
}

/** Says where something stands: «Стоит в 12 заказах и 3 покупателях.» */
export function useStandsIn(): (uses: readonly Use[]) => string {
  const { t, language } = useWords()
  return (uses) => {
    const counts = uses.map(({ collection, count }) => t(countPath(collection), { n: count }))
    return t('settings.uses.stands', { where: new Intl.ListFormat(language()).format(counts) })
  }
}

function queryOf(removed: Removed): UsesQuery {
  return { what: 'uses', collection: removed.collection, ids: removed.ids }
}

/** Collections that records of other lists stand in; of any other it is said that they are records. */
const NAMED = [
  'orders',
  'customers',
  'products',
  'invoices',
  'orderTemplates',
  'projects',
  'people',
  'priceTypes',
  'productGroups',
] as const

/** How many records of a collection: «12 заказах». */
function countPath(collection: CollectionName): PluralPath {
  const named = NAMED.find((one) => one === collection)
  return `settings.uses.in.${named ?? 'other'}`
}
