import { collection, type EntryOf, list, type Row } from '../records/declarations/collection.ts'
import {
  barcode,
  choice,
  currency,
  date,
  flag,
  money,
  note,
  offered,
  place,
  reference,
  text,
} from '../records/declarations/fields.ts'

/** What a product is to the company. */
const PRODUCT_TYPES = ['goods', 'service', 'work'] as const
export type ProductType = (typeof PRODUCT_TYPES)[number]
/** VAT rates by name: the rate's percent, or none. */
export const VAT_RATES = ['none', 'vat0', 'vat5', 'vat7', 'vat10', 'vat20', 'vat22'] as const
/** Percent of each rate. */
export const VAT_PERCENT: Readonly<Record<(typeof VAT_RATES)[number], number>> = {
  none: 0,
  vat0: 0,
  vat5: 5,
  vat7: 7,
  vat10: 10,
  vat20: 20,
  vat22: 22,
}

/** «Номенклатура». */
export const products = collection('products', {
  version: 1,
  family: 'goods',
  custom: true,
  fields: {
    name: text({ required: true }),
    type: choice(PRODUCT_TYPES),
    article: text(),
    barcode: barcode(),
    category: text(),
    group: reference('productGroups'),
    unit: offered('units'),
    /** What it costs where no type of price is asked for, in the company's currency. */
    price: money(),
    vat: choice(VAT_RATES),
    /** Whether there is a picture of it: that is looked for only then (productPictures). */
    pictured: flag(),
    /** What buyers are told of it: on the company's site. */
    description: note(),
  },
  lists: {
    /** What it costs by a type of price, from that day on (prices/held.ts). */
    prices: list({ priceType: reference('priceTypes'), date: date(), price: money() }),
  },
})

/**
 * What products look like, each under its product's id and in a document of its own: several hundred of them are more than
 * a start of the program is to read, and a device has those that were looked at on it.
 */
export const productPictures = collection('productPictures', {
  version: 1,
  family: 'pictures',
  fields: { image: text() },
})

/** «Группы номенклатуры»: a tree; without a parent, or with one that leads round to itself, a group stands at its top (groups/tree.ts). */
export const productGroups = collection('productGroups', {
  version: 1,
  family: 'goods',
  fields: { name: text({ required: true }), parent: reference('productGroups'), place: place() },
})

/** «Виды цен»: retail, wholesale. */
export const priceTypes = collection('priceTypes', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), currency: currency(), place: place() },
})

/** «Единицы измерения», with their code in OKEI. */
export const units = collection('units', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), fullName: text(), code: text() },
})

export type Product = Row<typeof products>
export type ProductGroup = Row<typeof productGroups>
export type PriceType = Row<typeof priceTypes>
export type DatedPrice = EntryOf<typeof products, 'prices'>
