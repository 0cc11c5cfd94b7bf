import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CollectionName } from '../collections.ts'
import { mayRead, mayWrite, parseDocument } from '../documents/documents.ts'
import { ROLES } from '../documents/roles.ts'
import { isId } from '../records/keys/key.ts'
import { type Look, MOST_LOOKS, othersOf, type Present, presenceDocument, stamped } from './presence.ts'

const name = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter(isId)
const look: fc.Arbitrary<Look> = fc.record({
  collection: fc.constantFrom<CollectionName>('orders', 'customers', 'products', 'kinds'),
  id: name,
  path: fc.option(fc.constantFrom('note', 'lines/a/price', 'moves/b')),
})
const looks = fc.array(look, { maxLength: MOST_LOOKS })
const speaker = fc.record({ user: name, replica: name })
const present: fc.Arbitrary<Present> = fc.record({ user: name, replica: name, looks })

test('presence is told in a document that everybody reads and nobody writes', () => {
  const document = parseDocument(presenceDocument('7KQ2'), Date.now())
  expect(document).not.toBeNull()
  for (const role of ROLES) {
    expect(document && mayRead(document, { user: 'u', role })).toBe(true)
    expect(document && mayWrite(document, { user: 'u', role })).toBe(false)
  }
})

test('J17: whatever is said, it stands under the speaker’s name, with looks and nothing else', () => {
  fc.assert(
    fc.property(looks, fc.object(), speaker, (looks, more, by) => {
      expect(stamped({ ...more, looks }, by)).toEqual({ ...by, looks })
    }),
  )
  fc.assert(
    fc.property(fc.anything(), speaker, (said, by) => {
      const state = stamped(said, by)
      expect(state === null || Object.keys(state).sort().join()).toEqual(state === null || 'looks,replica,user')
    }),
  )
})

test('J17: a look at what is no record of everybody’s, or at no path, is not told', () => {
  const by = { user: 'u', replica: 'AAAA' }
  const bad = [
    { collection: 'settings', id: 'u', path: null },
    { collection: 'nonsense', id: 'u', path: null },
    { collection: 'constructor', id: 'u', path: null },
    { collection: 'orders', id: '../u', path: null },
    { collection: 'orders', id: 'u', path: 'a/b/c/d' },
    { collection: 'orders', id: 'u' },
  ]
  for (const one of bad) expect(stamped({ looks: [one] }, by)).toBeNull()
  const many = Array.from({ length: MOST_LOOKS + 1 }, () => ({ collection: 'orders', id: 'u', path: null }))
  expect(stamped({ looks: many }, by)).toBeNull()
})

test('of the devices that are online each stands once, but for our own, whatever else the states hold', () => {
  fc.assert(
    fc.property(fc.array(present), fc.array(fc.anything()), name, (devices, junk, own) => {
      const others = othersOf([...devices, ...junk], own)
      const expected = new Map(devices.filter((one) => one.replica !== own).map((one) => [one.replica, one]))
      expect(new Map(others.map((one) => [one.replica, one]))).toEqual(expected)
      const order = others.map(({ user, replica }) => `${user} ${replica}`)
      expect(order).toEqual([...order].sort())
      expect(
        othersOf([...devices].reverse(), own)
          .map(({ replica }) => replica)
          .sort(),
      ).toEqual(others.map(({ replica }) => replica).sort())
    }),
  )
})
