import type { CollectionName } from '../../../../shared/collections.ts'
import type { Customer } from '../../../../shared/customers/collections.ts'
import type { Product } from '../../../../shared/goods/collections.ts'
import { exchangeFile } from '../../../../shared/importing/writing/commerceml/nodes.ts'
import { exchangeOrderOf } from '../../../../shared/importing/writing/commerceml/order-of.ts'
import { orderText } from '../../../../shared/importing/writing/commerceml/orders.ts'
import type { Order } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { DataClient } from '../../../data/page/client.ts'
import { useData } from '../../../data/page/solid.tsx'
import { createCurrency } from '../../../records/company.ts'
import { createKinds, stateName } from '../../../records/process/process.ts'
import { everyId, rowsOf, writeRows } from '../../../records/saving/every-row.ts'
import { useSaving } from '../../../records/saving/use-saving.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** Saves all orders as a file of CommerceML, as 1C takes it. */
export function useOrders() {
  const data = useData()
  const { t, zone } = useWords()
  const currency = createCurrency()
  const kinds = createKinds()
  const saving = useSaving()
  const statusOf = (order: Order) => {
    const { kind, state } = standingOf(order)
    return stateName(kinds(), kind, state) ?? null
  }
  const write = (known: Known) => async (rows: readonly JsonObject[]) => {
    // A row of orders is one, as its collection declares it.
    const orders = rows as unknown as readonly Order[]
    await known.fetch(orders)
    const common = { currency: currency(), zone: zone(), product: (id: string | null) => known.get<Product>(id) }
    const looked = orders.map((order) => {
      const look = { ...common, customer: known.get<Customer>(order.customer), status: statusOf(order) }
      return orderText(exchangeOrderOf(order, look))
    })
    return looked.join('')
  }
  return () =>
    saving(t('exchange.export.orders'), 'xml', async (underWay) => {
      const { count, texts } = await writeRows(
        data,
        'orders',
        await everyId(data, 'orders'),
        write(new Known(data)),
        underWay,
      )
      const made = new Date().toISOString().slice(0, 19)
      return { count, blob: new Blob(exchangeFile(texts, made), { type: 'application/xml;charset=utf-8' }) }
    })
}

/** Customers and goods that orders name, each asked for once. */
class Known {
  readonly #data: DataClient
  readonly #rows = new Map<string, JsonObject | null>()

  constructor(data: DataClient) {
    this.#data = data
  }

  async fetch(orders: readonly Order[]): Promise<void> {
    await this.#add(
      'customers',
      orders.map(({ customer }) => customer),
    )
    await this.#add(
      'products',
      orders.flatMap(({ lines }) => lines.map(({ product }) => product)),
    )
  }

  /** Ids of customers and goods are never the same; whoever asks says what it is the id of. */
  get<T>(id: string | null): T | null {
    return (id === null ? null : (this.#rows.get(id) ?? null)) as T | null
  }

  async #add(collection: CollectionName, ids: readonly (string | null)[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => id !== null && !this.#rows.has(id)) as string[]
    for (const row of await rowsOf(this.#data, collection, missing)) this.#rows.set(String(row.id), row)
  }
}
