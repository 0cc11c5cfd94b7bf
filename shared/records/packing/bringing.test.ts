import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Collection } from '../declarations/collection.ts'
import { formatCreation, formatWrite } from '../declarations/value.ts'
import { parseKey } from '../keys/key.ts'
import { randomOf, shuffled } from '../simulation/chance/random.ts'
import { history } from '../simulation/chance/steps.ts'
import { parameters } from '../simulation/check.ts'
import { Held } from '../simulation/world/device.ts'
import { collectionsOf } from '../simulation/world/view.ts'
import { live, type World } from '../simulation/world/world.ts'
import { type Names, textsToBring } from './bringing.ts'
import { packDocument } from './document.ts'
import { GENERATION } from './generation.ts'

const WITHIN = 600_000

/** A world in which everybody has everything, and a document of it. */
function holds(runs: number, check: (world: World, name: string, random: (below: number) => number) => void): void {
  const lived = fc.property(history, (one) => {
    const world = live(one)
    world.settle()
    for (const { name } of [...world.device(0).documents()]) check(world, name, randomOf(one.seed))
  })
  fc.assert(lived, parameters(process.env, runs))
}

function packed(doc: Y.Doc): Y.Doc {
  const next = new Y.Doc()
  packDocument(doc, next, 'g')
  return next
}

/** A document with a part of another's texts, as one that was put back to an earlier state. */
function partOf(doc: Y.Doc, random: (below: number) => number): Y.Doc {
  const part = new Y.Doc()
  for (const name of doc.share.keys()) {
    if (name === GENERATION) continue
    for (const [key, text] of doc.getMap(name).entries()) if (random(3) > 0) part.getMap(name).set(key, text)
  }
  return part
}

/** What each device has of a document, some of them packed. */
function copiesOf(world: World, name: string, random: (below: number) => number): Map<string, Y.Doc> {
  const copyOf = (doc: Y.Doc) => (random(2) === 0 ? doc : packed(doc))
  return new Map(world.devices.map((device) => [device.name, copyOf(device.held(name).doc)]))
}

/** Everybody brings what the copy does not know; gives how much that was. */
function bringAll(copies: Iterable<[string, Y.Doc]>, into: Y.Doc, namesOf: (device: string) => Names): number {
  let brought = 0
  for (const [device, own] of copies) {
    const texts = textsToBring(own, into, namesOf(device))
    for (const { collection, key, text } of texts) {
      expect(parseKey(key)?.replica).toBe(namesOf(device).present)
      into.getMap(collection).set(key, text)
    }
    brought += texts.length
  }
  return brought
}

const asEver = (present: string): Names => ({ present, former: [] })
const renamed = (former: string): Names => ({ present: `${former}x`, former: [former] })

/** All that can be read of a document, as JSON by record; names of replicas without what renaming put there. */
function readIn(name: string, doc: Y.Doc): { readonly [record: string]: string } {
  const held = new Held(name, doc)
  const read = collectionsOf(name).flatMap((collection) => {
    const set = held.records<Collection>(collection)
    const ids = [...set.ids()].filter((id) => set.get(id) !== null)
    return ids.map((id) => [
      `${collection.name} ${id}`,
      JSON.stringify(set.get(id)).replaceAll(/"([ABC]\d)x"/g, '"$1"'),
    ])
  })
  return Object.fromEntries(read.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
}

test('R19: nothing is brought where all is known, packed or not', { timeout: WITHIN }, () => {
  holds(75, (world, name) => {
    for (const device of world.devices) {
      const { doc } = device.held(name)
      for (const into of [doc, packed(doc), packed(packed(doc))]) {
        for (const from of [doc, packed(doc)]) expect(textsToBring(from, into, asEver(device.name))).toEqual([])
      }
    }
  })
})

test('R19: what all have brought to an earlier state reads as what they had', { timeout: WITHIN }, () => {
  holds(100, (world, name, random) => {
    const expected = readIn(name, world.device(0).held(name).doc)
    const earlier = partOf(world.device(0).held(name).doc, random)
    const into = random(2) === 0 ? earlier : packed(earlier)
    const copies = copiesOf(world, name, random)
    bringAll(shuffled([...copies], random), into, asEver)
    expect(readIn(name, into)).toEqual(expected)
    expect(bringAll(copies, into, asEver)).toBe(0)
  })
})

test('R19: under new names it reads the same, once and twice', { timeout: WITHIN }, () => {
  holds(75, (world, name, random) => {
    const expected = readIn(name, world.device(0).held(name).doc)
    const into = partOf(world.device(0).held(name).doc, random)
    const copies = copiesOf(world, name, random)
    bringAll(shuffled([...copies], random), into, renamed)
    expect(readIn(name, into)).toEqual(expected)
    expect(bringAll(copies, into, renamed)).toBe(0)
  })
})

test('R19: what two devices wrote in the same moment is brought by both, under new names too', () => {
  const copyOf = (replica: string) => {
    const doc = new Y.Doc()
    doc.getMap('products').set(`p1/gone#${replica}`, formatWrite(`0mi1c2k3l001${replica}`, [], true))
    return doc
  }
  const into = new Y.Doc()
  const copies: [string, Y.Doc][] = [
    ['B2', copyOf('B2')],
    ['C0', copyOf('C0')],
  ]
  expect(bringAll(copies, into, renamed)).toBe(2)
  expect(bringAll(copies, into, renamed)).toBe(0)
})

test('R19: what lost and was seen is not brought again, what lost unseen is', () => {
  const at = (count: number, replica: string) => `0mi1c2k3l00${count}${replica}`
  const doc = new Y.Doc()
  const map = doc.getMap('products')
  map.set('p1#A', formatCreation(at(0, 'A'), 1, {}))
  map.set('p1/name#A', formatWrite(at(1, 'A'), [], 'first'))
  const into = new Y.Doc()
  into.getMap('products').set('p1#A', formatCreation(at(0, 'A'), 1, {}))
  const brought = () => textsToBring(doc, into, asEver('A')).map(({ key }) => key)
  expect(brought()).toEqual(['p1/name#A'])
  into.getMap('products').set('p1/name#B', formatWrite(at(2, 'B'), [], 'apart'))
  expect(brought()).toEqual(['p1/name#A'])
  into.getMap('products').set('p1/name#B', formatWrite(at(3, 'B'), [at(1, 'A')], 'seen'))
  expect(brought()).toEqual([])
})

test('R19: an entry written whole is brought, whoever has seen it and written it anew', () => {
  const at = (count: number, replica: string) => `0mi1c2k3l00${count}${replica}`
  const creation = formatCreation(at(0, 'A'), 1, {})
  const [doc, into] = [new Y.Doc(), new Y.Doc()]
  for (const one of [doc, into]) one.getMap('products').set('p1#A', creation)
  doc.getMap('products').set('p1/units/a#A', formatWrite(at(1, 'A'), [], { name: 'whole' }))
  into.getMap('products').set('p1/units/a#B', formatWrite(at(2, 'B'), [at(1, 'A')], { ratio: 2 }))
  expect(textsToBring(doc, into, asEver('A')).map(({ key }) => key)).toEqual(['p1/units/a#A'])
})
