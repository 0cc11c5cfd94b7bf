import { describe, expect, test } from 'vitest'
import type { Filter } from '../../../shared/filters/filter.ts'
import { Directory } from './directory.ts'
import { comparison } from './lists/order-by.ts'
import { matcher } from './matching.ts'
import type { Item } from './query.ts'

const items: Item[] = [
  { id: 'a', number: 'ЗН-0002', customer: 'c1', customerName: 'Ёлкин', total: 300, state: 's1', gone: false },
  { id: 'b', number: 'ЗН-0001', customer: 'c2', customerName: 'Елагин', total: 100, state: 's2', gone: false },
  { id: 'c', number: 'ЗН-0003', customer: null, customerName: null, total: 200, state: 's1', gone: false },
  { id: 'd', number: 'ЗН-0004', customer: 'c3', customerName: 'Убран', total: 900, state: 's1', gone: true },
]
const ids = (found: readonly Item[]) => found.map((item) => item.id).join('')

describe('sorting', () => {
  test('ё stands as е, what is empty stands first, down turns it round', () => {
    expect(ids([...items].sort(comparison([{ field: 'customer', down: false }])))).toBe('cbad')
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
  const found = (filter: Filter, search: string, only?: readonly string[]) =>
    ids(items.filter(matcher(new Directory('p1'), { collection: 'orders', filter, search, ids: only })))

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
    expect(found([{ field: 'total', is: 'between', values: [100, 200] }], '')).toBe('bc')
    expect(found([{ field: 'customer', is: 'empty', values: [] }], '')).toBe('c')
    expect(found([], '', ['c', 'd'])).toBe('c')
  })
})
