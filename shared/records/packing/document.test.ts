import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { formatPack } from '../declarations/pack.ts'
import { formatCreation, formatWrite } from '../declarations/value.ts'
import { packDocument } from './document.ts'
import type { packRecord } from './pack.ts'

/** What is guarded against is a fault of packing itself, and there is none at hand: this one forgets every write. */
function forgetful({ creation }: Parameters<typeof packRecord>[0]): string {
  return formatPack(formatCreation(creation?.stamp ?? '', 1, {}), [])
}

test('R18: a pack that would read otherwise is not made, and nothing is thrown away', () => {
  const [doc, next] = [new Y.Doc(), new Y.Doc()]
  const map = doc.getMap('products')
  map.set('p1#A', formatCreation('0mi1c2k3l000A', 1, {}))
  packDocument(doc, new Y.Doc(), 'g', forgetful)
  map.set('p1/name#A', formatWrite('0mi1c2k3l001A', [], 'kept'))
  expect(() => packDocument(doc, next, 'g', forgetful)).toThrow(RangeError)
  expect(next.getMap('products').size).toBe(0)
})
