import { collection, list } from '../../records/declarations/collection.ts'
import { choice, currency, note, percent, place, reference, strings, text } from '../../records/declarations/fields.ts'
import { SORTS, VAT_MODES } from '../collections.ts'
import { LINE_FIELDS } from '../line-fields.ts'

/** «Шаблоны заказов»: what an order of one kind mostly begins with. */
export const orderTemplates = collection('orderTemplates', {
  version: 1,
  family: 'goods',
  custom: true,
  fields: {
    name: text({ required: true }),
    sort: choice(SORTS, { required: true }),
    kind: reference('kinds'),
    organisation: reference('organisations'),
    department: reference('departments'),
    currency: currency(),
    priceType: reference('priceTypes'),
    discount: percent(),
    vatMode: choice(VAT_MODES),
    note: note(),
    tags: strings(),
    place: place(),
  },
  lists: { lines: list(LINE_FIELDS) },
})
