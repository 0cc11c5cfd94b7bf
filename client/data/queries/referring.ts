import type { CollectionName } from '../../../shared/collections.ts'
import type { FunnelBundle } from '../../../shared/funnel/index.ts'
import { ByReference } from './by-reference.ts'
import type { StandingRecords } from './standing-records.ts'

/** By which field records of a collection are found from what they name. */
const FOUND_BY = {
  orders: 'customer',
  invoices: 'customer',
  comments: 'about',
  planRows: 'plan',
  messages: 'answers',
} as const satisfies {
  readonly [C in CollectionName]?: string
}
type Found = keyof typeof FOUND_BY

/** Records by what they name, as it is written there, for collections that are asked so. */
export class Referring {
  readonly #found: Readonly<Record<Found, ByReference>>

  constructor(records: Pick<StandingRecords, 'row'>) {
    const by = (collection: Found) =>
      new ByReference((id) => {
        const to = records.row(collection, id)?.[FOUND_BY[collection]]
        return typeof to === 'string' ? to : null
      })
    this.#found = {
      orders: by('orders'),
      invoices: by('invoices'),
      comments: by('comments'),
      planRows: by('planRows'),
      messages: by('messages'),
    }
  }

  /** A record has changed, come or gone. */
  note(collection: CollectionName, id: string): void {
    this.#of(collection)?.note(id)
  }

  /** Records stand from columns of their document; `funnel` tells of orders whose they are. */
  stand(collection: CollectionName, ids: readonly string[], funnel: FunnelBundle | null): void {
    if (collection === 'orders') {
      if (funnel) this.#found.orders.stand(ids, funnel)
    } else for (const id of ids) this.note(collection, id)
  }

  /** Ids of a collection's records that name any of these, one after the other. */
  to(collection: Found, named: readonly string[]): string[] {
    return named.flatMap((id) => [...this.#found[collection].of(id)])
  }

  #of(collection: CollectionName): ByReference | undefined {
    return Object.hasOwn(this.#found, collection) ? this.#found[collection as Found] : undefined
  }
}
