import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foundCompany } from '../company/found-company.ts'
import { STARTERS } from '../company/starter.ts'
import type { Facts } from '../counterparties/finding.ts'
import { kinds, states } from '../orders/collections.ts'
import { Shop } from '../orders/testing/shop.ts'
import { byPlace } from '../records/declarations/place.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import { lackingOf } from './lacking.ts'
import { ASIDE, doneSteps, openSteps, STEPS, type Standing } from './steps.ts'
import { kindsOfTrade, TRADES } from './trades.ts'

const NEW: Standing = {
  ...{ inns: [null], zone: 'Europe/Moscow', currency: 'RUB', switched: 0, people: 1 },
  ...{ kinds: ['sale', 'job'], products: 0, customers: 0, orders: 0 },
}

test('FS1: a new company has its currency, and each step is done by its records alone', () => {
  expect([...doneSteps(NEW)]).toEqual(['money'])
  expect([...doneSteps({ ...NEW, inns: [null, '7707083893'] })]).toEqual(['company', 'money'])
  for (const wrong of ['7707083894', '770708389', ' ', 'нет'])
    expect([...doneSteps({ ...NEW, inns: [wrong] })], wrong).toEqual(['money'])
  expect([...doneSteps({ ...NEW, kinds: ['retail'], people: 2, switched: 1 })]).toEqual([
    ...['money', 'features', 'people', 'process'],
  ])
  expect([...doneSteps({ ...NEW, products: 3, customers: 1, orders: 1 })]).toEqual([
    ...['money', 'process', 'goods', 'customers', 'order'],
  ])
})

test('FS1: what is passed over is not before one, whatever is done; put aside, or behind the first order, nothing is', () => {
  fc.assert(
    fc.property(fc.subarray([...STEPS]), fc.subarray([...STEPS]), (done, passed) => {
      const open = openSteps(new Set(done), passed)
      const left = STEPS.filter((step) => !done.includes(step) && !passed.includes(step))
      expect(open).toEqual(done.includes('order') ? [] : left)
      expect(openSteps(new Set(done), [...passed, ASIDE])).toEqual([])
    }),
  )
})

/** A new company on a desk. */
function founded(name: string): Shop {
  const shop = new Shop(name)
  const about = { company: 'Салон', zone: 'Europe/Moscow', currency: 'RUB', language: 'ru' } as const
  shop.run((tx) => foundCompany(tx, about, STARTERS.ru))
  return shop
}

const kindsOf = (shop: Shop) =>
  [...shop.device.open(kinds, 'sale').records(kinds).rows()].filter(({ gone }) => !gone).sort(byPlace)
const statesOf = (shop: Shop) => [...shop.device.open(states, 'new').records(states).rows()].filter(({ gone }) => !gone)

test('FS2: whatever was taken before, a trade’s kinds stand with their states, and each state has a kind', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TRADES), { minLength: 1, maxLength: 5 }), (taken) => {
      const shop = founded('A')
      for (const id of taken) shop.do('takeTrade', { id, language: 'ru' })
      const last = kindsOfTrade(taken.at(-1) ?? 'retail', 'ru')
      const now = kindsOf(shop)
      for (const { id, states: all } of last)
        expect(now.find((kind) => kind.id === id)?.states.map((state) => state.id)).toEqual(
          all.map((state) => state.id),
        )
      expect(now.filter(({ sort }) => sort === 'customer').length).toBeLessThanOrEqual(1)
      const used = new Set(now.flatMap((kind) => kind.states.map(({ id }) => id)))
      expect(new Set(statesOf(shop).map(({ id }) => id))).toEqual(used)
    }),
    { numRuns: 40 },
  )
})

test('FS2: two who take the same apart from each other come to one, and what was made by hand stays', () => {
  const [one, two] = [founded('A'), new Shop('B')]
  one.do('createRecord', { collection: 'kinds', id: 'own', values: { name: 'Свой', sort: 'customer' } })
  exchange(one, two)
  for (const shop of [one, two]) shop.do('takeTrade', { id: 'kitchens', language: 'ru' })
  exchange(one, two)
  for (const shop of [one, two]) expect(kindsOf(shop).map(({ id }) => id)).toEqual(['toMeasure', 'job', 'own'])
  expect(kindsOf(one)[0]?.states).toHaveLength(8)
})

test('what a service knows of an organisation fills what it lacks, and nothing that stands there', () => {
  const bare = { name: 'Салон', fullName: null, kpp: null, ogrn: '', address: 'Невский, 1', headPost: null, head: null }
  const facts = { name: 'ООО «Салон»', fullName: 'Общество', kpp: '780101001', ogrn: null, address: 'Лиговский, 2' }
  const found = { ...facts, headPost: 'Директор', head: 'Громова О. И.' } as unknown as Facts
  expect(lackingOf(bare, found)).toEqual({
    ...{ fullName: 'Общество', kpp: '780101001', headPost: 'Директор', head: 'Громова О. И.' },
  })
})
