import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Collection } from '../declarations/collection.ts'
import { overwritten } from '../reading/overwritten.ts'
import { RecordSet } from '../reading/record-set.ts'
import { Values } from '../reading/values.ts'
import type { Act } from './chance/choose.ts'
import { randomOf, shuffled } from './chance/random.ts'
import { type History, history } from './chance/steps.ts'
import { parameters } from './check.ts'
import { Held } from './world/device.ts'
import { jsonIn } from './world/ledger.ts'
import { referenceRow } from './world/reference.ts'
import { collectionsOf, viewOf, viewsOf } from './world/view.ts'
import { live, type World } from './world/world.ts'

const WITHIN = 600_000

function holds(runs: number, check: (lived: History) => void): void {
  fc.assert(fc.property(history, check), parameters(process.env, runs))
}

/** Each collection of each document that somebody has, with the device's records of it. */
function* sets(world: World) {
  for (const device of world.devices) {
    for (const held of device.documents()) {
      for (const collection of collectionsOf(held.name)) yield { held, set: held.records<Collection>(collection) }
    }
  }
}

function textsIn(held: Held, collection: Collection): Map<string, unknown> {
  return new Map(held.doc.getMap(collection.name).entries())
}

describe('histories of devices that go off and on line', () => {
  test('R4: replicas converge: rows and overwritten values', { timeout: WITHIN }, () => {
    holds(150, (lived) => {
      const world = live(lived)
      world.settle()
      const [first, ...others] = world.devices.map(viewsOf)
      for (const other of others) expect(other).toEqual(first)
    })
  })

  test('R3–R7, R9, R10: rows are what a plain second reading of the texts gives', { timeout: WITHIN }, () => {
    holds(100, (lived) => {
      for (const { held, set } of sets(live(lived))) {
        const texts = textsIn(held, set.collection)
        const rows = [...set.ids()].map((id) => [id, set.get(id)])
        const read = [...set.ids()].map((id) => [id, referenceRow(set.collection, id, texts)])
        expect(rows).toEqual(read)
      }
    })
  })

  test('R4: the later write to a path wins, whatever the client numbers', { timeout: WITHIN }, () => {
    holds(75, (lived) => {
      const worlds = (['rising', 'falling', 'drawn'] as const).map((clients) => live(lived, clients))
      for (const world of worlds) world.settle()
      const [rising, falling, drawn] = worlds.map((world) => viewsOf(world.device(0)))
      expect(falling).toEqual(rising)
      expect(drawn).toEqual(rising)
    })
  })

  test('R4: no write to a path is lost to a write to another', { timeout: WITHIN }, () => {
    holds(100, (lived) => {
      const world = live(lived)
      world.settle()
      for (const { held, set } of sets(world)) {
        for (const id of set.ids()) {
          const values = new Values(set.writes(id))
          for (const path of world.ledger.paths(held, set.collection.name, id)) {
            const text = world.ledger.winner(held, set.collection.name, id, path) ?? ''
            expect([path, JSON.stringify(values.get(path)?.value)]).toEqual([path, jsonIn(text)])
          }
        }
      }
    })
  })

  test('R12: who writes over what he sees wins, also over a clock that is days ahead', { timeout: WITHIN }, () => {
    holds(100, (lived) => {
      live(lived, 'drawn', (act) => {
        for (const { id, path, key, after, ...at } of lastOf(act)) {
          if (path === '') continue
          const set = act.device.held(at.document).records<Collection>(collectionNamed(at))
          expect([key, new Values(set.writes(id)).get(path)?.value]).toEqual([key, after])
        }
      })
    })
  })

  test('R8: apart is what nobody who wrote later had, by vector clocks', { timeout: WITHIN }, () => {
    holds(150, (lived) => {
      const world = live(lived)
      for (const { held, set } of sets(world)) {
        for (const id of set.ids()) {
          const { name } = set.collection
          const paths = world.ledger.paths(held, name, id).filter((path) => path.split('/').length !== 2)
          const lost = paths.flatMap((path) => world.ledger.lost(held, name, id, path))
          const found = overwritten(set.writes(id)).map(({ path, stamp, value, apart }) => ({
            path,
            text: [stamp, JSON.stringify(value)],
            apart,
          }))
          const expected = lost.map(({ text, ...rest }) => ({ ...rest, text: [text.split(/[, ]/)[0], jsonIn(text)] }))
          expect(sorted(found)).toEqual(sorted(expected))
        }
      }
    })
  })

  test('R4: reading depends on the set of writes alone', { timeout: WITHIN }, () => {
    holds(75, (lived) => {
      const world = live(lived)
      const random = randomOf(lived.seed)
      for (const held of world.device(0).documents()) {
        const others = world.devices.map((device) => device.held(held.name))
        const updates = others.map(({ doc }) => Y.encodeStateAsUpdate(doc))
        const all = loaded(held.name, updates)
        const view = viewOf(all)
        expect(viewOf(loaded(held.name, shuffled(updates, random)))).toEqual(view)
        expect(viewOf(loaded(held.name, [Y.mergeUpdates(shuffled(updates, random))]))).toEqual(view)
        expect(
          viewOf(
            loaded(
              held.name,
              shuffled(
                others.flatMap((one) => one.updates),
                random,
              ),
            ),
          ),
        ).toEqual(view)
        expect(viewOf(copied(all, (keys) => shuffled(keys, random)))).toEqual(view)
      }
    })
  })

  test('R15: changes folded from the start are the records as they read from scratch', { timeout: WITHIN }, () => {
    holds(100, (lived) => {
      const world = live(lived)
      for (const device of world.devices) {
        for (const { doc, feeds } of device.documents()) {
          for (const { set, told } of feeds) {
            const copy = new Y.Doc()
            Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
            const rows = [...new RecordSet(copy, set.collection).rows()].map((row) => [row.id, JSON.stringify(row)])
            expect([...told].sort()).toEqual(rows.sort())
          }
        }
      }
    })
  })

  test('R13: what is refused has written nothing; what is written reached every document', { timeout: WITHIN }, () => {
    const seen = new Set<string>()
    holds(100, (lived) => {
      for (const { written, refused, device } of live(lived).acts) {
        if (refused !== null) expect(written).toEqual([])
        seen.add(refused ?? 'done')
        for (const { document, collection, key } of written) {
          expect(device.held(document).doc.getMap(collection).has(key)).toBe(true)
        }
      }
    })
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['done', 'field-value', 'order-completed', 'record-missing']),
    )
  })

  test('R10: removed stays removed until restored, whatever is edited meanwhile', { timeout: WITHIN }, () => {
    holds(100, (lived) => {
      const world = live(lived)
      world.settle()
      for (const { held, set } of sets(world)) {
        for (const row of set.rows()) {
          const last = world.ledger.winner(held, set.collection.name, row.id, 'gone')
          expect([row.id, row.gone]).toEqual([row.id, last !== undefined && jsonIn(last) === 'true'])
        }
      }
    })
  })
})

/** The last write of an act to each key. */
function lastOf({ written }: Act) {
  return new Map(written.map((one) => [`${one.document} ${one.key}`, one])).values()
}

function collectionNamed({ document, collection }: { readonly document: string; readonly collection: string }) {
  const found = collectionsOf(document).find((one) => one.name === collection)
  if (!found) throw new RangeError(collection)
  return found
}

function sorted<T>(items: readonly T[]): string[] {
  return items.map((item) => JSON.stringify(Object.entries(item as object).sort())).sort()
}

function loaded(name: string, updates: readonly Uint8Array[]): Held {
  const held = new Held(name, new Y.Doc())
  for (const update of updates) held.take(update)
  return held
}

/** The same writes in a document of its own: each key written anew by somebody else, as packing does. */
function copied({ name, doc }: Held, order: (keys: string[]) => string[]): Held {
  const copy = new Y.Doc()
  for (const { name: collection } of collectionsOf(name)) {
    const map = doc.getMap(collection)
    for (const key of order([...map.keys()])) copy.getMap(collection).set(key, map.get(key))
  }
  return new Held(name, copy)
}
