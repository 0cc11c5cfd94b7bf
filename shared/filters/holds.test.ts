import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../records/declarations/value.ts'
import type { Around, Comparison, Filter, FilterNode, FilterValue } from './filter.ts'
import { isGroup, ME } from './filter.ts'
import { holds } from './holds.ts'
import { problemOf, problemsOf } from './problems.ts'
import { AROUND, FIELDS, fieldOf, nodes, record, row } from './testing/arbitrary.ts'
import { comparisonsOf } from './values/comparisons.ts'

type Values = { readonly [name: string]: Json }

const on = (filter: Filter, values: Values, around: Around = AROUND) =>
  holds(filter, fieldOf, around)((name) => values[name])

/** Tries one row on one value. */
function says(field: string, is: Comparison, values: readonly FilterValue[], value: Json, around?: Around): boolean {
  return on([{ field, is, values }], { [field]: value }, around)
}

describe('rows', () => {
  test('L2: each negation is the contrary of its comparison, for every value', () => {
    const pairs = { notEqual: 'equal', notIn: 'in', lacks: 'contains', empty: 'filled' } as const
    fc.assert(
      fc.property(row, record, (one, values) => {
        const contrary = Object.entries(pairs).find(([is]) => is === one.is)?.[1]
        fc.pre(contrary !== undefined)
        expect(on([one], values)).toBe(!on([{ ...one, is: contrary ?? 'in' }], values))
      }),
    )
  })

  test('L3: what is empty is met by null among values and by «empty» alone', () => {
    expect(says('responsible', 'in', ['p1', null], null)).toBe(true)
    expect(says('responsible', 'in', ['p1'], null)).toBe(false)
    expect(says('responsible', 'notIn', ['p1'], null)).toBe(true)
    expect(says('name', 'empty', [], '')).toBe(true)
    expect(says('tags', 'empty', [], [])).toBe(true)
    expect(says('total', 'less', [5], null)).toBe(false)
    expect(says('date', 'during', ['past'], null)).toBe(false)
    expect(says('total', 'empty', [], 0)).toBe(false)
  })

  test('L4: texts are compared in any case, ё as е; every word must be there', () => {
    expect(says('name', 'equal', ['ЕЛКИН'], 'Ёлкин')).toBe(true)
    expect(says('name', 'in', ['кукушкин', 'Ёлкин'], 'елкин')).toBe(true)
    expect(says('name', 'contains', ['ко елк'], 'Ёлкин и Ко')).toBe(true)
    expect(says('name', 'contains', ['елк нет'], 'Ёлкин и Ко')).toBe(false)
    expect(says('name', 'equal', ['Ёлкин'], 'Ёлкин и Ко')).toBe(false)
  })

  test('L5: bounds are included where the comparison includes them, and a nothing leaves a side open', () => {
    const at = (is: Comparison, ...values: FilterValue[]) =>
      [1, 2, 3].filter((total) => says('total', is, values, total)).join('')
    expect([at('more', 2), at('atLeast', 2), at('less', 2), at('atMost', 2)]).toEqual(['3', '23', '1', '12'])
    expect([at('between', 2, 3), at('between', null, 2), at('between', 2, null)]).toEqual(['23', '12', '23'])
    expect(at('equal', 2)).toBe('2')
  })

  test('L6: an instant is compared by the days of the zone', () => {
    const last = Date.parse('2026-09-18T20:59:59.999Z')
    const next = last + 1
    expect([says('date', 'equal', ['2026-09-18'], last), says('date', 'equal', ['2026-09-18'], next)]).toEqual([
      true,
      false,
    ])
    expect([says('date', 'more', ['2026-09-18'], last), says('date', 'more', ['2026-09-18'], next)]).toEqual([
      false,
      true,
    ])
    expect([says('date', 'less', ['2026-09-19'], last), says('date', 'less', ['2026-09-19'], next)]).toEqual([
      true,
      false,
    ])
    expect(says('date', 'between', ['2026-09-18', '2026-09-18'], last)).toBe(true)
    expect(says('date', 'between', [null, '2026-09-18'], next)).toBe(false)
    const utc = { ...AROUND, zone: 'UTC' }
    expect(says('date', 'equal', ['2026-09-18'], next, utc)).toBe(true)
  })

  test('L7: «я» is whoever looks, and nobody where the account is no person', () => {
    expect(says('responsible', 'equal', [ME], 'p1')).toBe(true)
    expect(says('responsible', 'in', ['p3', ME], 'p2')).toBe(false)
    expect(says('responsible', 'in', [ME], 'p1', { ...AROUND, me: null })).toBe(false)
    expect(says('responsible', 'in', [ME], null, { ...AROUND, me: null })).toBe(false)
  })

  test('a set meets a list of words by any of its members', () => {
    expect(says('tags', 'in', ['срочно', 'замер'], ['замер', 'кухня'])).toBe(true)
    expect(says('tags', 'notIn', ['срочно'], ['замер'])).toBe(true)
    expect(says('tags', 'in', [null], [])).toBe(true)
  })
})

describe('groups', () => {
  /** L1 and L8, word for word. Undefined: it says nothing. */
  function plainly(node: FilterNode, values: Values): boolean | undefined {
    if (node.off) return undefined
    if (!isGroup(node)) return problemOf(node, fieldOf) ? undefined : on([node], values)
    const members = node.of.map((one) => plainly(one, values)).filter((one) => one !== undefined)
    if (members.length === 0) return undefined
    if (node.join === 'and') return members.every(Boolean)
    return members.some(Boolean) === (node.join === 'or')
  }

  test('L1, L8: all of «and», any of «or», none of «not», whatever says nothing left out', () => {
    fc.assert(
      fc.property(nodes, record, (filter, values) => {
        expect(on(filter, values)).toBe(plainly({ join: 'and', of: filter }, values) ?? true)
      }),
    )
  })

  test('L8: what is off, unfinished or unfit changes nothing', () => {
    fc.assert(
      fc.property(row, nodes, record, (one, idle, values) => {
        const off = idle.map((node): FilterNode => ({ ...node, off: true }))
        const unfit: FilterNode[] = [
          { field: 'removed', is: 'in', values: ['x'] },
          { field: 'total', is: 'contains', values: ['x'] },
          { field: 'total', is: 'more', values: ['x'] },
          { field: 'type', is: 'in', values: ['removed'] },
          { field: 'responsible', is: 'in', values: [] },
          { field: 'date', is: 'during', values: ['sometime'] },
        ]
        expect(on([...off, one, ...unfit], values)).toBe(on([one], values))
      }),
    )
  })

  test('L9: rows that cannot be tried are told with their place and reason', () => {
    const filter: Filter = [
      { field: 'total', is: 'more', values: [1] },
      {
        join: 'or',
        of: [
          { field: 'removed', is: 'filled', values: [] },
          { field: 'note', is: 'more', values: ['x'] },
        ],
      },
      { field: 'shipment', is: 'equal', values: ['2026-02-31'] },
      { field: 'name', is: 'contains', values: [' '] },
      { field: 'removed', is: 'filled', values: [], off: true },
    ]
    expect(problemsOf(filter, fieldOf).map(({ at, why }) => `${at.join('.')} ${why}`)).toEqual([
      '1.0 field',
      '1.1 comparison',
      '2 value',
      '3 unfinished',
    ])
  })

  test('rows that are made to fit have no problem', () => {
    fc.assert(
      fc.property(row, (one) => {
        expect(problemOf(one, fieldOf)).toBeUndefined()
      }),
    )
  })
})

test('every type that lists show has its comparisons', () => {
  const without = Object.entries(FIELDS).filter(([, field]) => comparisonsOf(field).length === 0)
  expect(without).toEqual([])
})
