import { collection, type EntryOf, list, listOfFacts, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  currency,
  date,
  flag,
  hue,
  ids,
  instant,
  integer,
  money,
  note,
  offered,
  percent,
  place,
  quantity,
  reference,
  strings,
  text,
  unread,
} from '../records/declarations/fields.ts'
import { ASKABLE } from './asked.ts'
import { PAYMENT_FIELDS, SHIPMENT_FIELDS } from './facts/fields.ts'
import { LINE_FIELDS } from './line-fields.ts'

/** The two sorts of order: «Заказ покупателя» and «Заказ-наряд». */
export const SORTS = ['customer', 'work'] as const
export type Sort = (typeof SORTS)[number]

/** «Вариант завершения». */
export const COMPLETIONS = ['success', 'cancelled'] as const
export type Completion = (typeof COMPLETIONS)[number]

/** «НДС»: in the prices, on top of them, or none whatever the lines say. Null is in them. */
export const VAT_MODES = ['included', 'onTop', 'none'] as const
export type VatMode = (typeof VAT_MODES)[number]

/** «Состояния»: a name and a colour; one may stand in several kinds. «Завершен» is not among them (completed.ts). */
export const states = collection('states', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    hue: hue(),
    /** What must be filled before an order may enter it: names of asked.ts. */
    requires: strings({ choices: ASKABLE }),
    /** An order that stands here longer stands too long. */
    days: integer({ least: 1 }),
  },
})

/** «Виды заказов»: a kind is a process of its own, an ordered table of states. */
export const kinds = collection('kinds', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), sort: choice(SORTS, { required: true }), place: place() },
  lists: {
    /** An entry's id is the state's id, so one state stands in a kind at most once. */
    states: list({ place: place() }),
  },
})

/** «Причины отмены». `other`: asks for a text. */
export const reasons = collection('reasons', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), hue: hue(), other: flag(), place: place() },
})

/** «Проекты»: what several orders belong to. */
export const projects = collection('projects', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    customer: reference('customers'),
    responsible: reference('people'),
    from: date(),
    until: date(),
    note: note(),
    place: place(),
  },
})

/** «Источники»: the names that «Источник» offers; what stands there is a text of its own. */
export const sources = collection('sources', {
  version: 1,
  family: 'setup',
  fields: { name: text({ required: true }), place: place() },
})

/**
 * «Заказы покупателей» and «Заказ-наряды». Kind and state are where its moves lead (moves.ts); totals (sums/) and what it
 * means to stock and debts (shared/movements) are derived.
 */
export const orders = collection('orders', {
  version: 1,
  family: 'orders',
  custom: true,
  since: ['responsible'],
  fields: {
    sort: choice(SORTS, { required: true }),
    /** Given by the office server; until then, and on papers printed before, the draft number stands. */
    number: text({ server: true, imported: true }),
    draft: text(),
    date: instant({ required: true }),
    posted: flag(),
    organisation: reference('organisations'),
    department: reference('departments'),
    customer: reference('customers'),
    contact: text(),
    responsible: reference('people'),
    source: offered('sources'),
    shipment: date(),
    /** ISO 4217; null is the company's own. */
    currency: currency(),
    note: note(),
    tags: strings(),
    project: reference('projects'),
    /** «Документ-основание»: what it was made from, `<collection>/<id>` (shared/basis). */
    basis: unread(),
    priceType: reference('priceTypes'),
    /** Off every line, behind the line's own. */
    discount: percent(),
    vatMode: choice(VAT_MODES),
    /** Where its card was put on the board; null: by its date (card-place.ts). */
    cardPlace: place(),
    /** Of an order from the company's site: the token behind which the visitor sees how it stands. */
    visitor: unread(),
  },
  lists: {
    lines: list(LINE_FIELDS),
    /** Who does the work of a line, and for how long: thousandths of an hour. */
    performers: list({ line: unread(), person: reference('people'), hours: quantity(), place: place() }),
    shipments: listOfFacts(SHIPMENT_FIELDS),
    payments: listOfFacts(PAYMENT_FIELDS),
    moves: listOfFacts({
      kind: reference('kinds'),
      state: reference('states'),
      at: instant(),
      author: reference('people'),
      device: unread(),
      completion: choice(COMPLETIONS),
      reason: reference('reasons'),
      comment: note(),
      /** The order's total at that moment, minor units of its currency. */
      total: money(),
      /** Who was responsible at that moment. */
      responsible: reference('people'),
      /** The moves that it follows, by id. */
      follows: ids(),
      /** The move that it undoes, by id. */
      undoes: unread(),
      /** The run of a rule that made it, by id (shared/rules). */
      cause: unread(),
      /** No rule hears of it: it was taken in from elsewhere. */
      quiet: flag(),
      /** When it arrived, where that was before `at`: a clock was ahead. */
      arrived: instant({ server: true }),
    }),
  },
})

export type Order = Row<typeof orders>
export type Line = EntryOf<typeof orders, 'lines'>
export type Move = EntryOf<typeof orders, 'moves'>
export type Shipment = EntryOf<typeof orders, 'shipments'>
export type Payment = EntryOf<typeof orders, 'payments'>
export type Kind = Row<typeof kinds>
export type State = Row<typeof states>
