import type { Customer } from '../../../../shared/customers/collections.ts'
import type { Product } from '../../../../shared/goods/collections.ts'
import { exchangeFile } from '../../../../shared/importing/writing/commerceml/nodes.ts'
import { exchangeOrderOf } from '../../../../shared/importing/writing/commerceml/order-of.ts'
import { orderText } from '../../../../shared/importing/writing/commerceml/orders.ts'
import type { Order } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
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
  const write = (known: Known) => async (orders: readonly Order[]) => {
    await known.fetch(orders)
    const common = { currency: currency(), zone: zone(), product: (id: string | null) => known.product(id) }
    const looked = orders.map((order) => {
      const look = { ...common, customer: known.customer(order.customer), status: statusOf(order) }
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
  readonly #customers = new Map<string, Customer>()
  readonly #products = new Map<string, Product>()

  constructor(data: DataClient) {
    this.#data = data
  }

  async fetch(orders: readonly Order[]): Promise<void> {
    const customers = missing(
      this.#customers,
      orders.map(({ customer }) => customer),
    )
    const products = missing(
      this.#products,
      orders.flatMap(({ lines }) => lines.map(({ product }) => product)),
    )
    for (const row of await rowsOf(this.#data, 'customers', customers)) this.#customers.set(row.id, row)
    for (const row of await rowsOf(this.#data, 'products', products)) this.#products.set(row.id, row)
  }

  customer(id: string | null): Customer | null {
    return this.#customers.get(id ?? '') ?? null
  }

  product(id: string | null): Product | null {
    return this.#products.get(id ?? '') ?? null
  }
}

function missing(known: ReadonlyMap<string, unknown>, ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null).filter((id) => !known.has(id))
}
