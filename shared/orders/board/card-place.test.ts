import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlace } from '../../records/declarations/place.ts'
import { derivedId } from '../../records/keys/id.ts'
import { START } from '../../records/simulation/chance/deeds.ts'
import { exchange } from '../../records/simulation/world/desk.ts'
import { makeOrder, Shop, shopWithOrder } from '../testing/shop.ts'
import { type Between, betweenAt, cardPlaceOf, placeByTime, standsBefore } from './card-place.ts'

const IDS = [1, 2, 3, 4, 5, 6].map((n) => derivedId('common', START, 'test', `card ${n}`))
const time = fc.oneof(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.constantFrom(0, START, 8.64e15, -8.64e15))

/** A shop with six orders of one moment, and another that has the same. */
function twoShops(): [Shop, Shop] {
  const [one, other] = [shopWithOrder('A'), new Shop('B')]
  for (const id of IDS) {
    makeOrder(one, id)
    one.do('setOrder', { id, fields: { date: START } })
  }
  exchange(one, other)
  return [one, other]
}

/** The cards of the six orders as a board shows them. */
function column(shop: Shop): { readonly id: string; readonly place: string }[] {
  return IDS.map((id) => ({ id, place: cardPlaceOf(shop.order(id)) })).sort((a, b) => (standsBefore(a, b) ? -1 : 1))
}

/** Puts a card at a position among the others, as a drop on the board does; the order that is to come of it. */
function put(shop: Shop, id: string, index: number): string[] {
  const others = column(shop).filter((card) => card.id !== id)
  putBetween(shop, id, betweenAt(others, index))
  return others.map((card) => card.id).toSpliced(index, 0, id)
}

function putBetween(shop: Shop, id: string, between: Between | undefined): void {
  shop.do('moveCard', { id, seen: null, to: { kind: 'kitchens', state: 'new' }, ...(between && { between }) })
}

const ids = (shop: Shop) => column(shop).map((card) => card.id)
const drop = fc.record({ by: fc.constantFrom(0, 1), card: fc.constantFrom(...IDS), at: fc.nat(5), meet: fc.boolean() })

describe('places by time', () => {
  test('are places, later times before earlier ones', () => {
    fc.assert(
      fc.property(time, time, fc.constantFrom(...IDS), (a, b, id) => {
        const [x, y] = [placeByTime(a, id), placeByTime(b, id)]
        expect([x, y].every(isPlace)).toBe(true)
        if (a < b && Math.max(Math.abs(a), Math.abs(b)) <= 4e15) expect(x > y).toBe(true)
      }),
    )
  })

  test('of one time are told apart by the order', () => {
    expect(new Set(IDS.map((id) => placeByTime(START, id))).size).toBe(IDS.length)
  })
})

test('cards that nobody put anywhere stand newest first', () => {
  const [shop] = twoShops()
  for (const [i, id] of IDS.entries()) shop.do('setOrder', { id, fields: { date: START + i } })
  expect(ids(shop)).toEqual([...IDS].reverse())
})

test('a card stands where it is put, among cards put and not put', () => {
  fc.assert(
    fc.property(fc.array(drop, { maxLength: 30 }), (drops) => {
      const [shop] = twoShops()
      for (const { card, at } of drops) {
        const wanted = put(shop, card, at)
        expect(ids(shop)).toEqual(wanted)
      }
    }),
    { numRuns: 60 },
  )
})

test('two devices that put cards apart from each other come to one order, in which cards can be put again', () => {
  fc.assert(
    fc.property(fc.array(drop, { minLength: 1, maxLength: 20 }), (drops) => {
      const shops = twoShops()
      for (const { by, card, at, meet } of drops) {
        put(shops[by === 0 ? 0 : 1], card, at)
        if (meet) exchange(...shops)
      }
      exchange(...shops)
      expect(ids(shops[0])).toEqual(ids(shops[1]))
      const wanted = put(shops[0], IDS[0] ?? '', 3)
      exchange(...shops)
      expect(shops.map(ids)).toEqual([wanted, wanted])
    }),
    { numRuns: 60 },
  )
})

test('the only card of a column keeps the place that it has', () => {
  expect(betweenAt([], 0)).toBeUndefined()
})

test('two cards that were put on one place apart: a third goes between them all the same', () => {
  const [one, other] = twoShops()
  const [a = '', b = '', c = '', d = ''] = ids(one)
  const between = betweenAt(column(one), 1)
  putBetween(one, c, between)
  putBetween(other, d, between)
  exchange(one, other)
  const first = [c, d].sort()
  expect(ids(one).slice(0, 4)).toEqual([a, ...first, b])
  const written = put(one, b, 2)
  exchange(one, other)
  expect([ids(one), ids(other)]).toEqual([written, written])
})
