import type { EntryOf } from '../../records/declarations/collection.ts'
import { customValuesOf } from '../../records/declarations/custom.ts'
import type { Order } from '../collections.ts'
import type { LineFields, OrderFields } from '../commands.ts'
import type { invoices } from '../invoices/collections.ts'

type LineLike = Omit<EntryOf<typeof invoices, 'lines'>, 'line' | 'madeAt'>

/** What a document takes over of the line of another: all but where it stood. */
export function copiedLine({ id: _, place: __, ...line }: LineLike): LineFields {
  const { section, product, text, quantity, unit, price, discount, vat, discountSum, cost, priceType, priceDate } = line
  return { section, product, text, quantity, unit, price, discount, vat, discountSum, cost, priceType, priceDate }
}

/** What an order takes over of another besides its lines: whom it is for and how it is reckoned, nothing that happened. */
export function copiedFields(order: Order): OrderFields {
  const { organisation, department, customer, contact, responsible, source, project, note, tags } = order
  const { currency, priceType, discount, vatMode } = order
  return {
    organisation,
    department,
    customer,
    contact,
    responsible,
    source,
    project,
    note,
    tags,
    currency,
    priceType,
    discount,
    vatMode,
    ...customValuesOf(order),
  }
}
