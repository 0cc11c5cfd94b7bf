import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { formatCreation, formatWrite } from '../declarations/value.ts'
import { packDocument } from './document.ts'
import { holds } from './holding.ts'

const MADE = formatCreation('0mi1c2k3l000A', 1, { name: 'made' })
const FIRST = formatWrite('0mi1c2k3l001A', [], 'first')
const LATER = formatWrite('0mi1c2k3l002A', [], 'later')
const of = (key: string, text: string) => ({ collection: 'products', key, text })

/** The next generation of a document with these texts. */
function packedWith(texts: Readonly<Record<string, string>>) {
  const [doc, next] = [new Y.Doc(), new Y.Doc()]
  for (const [key, text] of Object.entries(texts)) doc.getMap('products').set(key, text)
  packDocument(doc, next, 'g')
  return next
}

test('R18: what was written stands in a packed document, what was not does not', () => {
  const next = packedWith({ 'p1#A': MADE, 'p1/name#A': FIRST })
  expect([of('p1#A', MADE), of('p1/name#A', FIRST)].map((one) => holds(next, one))).toEqual([true, true])
  const others = [of('p1/name#A', LATER), of('p1/note#A', FIRST), of('p2#A', MADE), of('p1#A', 'no creation')]
  expect(others.map((one) => holds(next, one))).toEqual([false, false, false, false])
})

test('R18: a record that has not arrived holds no creation, whatever is asked', () => {
  const next = packedWith({ 'p1/name#A': FIRST })
  expect([of('p1#A', MADE), of('p1#A', 'no creation')].map((one) => holds(next, one))).toEqual([false, false])
})
