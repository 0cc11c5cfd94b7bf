import { encoding } from 'lib0'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import { handMade } from '../testing/bad-updates.ts'
import { CUSTOMER, CUSTOMERS, Replica, serverDocument } from '../testing/replica.ts'
import { checkUpdate } from './check.ts'

const ORDERS = 'COMPANY/orders/common/2025Q2'
const KEY = `${CUSTOMER}/name#AAAA`
const TEXT = '0mieg8xq80000AAAA'.slice(0, 12)

/** A server's document with what `by` has written already. */
function serverWith(by?: Replica, name = CUSTOMERS) {
  const open = serverDocument(name)
  if (by) Y.applyUpdate(open.doc, by.send())
  return {
    open,
    /** The code with which an update is refused, or `taken`; either way the document stays as it was. */
    code(update: Uint8Array, replica = 'AAAA', readOnly = false): string {
      const before = Y.encodeStateAsUpdate(open.doc)
      try {
        return checkUpdate(open, update, { user: 'u', replica, readOnly }) ? 'taken' : 'nothing new'
      } catch (error) {
        if (error instanceof Failure) return error.code
        throw error
      } finally {
        expect(Y.encodeStateAsUpdate(open.doc)).toEqual(before)
      }
    },
  }
}

function text(value: string, replica = 'AAAA') {
  return new Y.ContentAny([`${TEXT}${replica} ${value}`])
}

test('bytes that are no update', () => {
  const { code } = serverWith()
  for (const bytes of [[], [1], [1, 1, 1, 0], [255, 255, 255], [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 1]]) {
    expect(code(Uint8Array.from(bytes))).toBe('update-undecodable')
  }
  expect(code(crypto.getRandomValues(new Uint8Array(5000)))).toBe('update-undecodable')
})

test('an update whose earlier ones are missing', () => {
  const replica = new Replica('AAAA')
  replica.write('customers', CUSTOMER, 'name', 'a')
  replica.send()
  replica.write('customers', CUSTOMER, 'name', 'b')
  expect(serverWith().code(replica.send())).toBe('update-gap')
  expect(serverWith().code(handMade({ client: 7, clock: 5, key: KEY, content: text('1') }))).toBe('update-gap')
})

test('an update that follows on an item of another client that is missing', () => {
  const one = new Replica('AAAA')
  one.write('customers', CUSTOMER, 'name', 'a')
  one.restart()
  one.send()
  one.write('customers', CUSTOMER, 'name', 'b')
  expect(serverWith().code(one.send())).toBe('update-gap')
})

test('structs that wait for one another, or for themselves', () => {
  const { code } = serverWith()
  const round = handMade({ client: 7, clock: 0, origin: [8, 0] }, { client: 8, clock: 0, origin: [7, 0] })
  expect(code(round)).toBe('update-gap')
  expect(code(handMade({ client: 7, clock: 0, origin: [7, 0] }))).toBe('update-gap')
  expect(code(handMade({ client: 7, clock: 0, origin: [7, 9] }))).toBe('update-gap')
})

test('a key of another replica, and a Yjs client of another replica', () => {
  const other = new Replica('BBBB')
  other.write('customers', CUSTOMER, 'name', 'b')
  const { code, open } = serverWith(other)
  other.write('customers', CUSTOMER, 'phone', '1')
  expect(code(other.send(), 'AAAA')).toBe('update-foreign-replica')
  const client = other.doc.clientID
  const hijack = handMade({ client, clock: Y.getState(open.doc.store, client), key: KEY, content: text('1') })
  expect(code(hijack)).toBe('update-foreign-replica')
})

test('a creation rewritten, before it was sent and after', () => {
  const replica = new Replica('AAAA')
  replica.create('customers', CUSTOMER, { name: 'a' })
  const { code } = serverWith(replica)
  replica.create('customers', CUSTOMER, { name: 'b' })
  expect(code(replica.send())).toBe('update-rewrites')
  const fresh = new Replica('AAAA')
  fresh.create('customers', CUSTOMER, { name: 'a' })
  fresh.create('customers', CUSTOMER, { name: 'b' })
  expect(serverWith().code(fresh.send())).toBe('update-rewrites')
})

test('a move rewritten: by its own replica, by another, in its fields, in the update that makes it', () => {
  const replica = new Replica('AAAA')
  replica.create('orders', CUSTOMER, { sort: 'customer', moves: { first: { state: 's' } } })
  replica.write('orders', CUSTOMER, 'moves/second', { state: 't' })
  const state = replica.send()
  const writes = (name: string, path: string, value: string | boolean | object) => {
    const server = serverWith(undefined, ORDERS)
    Y.applyUpdate(server.open.doc, state)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    const by = new Replica(name, doc)
    by.write('orders', CUSTOMER, path, value as string)
    return server.code(by.send(), name)
  }
  expect(writes('AAAA', 'moves/second', { state: 'u' })).toBe('update-rewrites')
  expect(writes('BBBB', 'moves/second', { state: 'u' })).toBe('update-rewrites')
  expect(writes('BBBB', 'moves/first', { state: 'u' })).toBe('update-rewrites')
  expect(writes('AAAA', 'moves/second/state', 'u')).toBe('update-rewrites')
  expect(writes('AAAA', 'moves/second/gone', true)).toBe('update-rewrites')
  expect(writes('AAAA', 'moves/second/arrived', '1')).toBe('update-server-field')
  expect(writes('AAAA', 'moves/third', { state: 'u' })).toBe('taken')
  const both = new Replica('AAAA')
  both.create('orders', CUSTOMER, { moves: { first: { state: 's' } } })
  both.write('orders', CUSTOMER, 'moves/first', { state: 't' })
  expect(serverWith(undefined, ORDERS).code(both.send())).toBe('update-rewrites')
})

test('fields that are the server’s: a number written, an arrival in a move; a number that was imported is taken', () => {
  const orders = (make: (replica: Replica) => void) => {
    const replica = new Replica('AAAA')
    make(replica)
    return serverWith(undefined, ORDERS).code(replica.send())
  }
  expect(orders((by) => by.write('orders', CUSTOMER, 'number', 'ЗК-0001'))).toBe('update-server-field')
  expect(orders((by) => by.write('orders', CUSTOMER, 'moves/m', { arrived: 1 }))).toBe('update-server-field')
  expect(orders((by) => by.create('orders', CUSTOMER, { moves: { m: { arrived: 1 } } }))).toBe('update-server-field')
  expect(orders((by) => by.create('orders', CUSTOMER, { number: 'A-1' }))).toBe('taken')
  const person = new Replica('AAAA')
  person.create('people', 'anna', { name: 'Anna', role: 'owner' })
  expect(serverWith(undefined, 'COMPANY/setup').code(person.send())).toBe('update-server-field')
})

test('J5: what the server alone writes nobody else makes or removes: erasures, accounts of mail, phones, devices', () => {
  const setup = (make: (replica: Replica) => void) => {
    const replica = new Replica('AAAA')
    make(replica)
    return serverWith(undefined, 'COMPANY/setup').code(replica.send())
  }
  for (const whose of ['erasures', 'mailAccounts', 'phones', 'devices']) {
    expect(setup((by) => by.create(whose, 'one', {}))).toBe('update-server-field')
    expect(setup((by) => by.write(whose, 'one', 'gone', true))).toBe('update-server-field')
  }
  expect(setup((by) => by.write('erasures', 'one', 'state', 'erased'))).toBe('update-server-field')
  expect(setup((by) => by.write('erasures', 'one', 'by', 'olga'))).toBe('update-server-field')
  for (const field of ['published', 'goods', 'trouble', 'aside'])
    expect(setup((by) => by.write('sites', 'site', field, 5))).toBe('update-server-field')
  expect(setup((by) => by.write('sites', 'site', 'isOn', true))).toBe('taken')
})

test('deleting: a key, what others wrote, the value that the update itself brings', () => {
  const [own, other] = [new Replica('AAAA'), new Replica('BBBB')]
  own.write('customers', CUSTOMER, 'name', 'a')
  const { code } = serverWith(own)
  own.doc.getMap('customers').delete(KEY)
  expect(code(own.send())).toBe('update-deletes')
  const copy = new Y.Doc()
  other.write('customers', CUSTOMER, 'name', 'b')
  Y.applyUpdate(copy, other.send())
  const server = serverWith()
  Y.applyUpdate(server.open.doc, Y.encodeStateAsUpdate(copy))
  const thief = new Replica('AAAA', copy)
  thief.write('customers', CUSTOMER, 'name', 'a')
  copy.getMap('customers').delete(`${CUSTOMER}/name#BBBB`)
  expect(server.code(thief.send())).toBe('update-deletes')
  const undone = new Replica('AAAA')
  undone.write('customers', CUSTOMER, 'name', 'a')
  undone.doc.getMap('customers').delete(KEY)
  expect(serverWith().code(Y.encodeStateAsUpdate(undone.doc))).toBe('update-deletes')
})

test('what no command makes: arrays, nested maps, documents inside, numbers, two values in one, odd keys and texts', () => {
  const odd = (make: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    make(doc)
    return serverWith().code(Y.encodeStateAsUpdate(doc))
  }
  const set = (key: string, value: unknown) => odd((doc) => doc.getMap('customers').set(key, value))
  expect(odd((doc) => doc.getArray('customers').push(['x']))).toBe('update-odd-key')
  expect(odd((doc) => doc.getText('customers').insert(0, 'x'))).toBe('update-odd-key')
  expect(odd((doc) => doc.getMap('__proto__').set(KEY, 'x'))).toBe('update-odd-key')
  expect(odd((doc) => doc.getMap('a b').set(KEY, 'x'))).toBe('update-odd-key')
  expect(set(KEY, new Y.Map([['x', 1]]))).toBe('update-odd-key')
  expect(set(KEY, new Y.Doc())).toBe('update-odd-key')
  expect(set(KEY, 5)).toBe('update-odd-key')
  expect(set(KEY, new Uint8Array(3))).toBe('update-odd-key')
  for (const key of [
    '',
    'name',
    '#AAAA',
    `${CUSTOMER}/#AAAA`,
    `${CUSTOMER}/a/b/c/d#AAAA`,
    `${CUSTOMER}/__proto__#AAAA`,
  ]) {
    expect(set(key, `${TEXT}AAAA 1`)).toBe('update-odd-key')
  }
  for (const value of ['', '1', `${TEXT}BBBB 1`, `${TEXT}AAAA`, `${TEXT}AAAA {`, 'short 1']) {
    expect(set(KEY, value)).toBe('update-odd-key')
  }
  expect(set(`${CUSTOMER}#AAAA`, `${TEXT}AAAA 1 [1]`)).toBe('update-odd-key')
  const two = handMade({ client: 7, clock: 0, key: KEY, content: new Y.ContentAny(['x', 'y']) })
  expect(serverWith().code(two)).toBe('update-odd-key')
})

test('an item that stands between others, and clocks that no device reaches', () => {
  const replica = new Replica('AAAA')
  replica.write('customers', CUSTOMER, 'name', 'a')
  const { doc } = replica
  const { code } = serverWith(replica)
  expect(code(handMade({ client: 7, clock: 0, rightOrigin: [doc.clientID, 0], content: text('1') }))).toBe(
    'update-odd-key',
  )
  expect(code(handMade({ client: 7, clock: 0, key: KEY, content: new Y.ContentDeleted(2 ** 40) }))).toBe(
    'update-odd-key',
  )
  expect(code(nothingOfLength(10))).toBe('update-odd-key')
})

/** An update that says that ten things once were and are gone. */
function nothingOfLength(length: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, 7, 0, 0, length, 0]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

test('a record in a document where it does not belong', () => {
  const made = (name: string, collection: string, id: string) => {
    const replica = new Replica('AAAA')
    replica.create(collection, id, { name: 'x' })
    return serverWith(undefined, name).code(replica.send())
  }
  expect(made(CUSTOMERS, 'customers', CUSTOMER)).toBe('taken')
  expect(made(CUSTOMERS, 'customers', 'plain')).toBe('update-odd-key')
  expect(made(CUSTOMERS, 'orders', CUSTOMER)).toBe('update-odd-key')
  expect(made('COMPANY/orders/common/2020Q1', 'orders', CUSTOMER)).toBe('update-odd-key')
  expect(made('COMPANY/users/mira', 'settings', 'mira')).toBe('taken')
  expect(made('COMPANY/users/mira', 'settings', 'max')).toBe('update-odd-key')
  expect(made(CUSTOMERS, 'loyalty_of_a_later_version', 'anything')).toBe('taken')
})

test('a value written past the present one, from a copy that has lost it', () => {
  const replica = new Replica('AAAA')
  replica.write('customers', CUSTOMER, 'name', 'a')
  const disk = Y.encodeStateAsUpdate(replica.doc)
  replica.write('customers', CUSTOMER, 'name', 'b')
  const { code } = serverWith(replica)
  const restored = new Y.Doc()
  Y.applyUpdate(restored, disk)
  const again = new Replica('AAAA', restored)
  again.write('customers', CUSTOMER, 'name', 'c')
  expect(code(again.send())).toBe('update-parallel')
})

test('a viewer: what brings nothing passes, what brings anything does not', () => {
  const replica = new Replica('AAAA')
  replica.write('customers', CUSTOMER, 'name', 'a')
  const state = Y.encodeStateAsUpdate(replica.doc)
  const { code } = serverWith(replica)
  expect(code(state, 'AAAA', true)).toBe('nothing new')
  replica.write('customers', CUSTOMER, 'name', 'b')
  expect(code(replica.send(), 'AAAA', true)).toBe('role-forbids')
  const deleted = new Y.Doc()
  Y.applyUpdate(deleted, state)
  deleted.getMap('customers').delete(KEY)
  expect(code(Y.encodeStateAsUpdate(deleted), 'AAAA', true)).toBe('role-forbids')
})
