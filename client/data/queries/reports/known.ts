import type { CollectionName } from '../../../../shared/collections.ts'
import { products } from '../../../../shared/goods/collections.ts'
import { statesOf } from '../../../../shared/orders/moves/moves.ts'
import { NAMED_BY } from '../../../../shared/reports/named-by.ts'
import type { Known } from '../../../../shared/reports/sources/known.ts'
import { segmentsByCustomer } from '../../../../shared/segments/members/segments-by-customer.ts'
import { localAt } from '../../../../shared/time/days.ts'
import type { Directory } from '../directory.ts'
import { dayIn } from '../lists/days.ts'

/** Settings by which facts are made: sums in the company's currency, days in its zone. */
export const MADE_BY: readonly CollectionName[] = ['company', 'currencies']

/** What reports ask of records, by the directory as it stands. */
export function knownTo(directory: Directory, lastDays: Known['lastDays']): Known {
  const { zone } = directory.around()
  return {
    exchange: () => directory.exchange(),
    dayOf: dayIn(zone),
    hourOf: (at) => localAt(at, zone).hour,
    customer: (id) => directory.customer(id) ?? id,
    segments: () => {
      const { segments } = directory
      const byCustomer = segmentsByCustomer(Array.from(segments.ids(), (id) => [id, segments.members(id)] as const))
      return (customer) => byCustomer.get(customer) ?? []
    },
    product: (id) => directory.typed(products, id),
    daysIn: (state) => directory.days(state),
    firstState: (kind) => statesOf(directory.kind(kind) ?? { states: [] })[0] ?? null,
    lastDays,
    name: (dimension, key) => nameOf(directory, NAMED_BY[dimension], key),
  }
}

function nameOf(directory: Directory, collection: CollectionName | undefined, key: string): string | null {
  if (!collection) return null
  return collection === 'orders' ? directory.called(collection, key) : directory.name(collection, key)
}
