import { describe, expect, test } from 'vitest'
import { company, currencies, people, settings } from '../../company/collections.ts'
import { customers } from '../../customers/collections.ts'
import { Failure, type FailureCode } from '../../errors.ts'
import { products } from '../../goods/collections.ts'
import { kinds, orders } from '../../orders/collections.ts'
import { collection } from '../declarations/collection.ts'
import type { JsonObject } from '../declarations/value.ts'
import { derivedId } from '../keys/id.ts'
import { overwritten } from '../reading/overwritten.ts'
import { START } from '../simulation/chance/deeds.ts'
import { Desk, exchange } from '../simulation/world/desk.ts'
import { Transaction } from './transaction.ts'

const ASSOL = derivedId('common', START, 'test', 'Assol')

/** A desk on which a customer stands. */
function desk(name = 'A'): Desk {
  const one = new Desk(name)
  one.run((tx) => tx.create(customers, ASSOL, { name: 'Assol' }))
  return one
}

function keysOf({ device }: Desk): string[] {
  return [...device.documents()].flatMap(({ doc }) =>
    [...doc.share.keys()].flatMap((name) => [...doc.getMap(name).keys()]),
  )
}

function refusal(run: () => unknown): FailureCode | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

describe('R13: a transaction', () => {
  test('writes nothing when it fails in its middle', () => {
    const one = desk()
    const before = keysOf(one)
    const code = refusal(() =>
      one.run((tx) => {
        tx.set(customers, ASSOL, { name: 'Grey' })
        tx.create(products, 'p', { name: 'Table' })
        tx.remove(customers, derivedId('common', START, 'test', 'nobody'))
      }),
    )
    expect(code).toBe('record-missing')
    expect(keysOf(one)).toEqual(before)
    expect(one.row(customers, ASSOL).name).toBe('Assol')
  })

  test('reads what it has written itself', () => {
    const one = desk()
    const seen = one.ask((tx) => {
      tx.set(customers, ASSOL, { name: 'Grey' })
      tx.create(products, 'p', { name: 'Table' })
      tx.set(products, 'p', { price: 100 })
      tx.set(products, 'p', { price: 200 })
      return [tx.get(customers, ASSOL).name, tx.get(products, 'p').price, tx.find(products, 'q')]
    })
    expect(seen).toEqual(['Grey', 200, null])
    expect(one.row(products, 'p').price).toBe(200)
  })

  test('is one Yjs transaction per document', () => {
    const one = desk()
    const counts = new Map<string, number>()
    for (const { name, doc } of [one.device.held('company/goods'), one.device.held('company/customers/common')]) {
      doc.on('update', () => counts.set(name, (counts.get(name) ?? 0) + 1))
    }
    one.run((tx) => {
      for (const id of ['p', 'q', 'r']) tx.create(products, id, { name: id })
      tx.set(customers, ASSOL, { name: 'Grey', note: 'sails' })
    })
    expect(counts).toEqual(
      new Map([
        ['company/goods', 1],
        ['company/customers/common', 1],
      ]),
    )
  })

  test('reaches all its documents also when somebody who listens fails', () => {
    const one = desk()
    one.device
      .held('company/customers/common')
      .records(customers)
      .observe(() => {
        throw new Error('a listener')
      })
    const tx = new Transaction(one.device)
    tx.set(customers, ASSOL, { name: 'Grey' })
    tx.create(products, 'p', { name: 'Table' })
    expect(() => tx.commit('act')).toThrow(AggregateError)
    expect([one.row(customers, ASSOL).name, one.row(products, 'p').name]).toEqual(['Grey', 'Table'])
  })

  test('writes several paths at once as one after another', () => {
    const values = [
      ['name', 'Grey'],
      ['note', 'sails'],
      ['fullName', 'Assol Grey'],
    ] as const
    const written = (write: (tx: Transaction) => void) => {
      const one = desk()
      one.run((tx) => tx.set(customers, ASSOL, { note: 'sails' }))
      const act = one.run((tx) => [tx.set(customers, ASSOL, { name: 'Green' }), write(tx)])
      const stamps = act.map(({ stamp }) => stamp)
      expect(stamps).toEqual(stamps.toSorted())
      expect(one.row(customers, ASSOL)).toMatchObject(Object.fromEntries(values))
      return act.map(({ path, before, after }) => ({ path, before, after }))
    }
    const apart = written((tx) => {
      for (const [path, value] of values) tx.write(customers, ASSOL, path, value)
    })
    expect(written((tx) => tx.writeAll(customers, ASSOL, new Map(values)))).toEqual(apart)
    expect(apart.map(({ path }) => path)).toEqual(['name', 'name', 'fullName'])
    const one = desk()
    expect(
      refusal(() =>
        one.run((tx) => tx.writeAll(customers, derivedId('common', START, 'test', 'nobody'), new Map(values))),
      ),
    ).toBe('record-missing')
  })

  test('leaves a path alone that reads so already', () => {
    const one = desk()
    const written = one.run((tx) => {
      tx.set(customers, ASSOL, { name: 'Assol', note: null })
      tx.restore(customers, ASSOL)
    })
    expect(written).toEqual([])
  })

  test('gives the texts that it would put', () => {
    const tx = new Transaction(new Desk('A').device)
    tx.create(products, 'p', { name: 'Table' })
    tx.set(products, 'p', { price: 100 })
    const texts = [...tx.texts()].map(({ document, collection, key }) => [document.name, collection, key])
    expect(texts).toEqual([
      ['company/goods', 'products', 'p#A'],
      ['company/goods', 'products', 'p/price#A'],
    ])
  })
})

describe('what a transaction refuses', () => {
  const newer = collection('customers', { ...customers, version: 2 })

  test.each<[string, FailureCode, (tx: Transaction) => unknown]>([
    ['an id of no form', 'field-value', (tx) => tx.create(products, 'a b', {})],
    ['a record that is not there', 'record-missing', (tx) => tx.set(products, 'p', { name: 'x' })],
    ['a field that there is not', 'field-unknown', (tx) => tx.write(customers, ASSOL, 'colour', 'red')],
    ['a name that a prototype has', 'field-unknown', (tx) => tx.write(customers, ASSOL, 'constructor', 'red')],
    ['a whole list', 'field-unknown', (tx) => tx.write(kinds, 'kind', 'states', {})],
    ['a path that goes on behind a field', 'field-unknown', (tx) => tx.write(kinds, 'kind', 'states/s1/place/x', 'a0')],
    ['an entry of no form', 'field-unknown', (tx) => tx.write(kinds, 'kind', 'states/a#b/place', 'a0')],
    [
      'a field of an entry that is not there',
      'record-missing',
      (tx) => tx.write(kinds, 'kind', 'states/s9/place', 'a0'),
    ],
    ['removing an entry that is not there', 'record-missing', (tx) => tx.removeEntry(kinds, 'kind', 'states', 's9')],
    ['adding an entry of no form', 'field-value', (tx) => tx.add(kinds, 'kind', 'states', 'a/b', {})],
    ['adding to a record that is not there', 'record-missing', (tx) => tx.add(kinds, 'none', 'states', 's1', {})],
    ['a value of another type', 'field-value', (tx) => tx.write(customers, ASSOL, 'name', 7)],
    ['a draft with a value of another type', 'field-value', (tx) => tx.create(products, 'p', { price: 1.5 })],
    ['a draft with a field that there is not', 'field-unknown', (tx) => tx.create(products, 'p', loose({ colour: 1 }))],
    ['a draft whose list is none', 'field-value', (tx) => tx.create(kinds, 'k', loose({ states: 'all' }))],
    ['a draft whose entry is none', 'field-value', (tx) => tx.create(kinds, 'k', loose({ states: { s1: 1 } }))],
    ['a draft with an entry of no form', 'field-value', (tx) => tx.create(kinds, 'k', { states: { 'a b': {} } })],
    ['a field of the server', 'update-server-field', (tx) => tx.write(people, 'boss', 'role', 'owner')],
    ['a draft with a field of the server', 'update-server-field', (tx) => tx.create(people, 'p', { role: 'owner' })],
    ['a record of a newer program', 'record-newer', (tx) => tx.set(currencies, 'EUR', { name: 'euro' })],
    ['adding to a record of a newer program', 'record-newer', (tx) => tx.add(currencies, 'EUR', 'rates', 'r', {})],
    ['deciding in a record of a newer program', 'record-newer', (tx) => tx.confirm(currencies, 'EUR', 'code')],
    ['removing a record of a newer program', 'record-newer', (tx) => tx.remove(currencies, 'EUR')],
  ])('%s', (_what, code, command) => {
    const one = desk()
    one.run((tx) => {
      tx.create(kinds, 'kind', { name: 'Kind', states: { s1: { place: 'a0' } } })
      tx.create(people, 'boss', { name: 'Boss' })
      tx.create(collection('currencies', { ...currencies, version: 2 }), 'EUR', { code: 'EUR' })
    })
    const before = keysOf(one)
    expect(refusal(() => one.run(command))).toBe(code)
    expect(keysOf(one)).toEqual(before)
  })

  test('facts are not written over, nor their fields', () => {
    const one = new Desk('A')
    const id = derivedId('common', START, 'test', 'order')
    one.run((tx) => tx.create(orders, id, { moves: { m1: { state: 's1' } } }))
    expect(refusal(() => one.run((tx) => tx.write(orders, id, 'moves/m1/state', 's2')))).toBe('entry-once')
    expect(refusal(() => one.run((tx) => tx.removeEntry(orders, id, 'moves', 'm1')))).toBe('entry-once')
    one.run((tx) => tx.add(orders, id, 'moves', 'm1', { state: 's2' }))
    expect(one.row(orders, id).moves.map((move) => move.state)).toEqual(['s1'])
  })

  test('R11: a record of a newer program reads, marked', () => {
    const one = new Desk('A')
    one.run((tx) => tx.create(newer, ASSOL, { name: 'Assol' }))
    expect(one.row(customers, ASSOL)).toMatchObject({ newer: true, name: 'Assol' })
    expect(refusal(() => one.run((tx) => tx.set(customers, ASSOL, { name: 'x' })))).toBe('record-newer')
  })

  test('the server writes its own fields; a number may be imported, not written', () => {
    const [one, server] = [new Desk('A'), new Desk('server')]
    const id = derivedId('common', START, 'test', 'order')
    one.run((tx) => tx.create(orders, id, { number: 'ЗК-0007' }))
    expect(one.row(orders, id).number).toBe('ЗК-0007')
    expect(refusal(() => one.run((tx) => tx.set(orders, id, { number: 'ЗК-0008' })))).toBe('update-server-field')
    server.run((tx) => tx.create(people, 'p', { name: 'P', role: 'owner' }))
    server.run((tx) => tx.set(people, 'p', { role: 'viewer' }))
    expect(server.row(people, 'p').role).toBe('viewer')
  })
})

describe('what is written', () => {
  test('R9: empty fields are left out, nobody writes a fallback', () => {
    const one = new Desk('A')
    one.run((tx) => tx.create(customers, ASSOL, { name: 'Assol', note: null, phone: null }))
    const [text] = one.device.held('company/customers/common').doc.getMap('customers').values()
    expect(String(text).split(' ').slice(1).join(' ')).toBe('1 {"name":"Assol"}')
  })

  test('R5: a record that is there is not made again', () => {
    const one = desk()
    expect(one.run((tx) => tx.create(customers, ASSOL, { name: 'Other' }))).toEqual([])
  })

  test('R10: a removed record is not made again by taking it in once more', () => {
    const one = desk()
    one.run((tx) => tx.remove(customers, ASSOL))
    one.run((tx) => tx.create(customers, ASSOL, { name: 'Assol' }))
    expect(one.row(customers, ASSOL).gone).toBe(true)
  })

  test('R12: a record that is read carries the clock along, but not for days', () => {
    const time = { now: START }
    const [one, other, far] = [new Desk('A', time), new Desk('B', time), new Desk('C', time)]
    other.device.offset = 3 * 60_000
    far.device.offset = 3 * 86_400_000
    const stampOf = (desk: Desk, id: string) => {
      const [written] = desk.run((tx) => tx.create(products, id, { name: id }))
      return written?.stamp ?? ''
    }
    const [ahead, days] = [stampOf(other, 'p'), stampOf(far, 'q')]
    exchange(one, other, far)
    one.run((tx) => tx.set(products, 'p', { price: 1 }))
    expect(one.device.clock.tick() > ahead).toBe(true)
    one.run((tx) => tx.set(products, 'q', { price: 1 }))
    expect(one.device.clock.tick() < days).toBe(true)
  })

  test('R8: a write names what its writer had of others on the path, and not his own', () => {
    const [one, other] = [desk('A'), new Desk('B')]
    exchange(one, other)
    const [first] = other.run((tx) => tx.set(customers, ASSOL, { name: 'Grey' }))
    exchange(one, other)
    one.run((tx) => tx.set(customers, ASSOL, { name: 'Longren', note: 'x' }))
    one.run((tx) => tx.set(customers, ASSOL, { name: 'Assol' }))
    const { byPath } = one.device.open(customers, ASSOL).records(customers).writes(ASSOL)
    const own = [...byPath].flatMap(([path, writes]) =>
      writes.filter((write) => write.stamp.endsWith('A')).map((write) => [path, write.seen]),
    )
    expect(own).toEqual([
      ['name', [first?.stamp]],
      ['note', []],
    ])
  })

  test('R8: keeping a value decides what was written apart', () => {
    const [one, other] = [desk('A'), new Desk('B')]
    exchange(one, other)
    one.run((tx) => tx.set(customers, ASSOL, { name: 'Grey' }))
    other.run((tx) => tx.set(customers, ASSOL, { name: 'Longren' }))
    exchange(one, other)
    const lost = () => overwritten(one.device.open(customers, ASSOL).records(customers).writes(ASSOL))
    expect(lost().map(({ value, apart }) => [value, apart])).toEqual([['Grey', true]])
    one.run((tx) => tx.confirm(customers, ASSOL, 'name'))
    expect(lost().map(({ value, apart }) => [value, apart])).toEqual([['Longren', false]])
    expect(one.row(customers, ASSOL).name).toBe('Longren')
  })

  test('R8: two who wrote the same have nothing to decide', () => {
    const [one, other] = [desk('A'), new Desk('B')]
    exchange(one, other)
    for (const desk of [one, other]) desk.run((tx) => tx.set(customers, ASSOL, { name: 'Grey' }))
    exchange(one, other)
    const lost = overwritten(one.device.open(customers, ASSOL).records(customers).writes(ASSOL))
    expect(lost.map(({ value, apart }) => [value, apart])).toEqual([['Grey', false]])
  })

  test('a record that belongs to somebody stands in his document', () => {
    const one = new Desk('A')
    one.run((tx) => {
      tx.create(settings, 'user7', { theme: 'dark' })
      tx.create(settings, 'user7_views', { theme: 'light' })
      tx.create(company, 'company', { name: 'Assol' })
    })
    expect(one.device.held('company/users/user7').doc.getMap('settings').size).toBe(2)
  })
})

/** A draft as a form or a wire may bring it: of any shape. */
function loose(draft: JsonObject): Record<never, never> {
  return draft
}
