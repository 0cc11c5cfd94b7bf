import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../collections.ts'
import { canGroup, filterFields, listField, listFields, summedFields } from './fields.ts'
import { isSameView, type ListView, readView, shownPart, viewProblems, writeView } from './view.ts'

const BASE: ListView = {
  filter: [{ field: 'completed', is: 'equal', values: [false] }],
  search: '',
  sort: [{ field: 'date', down: true }],
  group: [],
  columns: [{ field: 'number' }, { field: 'total', width: 120 }],
}

test('the form in which views are kept stays, and reads back', () => {
  const view: ListView = { ...BASE, search: 'ель', group: ['state', 'date:month'] }
  expect(writeView(view)).toEqual({
    filter: '[["completed","equal",false]]',
    search: 'ель',
    sort: '-date',
    group: 'state,date:month',
    columns: 'number,total=120',
  })
  expect(readView(writeView(view), BASE)).toEqual(view)
  expect(isSameView(readView({}, BASE), BASE)).toBe(true)
  expect(readView({ filter: 'nonsense', columns: 'a=9999', sort: null }, BASE)).toEqual({
    ...BASE,
    columns: [{ field: 'a' }],
  })
  expect(readView({ columns: '=,=80' }, BASE).columns).toEqual(BASE.columns)
})

test('a view that names what is gone is told of it, and shows what it can', () => {
  const view: ListView = {
    filter: [...BASE.filter, { field: 'colour', is: 'in', values: ['red'] }],
    search: '',
    sort: [{ field: 'colour', down: false }, ...BASE.sort],
    group: ['colour', 'note', 'state'],
    columns: [{ field: 'colour' }, { field: 'number' }],
  }
  const { filter, ...named } = viewProblems(view, 'orders')
  expect(filter.map(({ at, why }) => [at, why])).toEqual([[[1], 'field']])
  expect(named).toEqual({ columns: ['colour'], sort: ['colour'], group: ['colour', 'note'] })
  expect(shownPart(view, 'orders')).toEqual({
    ...view,
    sort: BASE.sort,
    group: ['state'],
    columns: [{ field: 'number' }],
  })
  expect(viewProblems(BASE, 'orders')).toEqual({ filter: [], columns: [], sort: [], group: [] })
})

test('fields of lists follow the declarations, references are followed once', () => {
  expect(listField('orders', 'customer.segment')?.type).toBe('text')
  const none = ['lines', '__proto__', 'note.x', 'customer.responsible.name', 'customer.', '']
  expect(none.filter((name) => listField('orders', name) !== undefined)).toEqual([])
  expect(summedFields('orders')).toEqual([{ field: 'total', by: 'companyTotal' }])
  expect([canGroup('orders', 'state'), canGroup('orders', 'number'), canGroup('orders', 'source')]).toEqual([
    true,
    false,
    true,
  ])
})

test.each(Object.keys(COLLECTIONS) as CollectionName[])('every field that is offered can be asked for: %s', (name) => {
  expect(filterFields(name).filter((field) => listField(name, field) === undefined)).toEqual([])
  expect(Object.values(listFields(name)).some(({ type }) => type === 'place')).toBe(false)
})
