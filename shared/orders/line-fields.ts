import { VAT_RATES } from '../goods/collections.ts'
import {
  choice,
  date,
  money,
  offered,
  percent,
  place,
  quantity,
  reference,
  text,
} from '../records/declarations/fields.ts'

/** What a line of a document says: of an order, an invoice, a template. */
export const LINE_FIELDS = {
  section: choice(['goods', 'works']),
  product: reference('products'),
  text: text(),
  quantity: quantity(),
  unit: offered('units'),
  price: money(),
  discount: percent(),
  vat: choice(VAT_RATES),
  place: place(),
  /** Off the line's sum besides the percentages; below nothing it is put on. */
  discountSum: money(),
  /** What a unit costs the company itself. */
  cost: money(),
  /** Where the price came from; both null: somebody wrote it. */
  priceType: reference('priceTypes'),
  priceDate: date(),
}
