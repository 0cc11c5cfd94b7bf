import { expect, test } from 'vitest'
import { reference, text } from '../records/declarations/fields.ts'
import type { Filter } from './filter.ts'
import { widened } from './widen.ts'

const FIELDS = { group: reference('productGroups'), state: reference('states'), name: text() }
const fieldOf = (name: string) => FIELDS[name as keyof typeof FIELDS]
const belowOf = (to: string, id: string) => (to === 'productGroups' ? [id, `${id}.1`, `${id}.2`] : null)
const wide = (filter: Filter) => widened(filter, fieldOf, belowOf)

test('L11: a place in a tree stands for all below it, wherever it is named and however it is compared', () => {
  expect(wide([{ field: 'group', is: 'in', values: ['a', null] }])).toEqual([
    { field: 'group', is: 'in', values: ['a', 'a.1', 'a.2', null] },
  ])
  expect(wide([{ join: 'not', of: [{ field: 'group', is: 'equal', values: ['a'] }] }])).toEqual([
    { join: 'not', of: [{ field: 'group', is: 'in', values: ['a', 'a.1', 'a.2'] }] },
  ])
  expect(wide([{ field: 'group', is: 'notEqual', values: ['a'] }])).toMatchObject([{ is: 'notIn' }])
})

test('L11: other fields, and what says nothing of a place, stay as they are', () => {
  const filter: Filter = [
    { field: 'state', is: 'in', values: ['a'] },
    { field: 'name', is: 'contains', values: ['a'] },
    { field: 'group', is: 'filled', values: [] },
    { field: 'gone', is: 'equal', values: ['a'] },
  ]
  expect(wide(filter)).toEqual(filter)
})
