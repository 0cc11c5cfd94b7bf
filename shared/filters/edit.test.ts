import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type At,
  nodeAt,
  withAdded,
  withGrouped,
  withMoved,
  withNode,
  withPutIn,
  withSwitched,
  withTakenOut,
  withUngrouped,
} from './edit.ts'
import { type Filter, type FilterNode, isGroup, rowsOf } from './filter.ts'
import { nodes, row } from './testing/arbitrary.ts'

/** Every place of a filter. */
function places(filter: Filter, at: At = []): At[] {
  return filter.flatMap((node, i) => [[...at, i], ...(isGroup(node) ? places(node.of, [...at, i]) : [])])
}

/** A filter and one of its places. */
const placed = nodes
  .filter((filter) => filter.length > 0)
  .chain((filter) => fc.record({ filter: fc.constant(filter), at: fc.constantFrom(...places(filter)) }))

test('a node is put in a place, taken from it, and everything else stays', () => {
  fc.assert(
    fc.property(placed, row, ({ filter, at }, one) => {
      const put = withNode(filter, at, one)
      expect(nodeAt(put, at)).toEqual(one)
      expect(withNode(put, at, nodeAt(filter, at) as FilterNode)).toEqual(filter)
      expect(places(withNode(filter, at, null)).length).toBe(
        places(filter).length - places([nodeAt(filter, at) as FilterNode]).length,
      )
    }),
  )
})

test('up and down are each other’s undo, and keep every row', () => {
  fc.assert(
    fc.property(placed, fc.constantFrom(1 as const, -1 as const), ({ filter, at }, by) => {
      const moved = withMoved(filter, at, by)
      expect(rowsOf(moved)).toHaveLength(rowsOf(filter).length)
      const to = [...at.slice(0, -1), (at.at(-1) ?? 0) + by]
      if (nodeAt(filter, to)) expect(withMoved(moved, to, by === 1 ? -1 : 1)).toEqual(filter)
      else expect(moved).toEqual(filter)
    }),
  )
})

test('switching off and on, grouping, adding', () => {
  fc.assert(
    fc.property(placed, row, ({ filter, at }, one) => {
      const off = withSwitched(filter, at, false)
      expect(nodeAt(off, at)?.off).toBe(true)
      expect(nodeAt(withSwitched(off, at, true), at)).not.toHaveProperty('off')
      expect(nodeAt(withGrouped(filter, at, 'or'), [...at, 0])).toEqual(nodeAt(filter, at))
      expect(withAdded(filter, [], one).at(-1)).toEqual(one)
      const grouped = withAdded(withGrouped(filter, at, 'and'), at, one)
      expect(nodeAt(grouped, [...at, 1])).toEqual(one)
    }),
  )
})

test('a group is taken apart; a node goes into the group before it, and out of its own', () => {
  fc.assert(
    fc.property(placed, fc.array(row, { minLength: 1, maxLength: 3 }), ({ filter, at }, of) => {
      expect(withUngrouped(withGrouped(filter, at, 'or'), at)).toEqual(filter)
      const position = at.at(-1) ?? 0
      const [group, behind] = [{ join: 'or', of } as const, [...at.slice(0, -1), position + 1]]
      const beside = withNode(withGrouped(filter, at, 'and'), [...at, 0], group)
      const apart = withUngrouped(withAdded(beside, at, nodeAt(filter, at) as FilterNode), at)
      const inside = withPutIn(apart, behind)
      expect(nodeAt(inside, [...at, of.length])).toEqual(nodeAt(filter, at))
      expect(withTakenOut(inside, [...at, of.length])).toEqual(apart)
    }),
  )
})

test('a node with no group before it, or around it, stays', () => {
  const filter: Filter = [
    { field: 'a', is: 'filled', values: [] },
    { field: 'b', is: 'filled', values: [] },
  ]
  expect([withPutIn(filter, [1]), withTakenOut(filter, [1]), withUngrouped(filter, [1])]).toEqual([
    filter,
    filter,
    filter,
  ])
})

test('a place that is not there changes nothing', () => {
  const filter: Filter = [{ field: 'a', is: 'filled', values: [] }]
  expect(withNode(filter, [3], null)).toEqual(filter)
  expect(withNode(filter, [0, 0], null)).toEqual(filter)
  expect(withAdded(filter, [0], { field: 'b', is: 'filled', values: [] })).toEqual(filter)
})
