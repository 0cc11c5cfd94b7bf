import { describe, expect, test } from 'vitest'
import { matcher } from './matching.ts'
import { comparison } from './order-by.ts'
import type { Item } from './query.ts'

const items: Item[] = [
  { id: 'a', number: 'ЗН-0002', customerName: 'Ёлкин', total: 300, state: 's1', gone: false },
  { id: 'b', number: 'ЗН-0001', customerName: 'Елагин', total: 100, state: 's2', gone: false },
  { id: 'c', number: 'ЗН-0003', customerName: null, total: 200, state: 's1', gone: false },
  { id: 'd', number: 'ЗН-0004', customerName: 'Убран', total: 900, state: 's1', gone: true },
]
const ids = (found: readonly Item[]) => found.map((item) => item.id).join('')

describe('sorting', () => {
  test('ё stands as е, what is empty stands first, down turns it round', () => {
    expect(ids([...items].sort(comparison([{ field: 'customerName', down: false }])))).toBe('cbad')
    expect(ids([...items].sort(comparison([{ field: 'total', down: true }])))).toBe('dacb')
  })

  test('equal values go by the next field, then by id', () => {
    const sort = comparison([
      { field: 'state', down: false },
      { field: 'total', down: true },
    ])
    expect(ids([...items].sort(sort))).toBe('dacb')
  })
})

describe('matching', () => {
  const found = (...args: Parameters<typeof matcher>) => ids(items.filter(matcher(...args)))

  test('removed records are in no list', () => {
    expect(found([], '')).toBe('abc')
  })

  test('every word must be in some text of the record, in any case, ё as е', () => {
    expect(found([], 'елк')).toBe('a')
    expect(found([], 'ЗН-00 ЕЛ')).toBe('ab')
    expect(found([], 's1')).toBe('')
  })

  test('all conditions must hold', () => {
    expect(found([{ field: 'state', is: 'in', values: ['s1'] }], '')).toBe('ac')
    expect(found([{ field: 'total', is: 'between', from: 100, to: 300 }], '')).toBe('bc')
    expect(found([{ field: 'customerName', is: 'in', values: [null] }], '')).toBe('c')
    expect(found([], '', ['c', 'd'])).toBe('c')
  })
})
