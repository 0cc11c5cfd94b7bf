import { Directory } from '../../client/data/queries/directory.ts'
import { LiveList } from '../../client/data/queries/lists/live-list.ts'
import type { ListQuery } from '../../client/data/queries/query.ts'
import type { CollectionName } from '../../shared/collections.ts'
import { collectionsOf, columnsOf } from '../../shared/columns/columns.ts'
import type { CustomType } from '../../shared/custom/collections.ts'
import { declare } from '../../shared/custom/testing/declare.ts'
import { customers } from '../../shared/customers/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { benchCustomers, benchOrders, ORDERS, QUARTERS } from './customers/company.ts'
import { seeded } from './funnel/histories.ts'
import { type BenchFigure, type BenchResult, median, milliseconds } from './result.ts'

export const name = 'Lists by fields of a company’s own'

const CUSTOMERS = 20_000
const ROUNDS = 9
const TYPES = ['line', 'longText', 'number', 'sum', 'day', 'yesNo', 'choice', 'choices', 'phone', 'link'] as const
const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `Вариант ${id}` }))

/** A list of orders and one of customers, each with ten fields of a company's own, beside the same by fields that are built in. */
export async function run(): Promise<BenchResult> {
  const without = makeAll(standing(false))
  declareTen()
  const directory = standing(true)
  const withTen = makeAll(directory)
  const figures = [
    { what: 'rows of lists made of all of them, once: nothing declared', value: milliseconds(without) },
    { what: 'rows of lists made of all of them, once: ten fields on each', value: milliseconds(withTen) },
    ...PAIRS.flatMap((pair) => compared(directory, pair)),
  ]
  declare()
  return { about: ABOUT, figures }
}

function declareTen(): void {
  const each = (of: 'orders' | 'customers') =>
    TYPES.map((type) => ({
      ...{ id: fieldOf(of, type), of, type, name: type },
      options: type === 'choice' || type === 'choices' ? OPTIONS : [],
    }))
  declare(...each('orders'), ...each('customers'))
}

const fieldOf = (of: 'orders' | 'customers', type: CustomType) => `custom_${of}${type}` as const

/** What is in the fields of one record; in a built-in day and text stands the same as in those that were added. */
function filled(of: 'orders' | 'customers', random: () => number, isFilled: boolean) {
  const at = Math.floor(random() * 10_000)
  const text = `Строка ${at}`
  const day = new Date(Date.UTC(2021, 0, 1 + (at % 1800))).toISOString().slice(0, 10)
  const option = OPTIONS[at % OPTIONS.length]?.id ?? ''
  const values: readonly (string | number | boolean | readonly string[])[] = [
    ...[text, `Текст ${at}`, at * 25, at * 100, day, at % 2 === 0, option],
    ...[[option], `+7 916 ${String(1_000_000 + at)}`, `site${at}.example`],
  ]
  const builtIn = of === 'orders' ? { shipment: day } : { segment: text }
  return {
    ...builtIn,
    ...(isFilled && Object.fromEntries(TYPES.map((type, i) => [fieldOf(of, type), values[i] ?? null]))),
  }
}

function standing(isFilled: boolean): Directory {
  const directory = new Directory()
  const random = seeded(11)
  const rows = (of: 'orders' | 'customers', all: Iterable<object>) =>
    [...all].map((row) => ({ ...row, ...filled(of, random, isFilled) })) as unknown as Row<Collection>[]
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const all = rows('orders', benchOrders(quarter))
    const columns = columnsOf(collectionsOf('orders'), (one) => (one === (orders as Collection) ? all : []))
    directory.stand(columns, true)
  }
  directory.hold(customers, rows('customers', [...benchCustomers()].slice(0, CUSTOMERS)))
  return directory
}

function makeAll(directory: Directory): number {
  const began = performance.now()
  for (const name of ['orders', 'customers'] as const)
    for (const id of directory.rows(name).keys()) directory.item(name, id)
  return performance.now() - began
}

interface Pair {
  readonly what: string
  readonly collection: 'orders' | 'customers'
  /** The same of a field that is built in and of one that is not. */
  readonly asked: (field: string) => Partial<ListQuery>
  readonly builtIn: string
  readonly own: CustomType
}

const sorted = (field: string): Partial<ListQuery> => ({ sort: [{ field, down: true }] })
const PAIRS: readonly Pair[] = [
  { what: '100,000 orders by a day', collection: 'orders', asked: sorted, builtIn: 'shipment', own: 'day' },
  {
    what: 'orders of a day or later',
    collection: 'orders',
    asked: (field) => ({ filter: [{ field, is: 'atLeast', values: ['2023-06-01'] }] }),
    ...{ builtIn: 'shipment', own: 'day' },
  },
  { what: '20,000 customers by a text', collection: 'customers', asked: sorted, builtIn: 'segment', own: 'line' },
  {
    what: 'customers whose text has a word',
    collection: 'customers',
    asked: (field) => ({ filter: [{ field, is: 'contains', values: ['77'] }] }),
    ...{ builtIn: 'segment', own: 'line' },
  },
]

/** Both in turns, each list made anew; the first round warms up. */
function compared(directory: Directory, { what, collection, asked, builtIn, own }: Pair): BenchFigure[] {
  const times = { builtIn: [] as number[], own: [] as number[] }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [side, field] of [
      ['builtIn', builtIn],
      ['own', fieldOf(collection, own)],
    ] as const) {
      const took = listed(directory, collection, asked(field))
      if (round > 0) times[side].push(took)
    }
  }
  const ratio = median(times.own) / median(times.builtIn)
  return [
    { what: `${what}: by a built-in field, median`, value: milliseconds(median(times.builtIn)) },
    { what: `${what}: by a field of one's own, median`, value: milliseconds(median(times.own)) },
    { what: `${what}: ratio`, value: `${ratio.toFixed(2)} ×`, target: 'under 1.5 ×', held: ratio < 1.5 },
  ]
}

function listed(directory: Directory, collection: CollectionName, asked: Partial<ListQuery>): number {
  const plain = { what: 'list', filter: [], search: '', sort: [], group: [], from: 0, to: 60 } as const
  const began = performance.now()
  new LiveList(directory, { ...plain, collection, ...asked }, { behind: () => [], found: () => new Set() }).answer()
  return performance.now() - began
}

const ABOUT = `${ORDERS} orders in ${QUARTERS} quarters that stand from their columns, and ${CUSTOMERS} customers, each with ten fields that the company
added, all filled in, ten of ten types. In the built-in field that one is compared with stands the same. A list is made anew each time, as the data worker does it when it is asked for another order or filter; what
is built in and what is added are compared in turns.`
