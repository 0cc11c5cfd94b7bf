import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Collection } from '../declarations/collection.ts'
import { formatCreation, formatWrite, type Json } from '../declarations/value.ts'
import { writtenApart } from '../reading/overwritten.ts'
import { randomOf } from '../simulation/chance/random.ts'
import { history } from '../simulation/chance/steps.ts'
import { parameters } from '../simulation/check.ts'
import { Held } from '../simulation/world/device.ts'
import { collectionsOf } from '../simulation/world/view.ts'
import { live } from '../simulation/world/world.ts'
import { textsToBring } from './bringing.ts'
import { type Cut, cutOf, joined } from './cut.ts'
import { cutDocument, packDocument } from './document.ts'

const WITHIN = 600_000

/** A cut of some fields of a collection, and of some of its lists’ fields. */
function cutOfSome({ fields, lists }: Collection, random: (below: number) => number): Cut {
  const some = (all: object) =>
    Object.fromEntries(Object.keys(all).flatMap((name) => (random(2) ? [[name, null]] : [])))
  const cutLists = Object.entries(lists).map(([name, list]) => [name, { fields: some(list.fields) }] as const)
  return { fields: some(fields), lists: Object.fromEntries(cutLists) }
}

const cutInto = (doc: Y.Doc, cuts: ReadonlyMap<string, Cut>) => {
  const next = new Y.Doc()
  cutDocument(doc, next, 'g', cuts)
  return next
}

function holds(
  runs: number,
  check: (of: {
    name: string
    doc: Y.Doc
    cuts: Map<string, Cut>
    devices: readonly { name: string; doc: Y.Doc }[]
  }) => void,
) {
  const lived = fc.property(history, (one) => {
    const [world, random] = [live(one), randomOf(one.seed)]
    world.settle()
    for (const { name, doc } of [...world.device(0).documents()]) {
      const held = new Held(name, doc)
      const cuts = new Map<string, Cut>()
      for (const collection of collectionsOf(name))
        for (const id of held.records<Collection>(collection).ids())
          if (random(2)) cuts.set(`${collection.name}/${id}`, cutOfSome(collection, random))
      const devices = world.devices.map((device) => ({ name: device.name, doc: device.held(name).doc }))
      check({ name, doc, cuts, devices })
    }
  })
  fc.assert(lived, parameters(process.env, runs))
}

test('ER3: a record that was cut reads as if nothing had stood there, all others as before', {
  timeout: WITHIN,
}, () => {
  holds(25, ({ name, doc, cuts }) => {
    const [before, after] = [new Held(name, doc), new Held(name, cutInto(doc, cuts))]
    for (const collection of collectionsOf(name)) {
      const [old, now] = [before.records<Collection>(collection), after.records<Collection>(collection)]
      for (const id of old.ids()) {
        const [was, is, cut] = [old.get(id), now.get(id), cuts.get(`${collection.name}/${id}`)]
        if (!was || !cut) {
          expect(is).toEqual(was)
          continue
        }
        for (const [field, { fallback }] of Object.entries(collection.fields))
          expect(is?.[field as 'id']).toEqual(field in cut.fields ? fallback : was[field as 'id'])
        expect(is?.changedAt).toBe(was.changedAt)
        for (const { path } of writtenApart(now.writes(id))) expect(path in cut.fields).toBe(false)
      }
    }
  })
})

test('ER3, R19: nobody brings what was cut, packed once more or not, and cut twice is cut once', {
  timeout: WITHIN,
}, () => {
  holds(25, ({ doc, cuts, devices }) => {
    const once = cutInto(doc, cuts)
    const packed = new Y.Doc()
    packDocument(once, packed, 'h')
    for (const into of [once, packed, cutInto(once, cuts)]) {
      for (const { name, doc: own } of devices)
        expect(textsToBring(own, into, { present: name, former: [] })).toEqual([])
      for (const [record, cut] of cuts) {
        const [collection = '', id = ''] = record.split('/')
        expect(cutOf(into, collection, id)).toEqual(cut)
      }
    }
  })
})

const at = (count: number, replica: string) => `0mi1c2k3l00${count}${replica}`
const CUT: Cut = { fields: { name: 'gone', phone: null }, lists: { phones: { fields: { number: null } } } }

function customerOf(...more: readonly (readonly [path: string, count: number, value: Json])[]): Y.Doc {
  const doc = new Y.Doc()
  const map = doc.getMap('customers')
  map.set('c1#A', formatCreation(at(0, 'A'), 1, { name: 'Тайна', phones: { e1: { number: 'тайна' } }, segment: 's' }))
  map.set('c1/phone#A', formatWrite(at(1, 'A'), [], 'тайна'))
  map.set('c1/odd key', 'тайна')
  map.set('c2#A', formatCreation(at(2, 'A'), 1, { name: 'Другой' }))
  for (const [path, count, value] of more) map.set(`c1/${path}#A`, formatWrite(at(count, 'A'), [], value))
  return doc
}

const textOf = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('utf8')

test('ER3: nothing of what was cut is in the bytes of the next generation, overwritten or not', () => {
  const doc = customerOf()
  doc.getMap('customers').set('c1/phone#B', formatWrite(at(3, 'B'), [at(1, 'A')], 'другая тайна'))
  const text = textOf(cutInto(doc, new Map([['customers/c1', CUT]])))
  expect(text).not.toMatch(/тайна/iu)
  expect(text).toContain('Другой')
  expect(text).toContain('"segment":"s"')
})

test('ER7: what a device wrote to it apart is not brought; of an entry written whole the personal fields are not', () => {
  const into = cutInto(customerOf(), new Map([['customers/c1', CUT]]))
  const from = customerOf(
    ['phone', 5, 'поздняя тайна'],
    ['name', 5, 'поздняя тайна'],
    ['segment', 5, 'vip'],
    ['phones/e2', 5, { number: 'поздняя тайна', note: 'n' }],
    ['phones/e1/number', 5, 'поздняя тайна'],
  )
  const brought = textsToBring(from, into, { present: 'A', former: [] })
  expect(brought.map(({ key, text }) => [key, text.slice(text.indexOf(' ') + 1)]).sort()).toEqual([
    ['c1/phones/e2#A', '{"number":null,"note":"n"}'],
    ['c1/segment#A', '"vip"'],
  ])
})

test('ER7: of some entries alone, and of those that name the contact, is cut; two cuts are both', () => {
  const cut: Cut = {
    fields: {},
    lists: { phones: { fields: { number: null }, entries: ['e1'], of: { field: 'contact', value: 'k' } } },
  }
  const doc = customerOf(['phones/e2', 1, { number: '2' }])
  const into = cutInto(doc, new Map([['customers/c1', cut]]))
  const from = customerOf(
    ['phones/e2', 1, { number: '2' }],
    ['phones/e3', 5, { number: '3', contact: 'k' }],
    ['phones/e4', 5, { number: '4' }],
  )
  const texts = textsToBring(from, into, { present: 'A', former: [] }).map(({ text }) =>
    text.slice(text.indexOf(' ') + 1),
  )
  expect(texts.sort()).toEqual(['{"number":"4"}', '{"number":null,"contact":"k"}'])
  expect(joined(cut, CUT).lists.phones).toEqual({ fields: { number: null } })
  expect(cutOf(cutInto(into, new Map([['customers/c1', CUT]])), 'customers', 'c1')).toEqual(joined(cut, CUT))
})
