import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shop } from '../../orders/testing/shop.ts'
import { productGroups } from '../collections.ts'
import { type GroupLike, groupPath, groupsInOrder, withBelow } from './tree.ts'

const group = (id: string, parent: string | null, more: Partial<GroupLike> = {}): GroupLike => ({
  id,
  parent,
  name: id,
  place: null,
  gone: false,
  ...more,
})

const shown = (all: readonly GroupLike[]) =>
  groupsInOrder(all).map(({ group, depth }) => `${' '.repeat(depth)}${group.id}`)

test('N1: each stands behind its parent, by place and then by name', () => {
  const all = [group('c', 'a'), group('b', 'a'), group('a', null), group('z', null, { place: 'a0' })]
  expect(shown(all)).toEqual(['z', 'a', ' b', ' c'])
  expect(groupPath(all, 'c')).toEqual(['a', 'c'])
  expect([...withBelow(all, 'a')].toSorted()).toEqual(['a', 'b', 'c'])
  expect([...withBelow(all, 'c')]).toEqual(['c'])
})

test('N1: a parent that is removed, missing, or leads round, leaves the group at the top', () => {
  const all = [
    group('a', 'b'),
    group('b', 'a'),
    group('c', 'b'),
    group('d', 'none'),
    group('e', 'f'),
    group('f', null, { gone: true }),
  ]
  expect(shown(all)).toEqual(['a', 'b', ' c', 'd', 'e'])
})

test('N1: whatever the parents are, each group stands in the tree once, and under its parent or at the top', () => {
  const groups = fc.array(fc.option(fc.nat(11), { nil: null }), { minLength: 1, maxLength: 12, size: 'max' })
  fc.assert(
    fc.property(groups, (parents) => {
      const all = parents.map((parent, i) => group(`g${i}`, parent === null ? null : `g${parent}`))
      const order = groupsInOrder(all)
      expect(order.map(({ group }) => group.id).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      for (const [i, { group, depth }] of order.entries()) {
        const above = order.slice(0, i).findLast((one) => one.depth === depth - 1)
        expect(depth === 0 || above?.group.id === group.parent).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('N2: no group is put into itself, nor into one below it', () => {
  const shop = new Shop('A')
  for (const id of ['a', 'b', 'c']) {
    shop.do('createRecord', { collection: 'productGroups', id, values: { name: id } })
  }
  shop.do('putGroup', { id: 'b', parent: 'a' })
  shop.do('putGroup', { id: 'c', parent: 'b' })
  expect(shop.refusal('putGroup', { id: 'a', parent: 'a' })).toBe('group-inside-itself')
  expect(shop.refusal('putGroup', { id: 'a', parent: 'c' })).toBe('group-inside-itself')
  const values = { parent: 'c' }
  expect(shop.refusal('setRecord', { collection: 'productGroups', id: 'a', values })).toBe('group-inside-itself')
  expect(shop.row(productGroups, 'a').parent).toBeNull()
})
