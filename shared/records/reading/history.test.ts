import { expect, test } from 'vitest'
import { historyOf } from './history.ts'

const at = (count: number, replica = 'A') => `0mi1c2k3l${String(count).padStart(3, '0')}${replica}`

test('R17: each write is told with what stood at its path before, in the order of stamps, the latest first', () => {
  const { told, present } = historyOf([
    { path: 'note', stamp: at(5, 'B'), value: 'later' },
    { path: '', stamp: at(1), value: { name: 'made', note: 'first', lines: { e: { text: 'line', price: 5 } } } },
    { path: 'lines/e/price', stamp: at(4), value: 7 },
    { path: 'note', stamp: at(3), value: 'earlier, though it arrived later' },
  ])
  expect(told.map(({ path, before, value }) => [path, before, path === '' ? '' : value])).toEqual([
    ['note', 'earlier, though it arrived later', 'later'],
    ['lines/e/price', 5, 7],
    ['note', 'first', 'earlier, though it arrived later'],
    ['', null, ''],
  ])
  expect([present.get('note'), present.get('lines/e/price'), present.get('lines/e/text')]).toEqual(['later', 7, 'line'])
})

test('R5, R17: a record that was made twice is told of once; entries written whole give their fields something before', () => {
  const { told } = historyOf([
    { path: '', stamp: at(2, 'B'), value: { name: 'second' } },
    { path: '', stamp: at(1), value: { name: 'first' } },
    { path: 'lines/n', stamp: at(3), value: { text: 'whole' } },
    { path: 'lines/n/text', stamp: at(4), value: 'changed' },
    { path: 'lines/n/gone', stamp: at(6), value: true },
  ])
  expect(told.map(({ path, before, value }) => [path, before, value])).toEqual([
    ['lines/n/gone', null, true],
    ['lines/n/text', 'whole', 'changed'],
    ['lines/n', null, { text: 'whole' }],
    ['', null, { name: 'first' }],
  ])
})
