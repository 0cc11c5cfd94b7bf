import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { products } from '../../goods/collections.ts'
import type { Collection } from '../declarations/collection.ts'
import { parsePack } from '../declarations/pack.ts'
import { formatCreation, formatWrite } from '../declarations/value.ts'
import { writtenApart } from '../reading/overwritten.ts'
import { randomOf, shuffled } from '../simulation/chance/random.ts'
import { type History, history } from '../simulation/chance/steps.ts'
import { parameters } from '../simulation/check.ts'
import { Held } from '../simulation/world/device.ts'
import { referenceRow } from '../simulation/world/reference.ts'
import { collectionsOf } from '../simulation/world/view.ts'
import { live, type World } from '../simulation/world/world.ts'
import { packDocument } from './document.ts'
import { GENERATION } from './generation.ts'

const WITHIN = 600_000

type Text = readonly [collection: string, key: string, text: unknown]

function holds(runs: number, check: (world: World, random: (below: number) => number) => void): void {
  const lived = (one: History) => check(live(one), randomOf(one.seed))
  fc.assert(fc.property(history, lived), parameters(process.env, runs))
}

/** All that can be read and decided in a document, as JSON by record. */
function readIn(held: Held): { readonly [record: string]: string } {
  const read = collectionsOf(held.name).flatMap((collection) => {
    const set = held.records<Collection>(collection)
    const ids = [...set.ids()].filter((id) => set.get(id) !== null)
    return ids.map((id) => [`${collection.name} ${id}`, JSON.stringify([set.get(id), writtenApart(set.writes(id))])])
  })
  return Object.fromEntries(read.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
}

function packed({ name, doc }: Held): Held {
  const next = new Y.Doc()
  packDocument(doc, next, 'g')
  return new Held(name, next)
}

function textsIn({ doc }: Held): Text[] {
  const collections = [...doc.share.keys()].filter((name) => name !== GENERATION)
  return collections.flatMap((name) => [...doc.getMap(name).entries()].map(([key, text]) => [name, key, text] as const))
}

/** What the devices have of a document beside what `held` has, and some of that once more: late, and repeated. */
function late(world: World, held: Held, random: (below: number) => number): Text[] {
  const here = new Map(textsIn(held).map(([name, key, text]) => [`${name} ${key}`, text]))
  const all = world.devices.flatMap((device) => {
    const own = textsIn(device.held(held.name)).filter(([, key]) => key.endsWith(`#${device.name}`))
    return own.filter(([name, key, text]) => here.get(`${name} ${key}`) !== text || random(3) === 0)
  })
  return shuffled(all, random)
}

function put({ doc }: Held, texts: readonly Text[]): void {
  doc.transact(() => {
    for (const [name, key, text] of texts) doc.getMap(name).set(key, text)
  })
}

test('R18: a packed document reads as it did, and packed once more the same', { timeout: WITHIN }, () => {
  holds(100, (world) => {
    for (const held of world.device(0).documents()) {
      const next = packed(held)
      expect(readIn(next)).toEqual(readIn(held))
      expect(textsIn(packed(next))).toEqual(textsIn(next))
      for (const [, key, text] of textsIn(next)) expect([key, parsePack(text) === null]).toEqual([key, false])
    }
  })
})

test('R18: what comes late to a packed document reads as if it had not been packed', { timeout: WITHIN }, () => {
  holds(150, (world, random) => {
    for (const held of [...world.device(0).documents()]) {
      const [next, texts] = [packed(held), late(world, held, random)]
      const again = packed(packed(held))
      const half = random(texts.length + 1)
      put(next, texts)
      put(again, texts.slice(0, half))
      const twice = packed(again)
      put(twice, texts.slice(half))
      put(held, texts)
      const expected = readIn(held)
      expect(readIn(next)).toEqual(expected)
      expect(readIn(twice)).toEqual(expected)
      expect(readIn(packed(twice))).toEqual(expected)
    }
  })
})

/** The stamp of a replica's write, of those of one product by its count. */
const at = (count: number, replica: string) => `0mi1c2k3l00${count}${replica}`

/** A replica's write to that product's name. */
const write = (count: number, replica: string, seen: readonly string[]): Text => [
  'products',
  `p1/name#${replica}`,
  formatWrite(at(count, replica), seen, `by ${replica}`),
]

test('R18: what somebody had seen stays seen, though he who says so is not kept', () => {
  const held = new Held('c/goods', new Y.Doc())
  const first = write(1, 'A', [])
  put(held, [['products', 'p1#A', formatCreation(at(0, 'A'), 1, {})]])
  put(held, [first, write(2, 'B', [at(1, 'A')]), write(3, 'C', [at(2, 'B')])])
  const next = packed(held)
  put(next, [first])
  expect(writtenApart(next.records<Collection>(products).writes('p1'))).toEqual([])
})

test('R18: the last write, come once more with less, takes nothing from what was seen', () => {
  const held = new Held('c/goods', new Y.Doc())
  const [first, last] = [write(1, 'A', []), write(3, 'C', [at(2, 'B')])]
  put(held, [['products', 'p1#A', formatCreation(at(0, 'A'), 1, {})]])
  put(held, [first, write(2, 'B', [at(1, 'A')]), last])
  const next = packed(held)
  put(next, [first, last])
  expect(writtenApart(next.records<Collection>(products).writes('p1'))).toEqual([])
})

test('R3, R18: keys and texts of another form go over as they are', () => {
  const held = new Held('c/goods', new Y.Doc())
  const odd: Text[] = [
    ['products', 'p1/name/of/many/parts#A', 'x'],
    ['products', 'p1/name#A', 'no write'],
    ['products', 'no key at all', 17],
  ]
  put(held, [['products', 'p1#A', formatCreation('0mi1c2k3l000A', 1, { name: 'made' })], ...odd])
  const there = packed(packed(held)).doc.getMap('products')
  for (const [, key, text] of odd) expect(there.get(key)).toEqual(text)
  expect([...there.keys()].sort()).toEqual(['p1', ...odd.map(([, key]) => key)].sort())
})

test('R18: a creation of the same values in other letters is packed as well', () => {
  const held = new Held('c/goods', new Y.Doc())
  put(held, [['products', 'p1#A', '0mi1c2k3l000A 1 { "name" : "\\u0061" }']])
  expect(readIn(packed(held))).toEqual(readIn(held))
})

test('R18: the plain second reading reads packs as well', { timeout: WITHIN }, () => {
  holds(50, (world, random) => {
    for (const held of [...world.device(0).documents()]) {
      const next = packed(held)
      put(next, late(world, held, random))
      for (const collection of collectionsOf(next.name)) {
        const texts = new Map(next.doc.getMap(collection.name).entries())
        const set = next.records<Collection>(collection)
        const rows = [...set.ids()].map((id) => [id, set.get(id)])
        expect(rows).toEqual([...set.ids()].map((id) => [id, referenceRow(collection, id, texts)]))
      }
    }
  })
})
