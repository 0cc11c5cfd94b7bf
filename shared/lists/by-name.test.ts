import { expect, test } from 'vitest'
import { sortedByName } from './by-name.ts'

test('names stand as in a dictionary, whatever their case, ё beside е; of one name as they came', () => {
  const rows = ['ДЕНЕЖНИКОВО', 'Ёлкина', 'Алексеева', 'АЛЬФАМАРТ', 'Егоров', 'еж', 'алексеева'].map((name) => ({
    name,
  }))
  expect(sortedByName(rows, (row) => row.name).map((row) => row.name)).toEqual([
    'Алексеева',
    'алексеева',
    'АЛЬФАМАРТ',
    'ДЕНЕЖНИКОВО',
    'Егоров',
    'еж',
    'Ёлкина',
  ])
})
