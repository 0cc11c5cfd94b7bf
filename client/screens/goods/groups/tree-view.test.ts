import { expect, test } from 'vitest'
import type { ProductGroup } from '../../../../shared/goods/collections.ts'
import { treeRows } from './tree-view.ts'

const group = (id: string, parent: string | null) =>
  ({ id, name: id, parent, place: null, gone: false }) as ProductGroup
const ALL = [group('a', null), group('b', 'a'), group('c', 'b'), group('d', null)]
const OWN = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 4],
  [null, 9],
])
const shown = (closed: readonly string[]) =>
  treeRows(ALL, new Set(closed), OWN).map(({ group, depth, count, hasBelow, isOpen }) => [
    `${' '.repeat(depth)}${group.id}`,
    count,
    hasBelow ? (isOpen ? 'open' : 'closed') : 'leaf',
  ])

test('a group counts the goods of all below it, whether they are seen or not', () => {
  expect(shown([])).toEqual([
    ['a', 7, 'open'],
    [' b', 6, 'open'],
    ['  c', 4, 'leaf'],
    ['d', 0, 'leaf'],
  ])
  expect(shown(['a', 'b'])).toEqual([
    ['a', 7, 'closed'],
    ['d', 0, 'leaf'],
  ])
  expect(shown(['b'])).toEqual([
    ['a', 7, 'open'],
    [' b', 6, 'closed'],
    ['d', 0, 'leaf'],
  ])
})
