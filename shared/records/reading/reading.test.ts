import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../customers/collections.ts'
import { kinds, orders, states } from '../../orders/collections.ts'
import type { Collection } from '../declarations/collection.ts'
import { timeOf } from '../keys/stamp.ts'
import { type Change, RecordSet } from './record-set.ts'

const A = '0mi1c2k3l000A'
const B = '0mi1c2k3l001B'
const LATER = '0mi1c2k3m000A'

/** The records of a collection in a document with these texts. */
function read<C extends Collection>(collection: C, texts: Readonly<Record<string, unknown>>): RecordSet<C> {
  const doc = new Y.Doc()
  for (const [key, text] of Object.entries(texts)) doc.getMap(collection.name).set(key, text)
  return new RecordSet(doc, collection)
}

describe('reading', () => {
  test('R4: a written path stands above the record as created, though its stamp is lower', () => {
    const set = read(customers, { 'c#A': `${LATER} 1 {"name":"made","note":"made"}`, 'c/name#B': `${B} "written"` })
    expect(set.get('c')).toMatchObject({ name: 'written', note: 'made' })
  })

  test('R4: a written field stands above entries written whole, each of which counts for its fields', () => {
    const set = read(orders, {
      'o#A': `${A} 1 {"lines":{"e":{"text":"made","unit":"made","price":1}}}`,
      'o/lines/e#A': `${A} {"text":"whole A","unit":"whole A"}`,
      'o/lines/e#B': `${B} {"text":"whole B"}`,
      'o/lines/e/text#A': `${A} "field"`,
    })
    expect(set.get('o')?.lines).toMatchObject([{ text: 'field', unit: 'whole A', price: 1 }])
  })

  test('R5: of two creations the lower stamp counts, whoever comes first', () => {
    const texts = { 'c#A': `${LATER} 1 {"name":"late","note":"late"}`, 'c#B': `${B} 1 {"name":"early"}` }
    const turned = Object.fromEntries(Object.entries(texts).reverse())
    for (const all of [texts, turned])
      expect(read(customers, all).get('c')).toMatchObject({ name: 'early', note: null, madeBy: 'B' })
  })

  test('R6: writes whose record has not arrived wait for it, fields of an entry for the entry', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('orders')
    const set = new RecordSet(doc, orders)
    map.set('o/note#A', `${A} "early"`)
    map.set('o/lines/e/text#A', `${A} "early too"`)
    expect([[...set.rows()], set.get('o')]).toEqual([[], null])
    map.set('o#B', `${B} 1 {}`)
    expect(set.get('o')).toMatchObject({ note: 'early', lines: [] })
    map.set('o/lines/e#B', `${B} {"unit":"pc"}`)
    expect(set.get('o')?.lines).toMatchObject([{ id: 'e', text: 'early too', unit: 'pc' }])
  })

  test('R7: entries stand by place, then id, those without a place last', () => {
    const places = { c: '"a1"', a: 'null', d: '"a0"', b: '"a1"', e: '"no place"' }
    const entries = Object.entries(places).map(([id, place]) => `"${id}":{"place":${place}}`)
    const set = read(kinds, { 'k#A': `${A} 1 {"states":{${entries.join(',')}}}` })
    expect(set.get('k')?.states.map((entry) => entry.id)).toEqual(['d', 'b', 'c', 'a', 'e'])
  })

  test('R9: what does not fit its field reads as the fallback, unknown names are kept unread', () => {
    const set = read(customers, { 'c#A': `${A} 1 {"name":7,"type":"alien","colour":"red"}`, 'c/note#A': `${A} []` })
    expect(set.get('c')).toMatchObject({ name: null, type: null, note: null })
    expect(set.get('c')).not.toHaveProperty('colour')
  })

  test('R2: names of no form inside a created record are not read', () => {
    const inner = '"__proto__":{"x":{}},"constructor":1,"lines/e":true,"lines":{"e/text":{"text":"x"},"__proto__":{}}'
    const set = read(orders, { 'o#A': `${A} 1 {${inner},"note":"read"}` })
    expect(set.get('o')).toMatchObject({ note: 'read', lines: [] })
  })

  test('R3: a text of no form hides no write below it', () => {
    const set = read(customers, {
      'c#A': `${A} 1 {}`,
      'c#B': `0000000000000B 1 []`,
      'c/name#A': `${A} "well"`,
      'c/name#B': `${B} not json`,
    })
    expect(set.get('c')).toMatchObject({ name: 'well', madeBy: 'A' })
    expect(set.writes('c').odd).toEqual(['c#B', 'c/name#B'])
  })

  test('R10: edits made while a record or an entry is removed show after restoring', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('orders')
    const set = new RecordSet(doc, orders)
    map.set('o#A', `${A} 1 {"lines":{"e":{"text":"old"}}}`)
    map.set('o/gone#A', `${A} true`)
    map.set('o/lines/e/gone#A', `${A} true`)
    map.set('o/note#B', `${LATER.slice(0, 12)}B "edited"`)
    map.set('o/lines/e/text#B', `${LATER.slice(0, 12)}B "new"`)
    const removed = { gone: true, goneAt: timeOf(A), goneBy: 'A' }
    expect(set.get('o')).toMatchObject({ ...removed, note: 'edited', lines: [] })
    map.set('o/gone#A', `${LATER} false`)
    map.set('o/lines/e/gone#A', `${LATER} null`)
    const restored = { gone: false, goneAt: null, goneBy: null }
    expect(set.get('o')).toMatchObject({ ...restored, note: 'edited', lines: [{ text: 'new' }] })
  })

  test('changedAt is the last write that is no fact, no place and not the server’s (R7)', () => {
    const at = (stamp: string) => Number.parseInt(stamp.slice(0, 9), 36)
    const made = { 'o#A': `${B.slice(0, 12)}A 1 {"note":"x","moves":{"m":{}}}` }
    expect(read(orders, made).get('o')?.changedAt).toBe(at(B))
    const facts = { ...made, 'o/moves/n#A': `${LATER} {}`, 'o/number#server': `${LATER.slice(0, 12)}server "7"` }
    expect(read(orders, facts).get('o')?.changedAt).toBe(at(B))
    const places = { ...facts, 'o/cardPlace#A': `${LATER} "a1"` }
    expect(read(orders, places).get('o')).toMatchObject({ cardPlace: 'a1', changedAt: at(B) })
    expect(read(orders, { ...facts, 'o/lines/e#A': `${LATER} {}` }).get('o')?.changedAt).toBe(at(LATER))
    expect(read(orders, { ...facts, 'o/source#A': `${LATER} "x"` }).get('o')?.changedAt).toBe(at(LATER))
  })
})

describe('R15: the change feed', () => {
  test('tells once per transaction, each record once, with its origin', () => {
    const doc = new Y.Doc()
    const set = new RecordSet(doc, customers)
    const told: (readonly Change<typeof customers>[])[] = []
    set.observe((changes) => told.push(changes))
    doc.transact(() => {
      const map = doc.getMap('customers')
      map.set('c#A', `${A} 1 {"name":"first"}`)
      map.set('c/name#A', `${A} "second"`)
      map.set('d#A', `${A} 1 {}`)
    }, 'here')
    doc.getMap('customers').set('c/name#B', `${B} "third"`)
    expect(
      told.map((changes) => changes.map(({ id, before, after, origin }) => [id, before?.name, after?.name, origin])),
    ).toEqual([
      [
        ['c', undefined, 'second', 'here'],
        ['d', undefined, null, 'here'],
      ],
      [['c', 'second', 'third', null]],
    ])
  })

  test('tells of a write that lost too, but of no record that is not there', () => {
    const doc = new Y.Doc()
    const map = doc.getMap('customers')
    map.set('c#A', `${A} 1 {}`)
    map.set('c/name#A', `${LATER} "present"`)
    const set = new RecordSet(doc, customers)
    const told: string[] = []
    set.observe((changes) => told.push(...changes.map((change) => change.id)))
    map.set('c/name#B', `${B} "lost"`)
    map.set('unheard/name#B', `${B} "early"`)
    map.set('junk', 7)
    expect(told).toEqual(['c'])
  })

  test('tells when every collection of the document reads as it is after', () => {
    const doc = new Y.Doc()
    const [kindSet, stateSet] = [new RecordSet(doc, kinds), new RecordSet(doc, states)]
    const seen: (string | null | undefined)[] = []
    kindSet.observe(() => seen.push(stateSet.get('s')?.name))
    stateSet.observe((changes) => seen.push(...changes.map(({ before, after }) => `${before?.name} ${after?.name}`)))
    doc.transact(() => {
      doc.getMap('kinds').set('k#A', `${A} 1 {}`)
      doc.getMap('states').set('s#A', `${A} 1 {"name":"new"}`)
    })
    expect(seen).toEqual(['new', 'undefined new'])
  })

  test('is silent once it is closed or undone', () => {
    const doc = new Y.Doc()
    const set = new RecordSet(doc, customers)
    let told = 0
    const stop = set.observe(() => told++)
    stop()
    doc.getMap('customers').set('c#A', `${A} 1 {}`)
    set.observe(() => told++)
    set.close()
    doc.getMap('customers').set('d#A', `${A} 1 {}`)
    expect(told).toBe(0)
  })
})

test('of two rows that read alike the one that stands elsewhere is kept; one that reads otherwise is not', () => {
  const set = read(customers, { 'c#A': `${A} 1 {"name":"made"}`, 'd#A': `${A} 1 {"name":"other"}` })
  const again = read(customers, { 'c#A': `${A} 1 {"name":"made"}`, 'd#A': `${A} 1 {"name":"changed"}` })
  const [c, d] = [...set.rows()]
  if (!c || !d) throw new RangeError('no rows')
  expect(again.instead(c)).toBe(c)
  expect(again.get('c')).toBe(c)
  expect(again.instead(d)).toMatchObject({ name: 'changed' })
  expect(read(customers, {}).instead(c)).toBeNull()
})
