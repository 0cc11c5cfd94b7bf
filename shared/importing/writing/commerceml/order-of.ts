import { Temporal } from 'temporal-polyfill'
import type { Customer } from '../../../customers/collections.ts'
import type { Product } from '../../../goods/collections.ts'
import type { Line, Order } from '../../../orders/collections.ts'
import { standingOf } from '../../../orders/moves/moves.ts'
import { lineBase, lineTotal, orderTotal } from '../../../orders/totals.ts'
import { rateText } from '../../opening/vat-rates.ts'
import type { Counterparty, ExchangeLine, ExchangeOrder, NamedValue } from '../../reading/commerceml/exchange.ts'
import { addedDetails } from './added.ts'
import { TYPE_WORDS } from './goods.ts'

/** What an order refers to, as it is found. */
export interface OrderLook {
  readonly customer: Customer | null
  readonly product: (id: string | null) => Product | null
  /** «Завершен», or the name of its state; null while it has none. */
  readonly status: string | null
  /** ISO 4217 of the company. */
  readonly currency: string
  /** IANA. */
  readonly zone: string
}

/** An order as CommerceML has it: each line comes to just what it comes to here, whatever takes part in it. */
export function exchangeOrderOf(order: Order, look: OrderLook): ExchangeOrder {
  const at = Temporal.Instant.fromEpochMilliseconds(order.date ?? order.madeAt).toZonedDateTimeISO(look.zone)
  return {
    id: order.id,
    number: order.number ?? order.draft ?? order.id,
    date: at.toPlainDate().toString(),
    time: at.toPlainTime().toString({ smallestUnit: 'second' }),
    operation: 'Заказ товара',
    role: 'Продавец',
    currency: order.currency ?? look.currency,
    sum: orderTotal(order),
    comment: order.note,
    parties: look.customer ? [partyOf(look.customer)] : [],
    lines: order.lines.map((line) => lineOf(line, order, look.product(line.product))),
    details: detailsOf(order, look.status),
  }
}

function partyOf(customer: Customer): Counterparty {
  const { id, name, fullName, inn, kpp, address, phone, email } = customer
  const contacts = [
    { name: 'Телефон рабочий', value: phone ?? '' },
    { name: 'Почта', value: email ?? '' },
  ].filter(({ value }) => value !== '')
  return { id, name: name ?? '', role: 'Покупатель', fullName, inn, kpp, address, contacts }
}

/** What is off the line is told as one discount in money: percentages of line and order round each for itself. */
function lineOf(line: Line, order: Order, product: Product | null): ExchangeLine {
  const [base, total] = [lineBase({ ...line, discount: null, discountSum: null }), lineTotal(line, order)]
  const off = base - total
  const name = [product?.name, line.text].filter(Boolean).join(', ')
  return {
    id: product?.id ?? null,
    article: product?.article ?? null,
    name: name || '—',
    unit: line.unit ?? product?.unit ?? null,
    price: line.price ?? 0,
    quantity: line.quantity ?? 0,
    sum: total,
    vat: rateText(line.vat),
    discounts: off === 0 ? [] : [{ name: 'Скидка', percent: null, sum: off, isCounted: true }],
    details: typeOf(product),
  }
}

function typeOf(product: Product | null): NamedValue[] {
  return product?.type ? [{ name: 'ТипНоменклатуры', value: TYPE_WORDS[product.type] }] : []
}

function detailsOf(order: Order, status: string | null): NamedValue[] {
  const { move } = standingOf(order)
  const isCancelled = move?.completion === 'cancelled'
  return [
    ...(status === null ? [] : [{ name: 'Статус заказа', value: status }]),
    { name: 'Проведен', value: String(order.posted === true) },
    { name: 'Отменен', value: String(isCancelled) },
    ...addedDetails('orders', order),
  ]
}
