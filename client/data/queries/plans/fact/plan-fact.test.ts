import { expect, test } from 'vitest'
import { COLLECTIONS } from '../../../../../shared/collections.ts'
import { Shop } from '../../../../../shared/orders/testing/shop.ts'
import { placedBehind } from '../../../../../shared/plans/rows.ts'
import type { Collection } from '../../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../../shared/records/keys/id.ts'
import { START } from '../../../../../shared/records/simulation/chance/deeds.ts'
import type { Time } from '../../../../../shared/records/simulation/world/desk.ts'
import type { Written } from '../../../../../shared/records/writing/transaction.ts'
import { Directory } from '../../directory.ts'
import { Funnels } from '../../funnel/funnels.ts'
import { Reports } from '../../reports/reports.ts'
import type { LivePlanFact } from './live-plan-fact.ts'
import { PlanFacts } from './plan-facts.ts'
import type { PlanFactQuery } from './query.ts'

const [PLAN, O1, O2, O3] = ['plan', 'o1', 'o2', 'o3'].map((name) => derivedId('common', START, 'test', name)) as [
  string,
  string,
  string,
  string,
]
const QUERY: PlanFactQuery = { what: 'planFact', plans: [PLAN], months: 12 }
const SPAN = { from: '2026-11-01', until: '2026-12-31', periodicity: 'byMonth', first: 'byCategory' } as const

/** A shop with a plan of one category, orders of it, and a page that looks at plan and fact. */
class Selling extends Shop {
  readonly #directory: Directory
  readonly #funnels: Funnels
  readonly #reports: Reports
  readonly facts: PlanFacts
  readonly live: LivePlanFact

  /** The page looks by the time in which the orders are written: nothing of them is yet to come. */
  constructor(time: Time = { now: START }) {
    super('A', time)
    this.#directory = new Directory(null, () => time.now)
    this.#funnels = new Funnels(this.#directory)
    this.#reports = new Reports(this.#directory)
    this.facts = new PlanFacts(this.#directory, this.#funnels, this.#reports)
    this.live = this.facts.open(QUERY)
    const states = { new: { place: 'a0' }, measured: { place: 'a1' } }
    const kitchens = { name: 'Kitchens', sort: 'work', states }
    this.tell(
      this.do('createRecord', { collection: 'company', id: 'company', values: { name: 'Ассоль', zone: 'UTC' } }),
    )
    this.tell(this.do('createRecord', { collection: 'kinds', id: 'kitchens', values: kitchens }))
    this.tell(this.do('createRecord', { collection: 'reasons', id: 'price', values: { name: 'Цена' } }))
    this.product('oven', 'Бытовая техника')
    this.product('door', 'Двери')
    this.tell(this.do('createPlan', { id: PLAN, fields: SPAN }))
    const rows = placedBehind(null, [{ first: 'Бытовая техника', second: null }])
    this.tell(
      this.do('addPlanRows', {
        id: PLAN,
        rows: rows.map((row) => ({ ...row, cells: [{ period: '2026-11-01', sum: 3_000 }] })),
      }),
    )
  }

  product(id: string, category: string) {
    this.tell(this.do('createRecord', { collection: 'products', id, values: { name: id, category } }))
  }

  sells(id: string, product = 'oven', currency: string | null = null) {
    const lines = [{ product, quantity: 2_000, price: 500 }]
    const start = { kind: 'kitchens', state: 'new' } as const
    this.tell(this.do('createOrder', { id, fields: { sort: 'work', posted: true, currency }, lines, start }))
  }

  /** Brings what was written to the worker; whether that touches what is looked at. */
  tell(act: readonly Written[]): boolean {
    const changed = act.map(({ collection: name, id }) => {
      const collection = COLLECTIONS[name as keyof typeof COLLECTIONS] as Collection
      return { collection, id, before: null, origin: null, after: this.row(collection, id) as never }
    })
    const items = this.#directory.take(changed)
    this.#funnels.take(items)
    this.#reports.take(items)
    this.facts.take(items)
    return this.live.take(items)
  }

  read() {
    const { plans, fact, ahead } = this.live.answer()
    return {
      plan: [...(plans[0]?.cells.sum ?? [])],
      fact: [...fact.cells.sum],
      outside: [...fact.outside.sum],
      totals: [...fact.totals.sum],
      ahead: [...ahead.totals.sum],
    }
  }

  behind(of: 'fact' | 'ahead', row: 'outside' | null | { first: string; second: null } = null) {
    const { lines } = this.facts.behind({ ...QUERY, what: 'planFactBehind', of, row, periods: [0, 1] })
    return lines.map(({ order, sum, day }) => ({ order, sum, day }))
  }
}

test('PF1, PF8: what is shipped, sold by success, and taken back is there at once, and the same as anew', () => {
  const selling = new Selling()
  for (const id of [O1, O2]) selling.sells(id)
  selling.sells(O3, 'door')
  expect(selling.read()).toMatchObject({ plan: [3_000, 0], fact: [0, 0], outside: [0, 0] })
  const touched = selling.tell(selling.do('ship', { id: O1, date: '2026-12-03' }))
  expect(touched).toBe(true)
  expect(selling.read().fact).toEqual([0, 1_000])
  selling.tell(selling.do('moveOrder', { id: O2, state: 'completed', completion: 'success' }))
  selling.tell(selling.do('ship', { id: O3, date: '2026-11-05' }))
  expect(selling.read()).toMatchObject({ fact: [1_000, 1_000], outside: [1_000, 0], totals: [2_000, 1_000] })
  selling.tell(selling.do('takeBack', { id: O1, date: '2026-12-09' }))
  const present = selling.read()
  expect(present.fact).toEqual([1_000, 0])
  const anew = selling.facts.open(QUERY).answer()
  expect([...anew.fact.cells.sum]).toEqual(present.fact)
})

test('PF6, PF8: an open order is expected by what became of others, and no more when it is shipped', () => {
  const selling = new Selling()
  for (const id of [O1, O2, O3]) selling.sells(id)
  expect(selling.live.answer().ahead).toMatchObject({ unknown: 3 })
  selling.tell(selling.do('moveOrder', { id: O2, state: 'completed', completion: 'success' }))
  selling.tell(selling.do('moveOrder', { id: O3, state: 'completed', completion: 'cancelled', reason: 'price' }))
  expect(selling.read().ahead).toEqual([500, 0])
  expect(selling.behind('ahead')).toEqual([{ order: O1, sum: 500, day: '2026-11-15' }])
  selling.tell(selling.do('ship', { id: O1, date: '2026-11-15' }))
  expect(selling.read()).toMatchObject({ fact: [2_000, 0], ahead: [0, 0] })
})

test('PF1: an order without a rate counts for nothing, and is told', () => {
  const selling = new Selling()
  selling.sells(O1, 'oven', 'USD')
  expect(selling.live.answer().unrated).toBe(0)
  selling.tell(selling.do('ship', { id: O1, date: '2026-11-20' }))
  expect(selling.live.answer().unrated).toBe(1)
  expect(selling.read().fact).toEqual([0, 0])
  selling.tell(selling.do('takeBack', { id: O1, date: '2027-01-09' }))
  expect(selling.live.answer().unrated).toBe(1)
  selling.sells(O2)
  selling.tell(selling.do('ship', { id: O2, date: '2026-11-20' }))
  expect(selling.live.answer().unrated).toBe(1)
})

test('PF9: behind a figure stand the lines that make it', () => {
  const selling = new Selling()
  selling.sells(O1)
  selling.sells(O3, 'door')
  for (const id of [O1, O3]) selling.tell(selling.do('ship', { id, date: '2026-11-20' }))
  const oven = { order: O1, sum: 1_000, day: '2026-11-20' }
  const door = { ...oven, order: O3 }
  expect(selling.behind('fact', { first: 'Бытовая техника', second: null })).toEqual([oven])
  expect(selling.behind('fact', 'outside')).toEqual([door])
  expect(selling.behind('fact')).toHaveLength(2)
  expect(selling.behind('fact', { first: 'Нет такой', second: null })).toEqual([])
})

test('PF2: a product of another category is told in that one’s row at once', () => {
  const selling = new Selling()
  selling.sells(O1)
  selling.tell(selling.do('ship', { id: O1, date: '2026-11-20' }))
  expect(selling.read()).toMatchObject({ fact: [1_000, 0], outside: [0, 0] })
  selling.tell(selling.do('setRecord', { collection: 'products', id: 'oven', values: { category: 'Двери' } }))
  expect(selling.read()).toMatchObject({ fact: [0, 0], outside: [1_000, 0] })
})
