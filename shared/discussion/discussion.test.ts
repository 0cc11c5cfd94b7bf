import { expect, test } from 'vitest'
import { seeded } from '../../tests/support/random.ts'
import { rowReader, valuesOf } from '../columns/layout.ts'
import { devices } from '../company/collections.ts'
import { COMMON } from '../documents/families.ts'
import { ORDER, Shop } from '../orders/testing/shop.ts'
import type { Collection, Row } from '../records/declarations/collection.ts'
import { derivedId, newId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import { exchange } from '../records/simulation/world/desk.ts'
import { authorOf } from './authors.ts'
import { type Comment, comments } from './collections.ts'
import { inOrder, saidAt, sayingAt } from './said.ts'

const ABOUT = `orders/${ORDER}`
const SAID = derivedId(COMMON, START, 'test', 'said')
const MINUTE = 60_000

function heldIn(shop: Shop): Comment[] {
  const held = shop.device.open(comments, SAID).records(comments)
  return inOrder([...held.rows()].filter((row) => row.about === ABOUT))
}

test.each([3, 14, 159])('D1: however people are apart, nothing is lost and all read one order; seed %s', (seed) => {
  const random = seeded(seed)
  const time = { now: START }
  const shops = ['A', 'B', 'C'].map((name) => new Shop(name, time))
  const said = new Set<string>()
  for (const [i, { device }] of shops.entries()) device.offset = (i - 1) * MINUTE
  for (let step = 0; step < 120; step++) {
    const shop = shops[Math.floor(random() * shops.length)] as Shop
    const [one, other] = shops.toSorted(() => random() - 0.5) as [Shop, Shop]
    if (random() < 0.2) exchange(one, other)
    time.now += Math.floor(random() * 3)
    const before = heldIn(shop)
    const [id, read] = [newId(COMMON, time.now), before.at(-1)]
    shop.do('addComment', { id, about: ABOUT, text: `${step}`, read: read ? saidAt(read) : null })
    said.add(id)
    const own = shop.row(comments, id)
    // D2: behind all that its author had.
    expect(heldIn(shop).at(-1)?.id).toBe(own.id)
  }
  exchange(...shops)
  const orders = shops.map((shop) => heldIn(shop).map(({ id }) => id))
  expect(new Set(orders[0])).toEqual(said)
  for (const order of orders) expect(order).toEqual(orders[0])
})

test('D1: columns hold the same order', () => {
  const shop = new Shop('A')
  for (let i = 0; i < 5; i++) shop.do('addComment', { id: newId(COMMON, START + i), about: ABOUT, text: `${i}` })
  const read = rowReader(comments)
  const kept = heldIn(shop).map((row) => read(row.id, valuesOf(comments, row as unknown as Row<Collection>)))
  expect(inOrder(kept.toReversed())).toEqual(heldIn(shop))
})

test('D2: a clock that is days ahead carries nobody along', () => {
  expect(sayingAt(START, null)).toBe(START)
  expect(sayingAt(START, START + MINUTE)).toBe(START + MINUTE + 1)
  expect(sayingAt(START, START + 24 * 60 * MINUTE)).toBe(START)
})

test('D3: the author is who holds the device; of what the server brings, whom it names', () => {
  const holderOf = (replica: string) => (replica === 'A' ? 'mira' : null)
  expect(authorOf({ madeBy: 'A', author: 'timur' }, holderOf)).toBe('mira')
  expect(authorOf({ madeBy: 'server', author: 'timur' }, holderOf)).toBe('timur')
  const shop = new Shop('A')
  shop.do('addComment', { id: SAID, about: ABOUT, text: 'Да', author: 'timur' })
  expect(authorOf(shop.row(comments, SAID), holderOf)).toBe('mira')
})

test('D7: what is too long is refused, said and changed alike', () => {
  const shop = new Shop('A')
  const [long, most] = ['x'.repeat(20_001), 'x'.repeat(20_000)]
  expect(shop.refusal('addComment', { id: SAID, about: ABOUT, text: long })).toBe('comment-long')
  shop.do('addComment', { id: SAID, about: ABOUT, text: most })
  expect(shop.refusal('editComment', { id: SAID, text: long })).toBe('comment-long')
  expect(shop.row(comments, SAID).text).toBe(most)
})

test('D4: its author alone changes it and takes it back', () => {
  const [mira, timur] = [new Shop('A'), new Shop('B')]
  const server = new Shop('server')
  const hold = (replica: string, person: string) =>
    server.run((tx) => tx.create(devices, replica, { person, label: replica }))
  hold('A', mira.device.person)
  hold('B', timur.device.person)
  mira.do('addComment', { id: SAID, about: ABOUT, text: 'Цена 100' })
  exchange(server, mira, timur)
  expect(timur.refusal('editComment', { id: SAID, text: 'Цена 90' })).toBe('comment-of-another')
  expect(timur.refusal('removeComment', { id: SAID })).toBe('comment-of-another')
  mira.do('editComment', { id: SAID, text: 'Цена 110, <@p2>' })
  expect(mira.row(comments, SAID)).toMatchObject({ text: 'Цена 110, <@p2>', mentions: ['p2'] })
  expect(mira.row(comments, SAID).edited).not.toBe(null)
  mira.do('removeComment', { id: SAID })
  expect(mira.row(comments, SAID)).toMatchObject({ gone: true, goneBy: 'A' })
  expect(mira.refusal('addComment', { id: ORDER, about: ABOUT, text: ' \n' })).toBe('comment-empty')
})
