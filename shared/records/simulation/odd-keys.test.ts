import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Collection } from '../declarations/collection.ts'
import { ORDERS } from './chance/deeds.ts'
import { type Junk, junkFor } from './chance/junk.ts'
import { history } from './chance/steps.ts'
import { parameters } from './check.ts'
import type { Held } from './world/device.ts'
import { collectionsOf, viewOf } from './world/view.ts'
import { live } from './world/world.ts'

const ids = [...ORDERS, 'kitchens', 'unheard-of']
const collections = ['orders', 'customers', 'kinds']
const junk = fc.array(fc.oneof(...collections.map((name) => junkFor(name, ids))), { minLength: 1, maxLength: 20 })

test('R3: odd keys change nothing about what stands beside them, and are reported', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(history, junk, (lived, all) => {
      for (const held of live(lived).device(0).documents()) {
        const before = viewOf(held)
        put(held, all)
        expect(viewOf(held)).toEqual(before)
        for (const collection of collectionsOf(held.name)) {
          const put = all.filter((one) => one.collection === collection.name).map((one) => one.key)
          expect(new Set(oddIn(held, collection))).toEqual(new Set(put))
        }
      }
    }),
    parameters(process.env, 100),
  )
})

function put({ doc }: Held, all: readonly Junk[]): void {
  doc.transact(() => {
    for (const { collection, key, make } of all) doc.getMap(collection).set(key, make())
  })
}

function oddIn(held: Held, collection: Collection): string[] {
  const set = held.records<Collection>(collection)
  return [...set.ids()].flatMap((id) => set.writes(id).odd)
}
