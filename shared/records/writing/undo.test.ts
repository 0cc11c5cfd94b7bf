import { expect, test } from 'vitest'
import { COMMANDS } from '../../commands.ts'
import { customers } from '../../customers/collections.ts'
import { products } from '../../goods/collections.ts'
import { kinds } from '../../orders/collections.ts'
import { derivedId } from '../keys/id.ts'
import { START } from '../simulation/chance/deeds.ts'
import { Desk, exchange } from '../simulation/world/desk.ts'
import type { Transaction, Written } from './transaction.ts'

const ASSOL = derivedId('common', START, 'test', 'Assol')

function desk(): Desk {
  const one = new Desk('A')
  one.run((tx) => tx.create(customers, ASSOL, { name: 'Assol', phone: '1' }))
  return one
}

/** Undoes an act; how many writes went back and how many stay. */
function undo(one: Desk, act: readonly Written[]): [undone: number, kept: number] {
  const { undone, kept } = one.ask((tx) => COMMANDS.undoAct(tx, { act }))
  return [undone.length, kept.length]
}

const name = (value: string | null) => (tx: Transaction) => tx.set(customers, ASSOL, { name: value })

test('R14: what nobody has changed since goes back, the rest stays, and both are counted', () => {
  const [one, other] = [desk(), new Desk('B')]
  const act = one.run((tx) => tx.set(customers, ASSOL, { name: 'Grey', phone: '2', note: 'new' }))
  exchange(one, other)
  other.run((tx) => tx.set(customers, ASSOL, { phone: '3' }))
  exchange(one, other)
  expect(undo(one, act)).toEqual([2, 1])
  expect(one.row(customers, ASSOL)).toMatchObject({ name: 'Assol', phone: '3', note: null })
})

test('R14: acts are undone one behind the other, also on the same path, and undoing is undone', () => {
  const one = desk()
  const [first, second, third] = ['Grey', 'Longren', null].map((value) => one.run(name(value)))
  expect(undo(one, third ?? [])).toEqual([1, 0])
  expect(undo(one, second ?? [])).toEqual([1, 0])
  expect(undo(one, first ?? [])).toEqual([1, 0])
  expect(one.row(customers, ASSOL).name).toBe('Assol')
  const again = one.run(name('Grey'))
  const back = one.run((tx) => COMMANDS.undoAct(tx, { act: again }))
  expect(undo(one, back)).toEqual([1, 0])
  expect(one.row(customers, ASSOL).name).toBe('Grey')
})

test('R14: an act that writes a path twice goes back to what was before both', () => {
  const one = desk()
  const act = one.run((tx) => {
    name('Grey')(tx)
    name('Longren')(tx)
  })
  expect(undo(one, act)).toEqual([2, 0])
  expect(one.row(customers, ASSOL).name).toBe('Assol')
})

test('R14: what somebody has set to the same value since is his own', () => {
  const [one, other] = [desk(), new Desk('B')]
  const act = one.run(name('Grey'))
  exchange(one, other)
  other.run(name('Longren'))
  other.run(name('Grey'))
  exchange(one, other)
  expect(undo(one, act)).toEqual([0, 1])
  expect(one.row(customers, ASSOL).name).toBe('Grey')
})

test('R14: created records and entries are undone by removing them, once', () => {
  const one = desk()
  const act = one.run((tx) => {
    tx.create(products, 'p', { name: 'Table' })
    tx.create(kinds, 'k', { name: 'Kind' })
    tx.add(kinds, 'k', 'states', 's1', { place: 'a0' })
    tx.setEntry(kinds, 'k', 'states', 's1', { place: 'a1' })
  })
  expect(undo(one, act)).toEqual([4, 0])
  expect([one.row(products, 'p').gone, one.row(kinds, 'k').gone, one.row(kinds, 'k').states]).toEqual([true, true, []])
  expect(undo(one, act)).toEqual([0, 4])
})

test('R14: removing and restoring are undone', () => {
  const one = desk()
  const removal = one.run((tx) => tx.remove(customers, ASSOL))
  expect(undo(one, removal)).toEqual([1, 0])
  expect(one.row(customers, ASSOL).gone).toBe(false)
  one.run((tx) => tx.remove(customers, ASSOL))
  const restoring = one.run((tx) => tx.restore(customers, ASSOL))
  expect(undo(one, restoring)).toEqual([1, 0])
  expect(one.row(customers, ASSOL).gone).toBe(true)
})

test('R14: a decision for the present value changes none and is not undone', () => {
  const [one, other] = [desk(), new Desk('B')]
  exchange(one, other)
  one.run(name('Grey'))
  other.run(name('Longren'))
  exchange(one, other)
  const act = one.run((tx) => COMMANDS.keepValue(tx, { collection: 'customers', id: ASSOL, path: 'name' }))
  expect(act).toHaveLength(1)
  const before = one.row(customers, ASSOL).name
  expect(undo(one, act)).toEqual([0, 1])
  expect(one.row(customers, ASSOL).name).toBe(before)
})
