import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencies } from '../../../../shared/company/collections.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { orders } from '../../../../shared/orders/collections.ts'
import { makeOrder, ORDER, OTHER, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { LiveList } from '../lists/live-list.ts'
import type { ListAnswer, ListQuery } from '../query.ts'

const [A, B] = ['a', 'b'].map((key) => derivedId('common', START, 'owing', key)) as [string, string]
const DAY = '2026-10-05'
const DEBTORS: ListQuery = {
  what: 'list',
  collection: 'customers',
  filter: [{ field: 'toUs', is: 'more', values: [0] }],
  search: '',
  sort: [{ field: 'toUs', down: true }],
  group: [],
  from: 0,
  to: 10,
}
const ALL: readonly (readonly [Collection, string])[] = [
  [customers, A],
  [customers, B],
  [orders, ORDER],
  [orders, OTHER],
  [currencies, 'usd'],
]

/** A shop with two customers and an order of each; a list that is told what has changed, and of nothing else. */
function stage(query: ListQuery) {
  const shop = shopWithOrder()
  makeOrder(shop, OTHER)
  for (const [id, name] of [
    [A, 'Ромашка'],
    [B, 'Лютик'],
  ]) {
    shop.do('createRecord', { collection: 'customers', id: String(id), values: { name: String(name) } })
  }
  for (const id of [ORDER, OTHER]) {
    shop.do('setOrder', { id, fields: { customer: id === ORDER ? A : B } })
    shop.do('postOrder', { id, posted: true })
  }
  const seen = new Map<string, string>()
  const news = (isAll: boolean) =>
    ALL.flatMap(([collection, id]): Change[] => {
      const after = shop.device.open(collection, id).records(collection).get(id) ?? null
      const text = JSON.stringify(after)
      if (!isAll && seen.get(id) === text) return []
      if (!isAll) seen.set(id, text)
      return after === null ? [] : [{ collection, id, before: null, after, origin: 'test' }]
    })
  const directory = new Directory()
  directory.take(news(false))
  const list = new LiveList(directory, query, { behind: () => [], found: () => new Set() })
  const take = () => list.take(directory.take(news(false)))
  const afresh = () => {
    const other = new Directory()
    other.take(news(true))
    return shown(new LiveList(other, query, { behind: () => [], found: () => new Set() }).answer())
  }
  return { shop, take, answer: () => shown(list.answer()), afresh }
}

/** Who stands there with what is owed, as it is handed to the page. */
function shown({ rows }: ListAnswer) {
  return structuredClone(rows).map((row) => 'toUs' in row && [row.name, row.toUs, row.toUsIn, row.byUs])
}

test('B9: debtors come and go with shipments and payments, the largest debt first, by currency where there is another', () => {
  const { shop, take, answer } = stage(DEBTORS)
  const expectShown = (rows: readonly unknown[]) => {
    take()
    expect(answer()).toEqual(rows)
  }
  expectShown([])
  shop.do('ship', { id: ORDER, date: DAY })
  expectShown([['Ромашка', 1_000, null, null]])
  shop.do('setOrder', { id: OTHER, fields: { currency: 'USD' } })
  shop.do('ship', { id: OTHER, date: DAY })
  // Without a rate it counts for nothing.
  expectShown([['Ромашка', 1_000, null, null]])
  const rates = { r: { from: null, millionths: 90_000_000 } }
  shop.do('createRecord', { collection: 'currencies', id: 'usd', values: { code: 'USD', rates } })
  expectShown([
    ['Лютик', 90_000, ['USD 1000'], null],
    ['Ромашка', 1_000, null, null],
  ])
  shop.do('takePayment', { id: ORDER, sum: 1_300, way: 'bank', date: DAY })
  expectShown([['Лютик', 90_000, ['USD 1000'], null]])
  shop.do('mergeCustomers', { ids: [A], into: B })
  expectShown([['Лютик', 90_000, ['USD 1000'], 300]])
})

test('B9: whatever happens to orders and customers, the list is as one made anew', () => {
  const order = fc.constantFrom(ORDER, OTHER)
  const deeds = fc.array(
    fc.oneof(
      fc.record({ what: fc.constant('ship' as const), id: order }),
      fc.record({ what: fc.constant('pay' as const), id: order, sum: fc.integer({ min: 1, max: 2_000 }) }),
      fc.record({ what: fc.constant('give' as const), id: order, customer: fc.constantFrom(A, B, null) }),
      fc.record({ what: fc.constant('post' as const), id: order, posted: fc.boolean() }),
      fc.record({ what: fc.constantFrom('merge' as const, 'split' as const) }),
    ),
    { maxLength: 12, size: 'max' },
  )
  fc.assert(
    fc.property(deeds, fc.constantFrom([], DEBTORS.filter), (done, filter) => {
      const { shop, take, answer, afresh } = stage({ ...DEBTORS, filter })
      for (const deed of done) {
        try {
          if (deed.what === 'ship') shop.do('ship', { id: deed.id, date: DAY })
          if (deed.what === 'pay') shop.do('takePayment', { id: deed.id, sum: deed.sum, way: 'bank', date: DAY })
          if (deed.what === 'give') shop.do('setOrder', { id: deed.id, fields: { customer: deed.customer } })
          if (deed.what === 'post') shop.do('postOrder', { id: deed.id, posted: deed.posted })
          if (deed.what === 'merge') shop.do('mergeCustomers', { ids: [A], into: B })
          if (deed.what === 'split') shop.do('splitCustomer', { id: A })
        } catch (error) {
          // What cannot be done then is refused, and changes nothing.
          if ((error as { code?: string }).code === undefined) throw error
        }
        take()
        expect(answer()).toEqual(afresh())
      }
    }),
    { numRuns: 60 },
  )
})
