import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import { CUSTOMER, CUSTOMERS, Replica, serverDocument } from '../testing/replica.ts'
import { checkUpdate } from './check.ts'

const CODES = /^(update-|role-)/

/** A server's document with writes of two replicas, and an update of one of them that follows. */
function setting() {
  const [own, other] = [new Replica('AAAA'), new Replica('BBBB')]
  for (const replica of [own, other]) {
    replica.create('customers', CUSTOMER, { name: replica.name })
    replica.write('customers', CUSTOMER, 'name', 'a')
    replica.write('customers', CUSTOMER, 'phone', 'b')
  }
  const open = serverDocument(CUSTOMERS)
  for (const replica of [own, other]) Y.applyUpdate(open.doc, replica.send())
  own.write('customers', CUSTOMER, 'name', 'c')
  own.write('customers', CUSTOMER, 'note', 'd')
  return { open, state: Y.encodeStateAsUpdate(own.doc), update: own.send() }
}

const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), {
  minLength: 1,
  maxLength: 4,
})

test('J5: a garbled update is refused with a code, or it is as good as any: it applies whole and touches its own keys only', () => {
  fc.assert(
    fc.property(damage, fc.boolean(), (changes, whole) => {
      const { open, state, update } = setting()
      const bytes = Uint8Array.from(whole ? state : update)
      for (const { at, byte } of changes) bytes[at % bytes.length] = byte
      const before = open.doc.getMap('customers').toJSON()
      try {
        const checked = checkUpdate(open, bytes, { user: 'u', replica: 'AAAA', readOnly: false })
        if (checked) Y.applyUpdate(open.doc, checked.update)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
        expect((error as Failure).code).toMatch(CODES)
      }
      expect(open.doc.store.pendingStructs).toBeNull()
      const after = open.doc.getMap('customers').toJSON()
      for (const [key, value] of Object.entries(before)) if (!key.endsWith('#AAAA')) expect(after[key]).toBe(value)
      const reloaded = new Y.Doc()
      Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(open.doc))
      expect(reloaded.getMap('customers').toJSON()).toEqual(after)
    }),
    { numRuns: 3000 },
  )
})

test('J5: random bytes are refused with a code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        checkUpdate(setting().open, bytes, { user: 'u', replica: 'AAAA', readOnly: false })
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
      }
    }),
    { numRuns: 3000 },
  )
})
