import { expect, test } from 'vitest'
import { byId, kindsOf, present } from './names.ts'

const kind = (id: string, sort: string, place: string | null, more = {}) => ({ id, name: id, sort, place, ...more })

test('kinds come in the order of their blocks: work orders, then place, then name', () => {
  const rows = [
    kind('b', 'customer', 'a0'),
    kind('z', 'work', null),
    kind('d', 'work', 'a1'),
    kind('c', 'work', 'a1'),
    kind('gone', 'work', 'a0', { gone: true }),
  ]
  expect(kindsOf(rows).map(({ id }) => id)).toEqual(['c', 'd', 'z', 'b'])
})

test('removed records keep their names, but are not offered', () => {
  const rows = [
    { id: 's1', name: 'Я', hue: 25 },
    { id: 's2', name: 'А', hue: null, gone: true },
    { id: 's3', name: 'Б' },
  ]
  expect(byId(rows).get('s2')).toEqual({ id: 's2', name: 'А', hue: null })
  expect(present(rows).map(({ id }) => id)).toEqual(['s3', 's1'])
})
