import fc from 'fast-check'
import { expect, test } from 'vitest'
import golden from '../../tests/fixtures/golden/september-2016.json' with { type: 'json' }
import { COLLECTIONS } from '../collections.ts'
import { COMPANY, company, departments, organisations, people } from '../company/collections.ts'
import { exchangeOf } from '../company/rates.ts'
import { workingTimeOf } from '../company/workdays/workdays.ts'
import { customers } from '../customers/collections.ts'
import { UNDO_WINDOW } from '../funnel/columns/history.ts'
import { FunnelColumns, funnelReport } from '../funnel/index.ts'
import { products } from '../goods/collections.ts'
import { priceOn } from '../goods/prices/held.ts'
import { MemoryCompany } from '../importing/testing/memory-company.ts'
import { LANGUAGES } from '../locales/index.ts'
import { messageTemplates } from '../messages/collections.ts'
import { problemsOf } from '../messages/filling/problems.ts'
import { kinds, type Order, orders, reasons, states } from '../orders/collections.ts'
import { funnelKind } from '../orders/funnel/funnel-kinds.ts'
import { funnelOrder } from '../orders/funnel/funnel-order.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { isCompleted, momentOf, standingOf } from '../orders/moves/moves.ts'
import { lineTotal, orderTotal } from '../orders/totals.ts'
import { type Plan, planRows, plans, scenarios } from '../plans/collections.ts'
import { periodsOf } from '../plans/periods.ts'
import type { Collection } from '../records/declarations/collection.ts'
import { rules } from '../rules/collections.ts'
import type { Look } from '../rules/look.ts'
import { ruleProblems } from '../rules/problems.ts'
import { SITE, sites } from '../site/collections.ts'
import { lackingIn } from '../site/setup/lacking.ts'
import type { DemoCommand } from './command.ts'
import { type As, demoCommands, loadDemo } from './demo.ts'
import { DEMO_USERS } from './staff.ts'

const NOW = Date.parse('2026-11-23T12:30:00+03:00')
const OCTOBER_2016 = Date.parse('2016-10-01T00:00:00+03:00')
const DAY = 86_400_000

function demoAt(now: number): MemoryCompany {
  const memory = new MemoryCompany(now)
  memory.run(demoCommands(now))
  return memory
}

function names(memory: MemoryCompany, collection: Collection): Map<string, string> {
  return new Map([...memory.rows(collection)].map((row) => [row.id, String((row as { name?: unknown }).name)]))
}

function split(memory: MemoryCompany): { september: Order[]; month: Order[] } {
  const all = [...memory.rows(orders)]
  const isOld = (order: Order) => (order.date ?? 0) < OCTOBER_2016
  return { september: all.filter(isOld), month: all.filter((order) => !isOld(order)) }
}

test('TX13: no rule hears of what the demo company has done', () => {
  const moves = [...demoAt(NOW).rows(orders)].flatMap((order) => order.moves)
  expect(moves.filter(({ quiet }) => !quiet)).toEqual([])
  expect(moves.length).toBeGreaterThan(100)
})

test('the orders of September 2016 are those of the golden file, moment by moment and kopeck by kopeck', () => {
  const memory = demoAt(NOW)
  const [state, kind, reason] = [states, kinds, reasons].map((collection) => names(memory, collection))
  const [customer, person, department] = [customers, people, departments].map((collection) => names(memory, collection))
  const read = split(memory).september.map((order) => ({
    sort: order.sort,
    kind: kind?.get(standingOf(order).kind ?? ''),
    number: order.number,
    date: new Date(order.date ?? 0).toISOString(),
    customer: customer?.get(order.customer ?? ''),
    manager: person?.get(order.responsible ?? ''),
    department: department?.get(order.department ?? ''),
    total: orderTotal(order) / 100,
    transitions: order.moves.map((move) => ({
      state: move.state === COMPLETED ? 'Завершен' : state?.get(move.state ?? ''),
      at: new Date(move.at ?? 0).toISOString(),
      ...(move.completion && { outcome: move.completion }),
      ...(move.reason && { reason: reason?.get(move.reason) }),
    })),
  }))
  const byNumber = (a: { number: string | null }, b: { number: string | null }) =>
    (a.number ?? '') < (b.number ?? '') ? -1 : 1
  expect(read.sort(byNumber)).toEqual([...golden.orders].sort(byNumber))
  expect(golden.kinds.map((one) => ({ ...one, states: one.states.slice(0, -1) }))).toEqual(
    [...memory.rows(kinds)].map((row) => ({
      name: row.name,
      sort: row.sort,
      states: row.states.map((entry) => state?.get(entry.id)),
    })),
  )
})

test('the funnel of September 2016 on the demo company is the golden table', () => {
  const memory = demoAt(NOW)
  const columns = new FunnelColumns()
  const exchange = exchangeOf(null, [])
  for (const order of memory.rows(orders)) columns.put(funnelOrder(order, exchange))
  const own = [...memory.rows(kinds)]
  const { blocks } = funnelReport(
    columns,
    {
      kinds: golden.kinds.map(({ name }) => funnelKind(own.find((kind) => kind.name === name) as (typeof own)[number])),
      period: { from: Date.parse(golden.period.from), to: Date.parse(golden.period.to), basis: 'order' },
      moment: Date.parse(golden.asOf),
      mode: 'reached',
      by: 'order',
    },
    NOW,
  )
  const rows = blocks.flatMap((block) =>
    block.rows.map(({ reached, fromFirst, fromPrevious, hours, sum, losses, lossesShare, lossesSum }) => ({
      reached,
      fromFirst,
      fromPrevious,
      hours,
      sum: sum / 100,
      losses,
      lossesShare,
      lossesSum: lossesSum / 100,
    })),
  )
  expect(rows).toEqual(golden.expected.flatMap((block) => block.rows.map(({ state: _, ...row }) => row)))
})

test.each(LANGUAGES)('there is a rule that is off, and lacks nothing; its texts name what there is: %s', (language) => {
  const memory = new MemoryCompany(NOW)
  memory.run(demoCommands(NOW, language))
  const find: Look['find'] = (collection, id) => [...memory.rows(collection)].find((row) => row.id === id) ?? null
  const [rule] = [...memory.rows(rules)]
  expect([rule?.on, rule?.actions.length]).toEqual([false, 2])
  expect(rule && ruleProblems(rule, { find, all: (collection) => memory.rows(collection) })).toEqual([])
  const order = [...memory.rows(orders)].find((one) => standingOf(one).state === 'measure')
  if (!order) throw new RangeError('No order waits for the measurer')
  const ofOrders = [...memory.rows(messageTemplates)].filter(({ sort }) => sort === 'work')
  const problems = ofOrders.map((template) => problemsOf(template, 'work', { order, find }))
  expect(problems.flat().filter((problem) => problem.is !== 'open')).toEqual([])
  expect(problems).toHaveLength(2)
})

test('twice makes everything once, at another hour of the day too', () => {
  const memory = demoAt(NOW)
  const count = () => Object.values(COLLECTIONS).map((collection) => [...memory.rows(collection as Collection)].length)
  const before = count()
  memory.run(demoCommands(NOW + 5 * 3_600_000))
  expect(count()).toEqual(before)
})

test('the month has every case that a user meets', () => {
  const { month } = split(demoAt(NOW))
  const standing = (order: Order) => standingOf(order)
  const cases = {
    parted: (order: Order) => standing(order).heads.length > 1,
    undone: (order: Order) =>
      order.moves.some((move) =>
        order.moves.some((one) => one.id === move.undoes && momentOf(move) - momentOf(one) <= UNDO_WINDOW),
      ),
    reopened: (order: Order) => order.moves.some((move) => move.state === COMPLETED) && !isCompleted(order),
    unposted: (order: Order) => !order.posted,
    successful: (order: Order) => standing(order).move?.completion === 'success',
    lost: (order: Order) => standing(order).move?.completion === 'cancelled',
    forgotten: (order: Order) =>
      !isCompleted(order) && momentOf(standing(order).move ?? { at: NOW, arrived: null }) < NOW - 10 * DAY,
    discounted: (order: Order) => order.lines.some((line) => (line.discount ?? 0) > 0),
  }
  expect(month).toHaveLength(120)
  for (const [name, has] of Object.entries(cases)) expect([name, month.filter(has).length]).not.toEqual([name, 0])
  expect(new Set(month.map((order) => order.responsible)).size).toBeGreaterThan(4)
  expect(new Set(month.flatMap((order) => order.moves.flatMap((move) => move.reason ?? []))).size).toBeGreaterThan(3)
  expect(month.filter(cases.successful).length).toBeGreaterThan(20)
})

const anyNow = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })

test('whenever it is, orders lie in the past, half of them in this month, and what they refer to is there', () => {
  fc.assert(
    fc.property(anyNow, (now) => {
      const memory = demoAt(now)
      const known = [customers, people, departments, organisations, states, kinds, reasons, products].map(
        (collection) => [collection.name, new Set([...names(memory, collection).keys(), COMPLETED])] as const,
      )
      const has = (collection: string, id: string | null) =>
        id === null || (new Map<string, ReadonlySet<string>>(known).get(collection)?.has(id) ?? false)
      const month = new Date(now + 3 * 3_600_000)
      const monthStart = Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), 1) - 3 * 3_600_000
      const { month: live } = split(memory)
      expect(live.filter((order) => (order.date ?? 0) >= monthStart).length).toBeGreaterThanOrEqual(57)
      for (const order of live) {
        const moments = order.moves.map(momentOf)
        expect(order.date).toBe(moments[0])
        expect(Math.max(...moments)).toBeLessThanOrEqual(now)
        expect([...moments].sort((a, b) => a - b)).toEqual(moments)
        expect(order.lines.every((line) => lineTotal(line) > 0)).toBe(true)
        expect(order.moves.every((move) => move.total === orderTotal(order))).toBe(true)
        expect(
          has('customers', order.customer) && has('people', order.responsible) && has('departments', order.department),
        ).toBe(true)
        expect(
          has('organisations', order.organisation) && order.lines.every((line) => has('products', line.product)),
        ).toBe(true)
        expect(
          order.moves.every(
            (move) =>
              has('kinds', move.kind) &&
              has('states', move.state) &&
              has('reasons', move.reason) &&
              has('people', move.author),
          ),
        ).toBe(true)
      }
    }),
    { numRuns: 12 },
  )
})

test('there is an account of each role a person can have, each with a person of its own', () => {
  const staff = new Map([...demoAt(NOW).rows(people)].map((person) => [person.id, person]))
  expect(new Set(DEMO_USERS.map((user) => user.role))).toEqual(new Set(['owner', 'admin', 'manager', 'viewer']))
  expect(DEMO_USERS.map((user) => staff.get(user.person)?.email)).toEqual(DEMO_USERS.map((user) => user.email))
})

test('loading writes some commands at a time and all of them, each as of its own time', async () => {
  const memory = new MemoryCompany(NOW)
  const times: number[] = []
  let writes = 0
  const as: As = ({ at }) => times.push(at)
  await loadDemo(async (command) => {
    memory.write((tx) => command(tx, as))
    writes++
  }, NOW)
  expect(writes).toBeGreaterThan(3)
  expect([...memory.rows(orders)]).toHaveLength(162)
  expect(times.every((at) => at <= NOW)).toBe(true)
  expect(times.filter((at) => at < OCTOBER_2016).length).toBeGreaterThan(42)
})

test('the English company is the same company', () => {
  const english = new MemoryCompany(NOW)
  english.run(demoCommands(NOW, 'en'))
  const ids = (memory: MemoryCompany) => [...memory.rows(orders)].map((order) => [order.id, orderTotal(order)])
  expect(ids(english)).toEqual(ids(demoAt(NOW)))
  expect([...names(english, states).values()].some((name) => /[а-я]/i.test(name))).toBe(false)
})

test('whatever day it is made on, the company has a short Friday and a Monday off ahead', () => {
  const values = { name: 'Ассоль', zone: 'Europe/Moscow' }
  const args = { collection: 'company', id: COMPANY, values } as const
  const founding: DemoCommand = { command: 'createRecord', args, person: null, at: NOW }
  for (const day of [0, 5, 6]) {
    const memory = new MemoryCompany(NOW + day * DAY)
    // A server has founded the company before it makes the demo of it.
    memory.run([founding, ...demoCommands(NOW + day * DAY)])
    const working = workingTimeOf([...memory.rows(company)][0] ?? null)
    const dates = Array.from({ length: 15 }, (_, ahead) =>
      new Date(NOW + (day + ahead) * DAY).toISOString().slice(0, 10),
    )
    const special = dates.map((date) => ({ date, ...working.day(date) })).filter(({ kind }) => kind !== null)
    expect(special.map(({ kind }) => kind)).toEqual(['shortDay', 'dayOff'])
    expect(special.map(({ date }) => new Date(date).getUTCDay())).toEqual([5, 1])
    expect(special.map(({ hours }) => hours)).toEqual([{ from: 540, to: 1020 }, null])
  }
})

test('PN1, PN4: the plan of 2015 is the slide’s, cut at its own ends', () => {
  const memory = demoAt(NOW)
  const plan = [...memory.rows(plans)].find((one) => one.number === '2') as Plan
  const scenario = [...memory.rows(scenarios)].find(({ id }) => id === plan.scenario)
  expect([scenario?.name, plan.periodicity, plan.from, plan.until]).toEqual([
    'Кухни',
    'byQuarter',
    '2015-02-01',
    '2015-09-30',
  ])
  expect(periodsOf(plan).map(({ from, until }) => [from, until])).toEqual([
    ['2015-02-01', '2015-03-31'],
    ['2015-04-01', '2015-06-30'],
    ['2015-07-01', '2015-09-30'],
  ])
  const rows = [...memory.rows(planRows)].filter((row) => row.plan === plan.id)
  const sums = rows.map(({ first, cells }) => [first, cells.map((cell) => [cell.id, cell.sum])])
  expect(Object.fromEntries(sums)).toEqual({
    'Бытовая техника': [
      ['2015-02-01', 1_094_700_00],
      ['2015-04-01', 1_817_670_00],
    ],
    Модули: [
      ['2015-02-01', 2_047_800_00],
      ['2015-04-01', 3_097_003_00],
    ],
  })
})

test('plans of the present year are about categories that goods have, and people that are there', () => {
  const memory = demoAt(NOW)
  const of = (first: Plan['first']) => {
    const plan = [...memory.rows(plans)].find((one) => one.from === '2026-01-01' && one.first === first)
    return [...memory.rows(planRows)].filter((row) => row.plan === plan?.id)
  }
  const categories = new Set([...memory.rows(products)].map(({ category }) => category))
  expect(of('byCategory').map(({ first }) => [first, categories.has(first)])).toEqual(
    of('byCategory').map(({ first }) => [first, true]),
  )
  const staff = names(memory, people)
  expect(of('byManager').every(({ first }) => staff.has(first ?? ''))).toBe(true)
  for (const row of [...of('byCategory'), ...of('byManager')]) expect(row.cells).toHaveLength(12)
  expect([of('byCategory').length, of('byManager').length]).toEqual([7, 6])
})

test.each(LANGUAGES)('the demo company has a site with goods at a price, that lacks nothing: %s', (language) => {
  const memory = new MemoryCompany(NOW)
  memory.run(demoCommands(NOW, language))
  const site = memory.rows(sites).find(({ id }) => id === SITE)
  if (!site) throw new RangeError('There is no site')
  const priced = [...memory.rows(products)].filter((one) => priceOn(one, site.priceType, '2026-11-23') !== null)
  expect(priced.length).toBeGreaterThan(5)
  expect(lackingIn({ ...site, goods: priced.length }, [...memory.rows(kinds)])).toEqual([])
})
