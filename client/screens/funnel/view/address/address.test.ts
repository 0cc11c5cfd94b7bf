import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMNS, OPTIONAL } from '../../figures/columns.ts'
import type { Figure } from '../../figures/figure.ts'
import { FIRST_VIEW, type FunnelView } from '../view.ts'
import { BY, fromSearch, toSearch } from './address.ts'
import { BESIDE, PERIODS } from './period.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/)
const ids = fc.uniqueArray(id, { maxLength: 3 })
const day = fc.option(fc.constantFrom('2016-09-01', '2016-09-30', '2024-02-29'))
/** Orders without a kind have a block too. */
const head = { kind: fc.oneof(id, fc.constant('')), group: fc.option(id) }

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.record({ of: fc.constant('block' as const), ...head }, { requiredKeys: ['of', 'kind'] }),
  fc.record(
    { of: fc.constantFrom('reached' as const, 'hours' as const, 'orphan' as const), state: id, ...head },
    { requiredKeys: ['of', 'kind', 'state'] },
  ),
  fc.record(
    { of: fc.constantFrom('losses' as const, 'staying' as const, 'reentered' as const), ...head },
    { requiredKeys: ['of', 'kind'] },
  ),
  fc.record(
    { of: fc.constantFrom('losses' as const, 'staying' as const, 'reentered' as const), state: id, ...head },
    { requiredKeys: ['of', 'kind', 'state'] },
  ),
  fc.record(
    { of: fc.constant('reason' as const), reason: fc.option(id), state: id, ...head },
    { requiredKeys: ['of', 'kind', 'reason'] },
  ),
)

const view: fc.Arbitrary<FunnelView> = fc.record({
  period: fc.constantFrom(...PERIODS),
  from: day,
  to: day,
  beside: fc.constantFrom(...BESIDE),
  besideFrom: day,
  besideTo: day,
  show: fc.constantFrom('report', 'trend'),
  by: fc.constantFrom(...BY),
  sort: fc.constantFrom('all', 'customer', 'work'),
  kinds: ids,
  managers: ids,
  departments: ids,
  search: fc.string(),
  columns: fc.subarray([...OPTIONAL]),
  mode: fc.constantFrom('reached', 'visited'),
  basis: fc.constantFrom('order', 'move'),
  moment: fc.constantFrom('now', 'end'),
  order: fc.record({ by: fc.constantFrom('name', ...COLUMNS), down: fc.boolean() }),
  at: fc.dictionary(id, id, { maxKeys: 2, noNullPrototype: true }),
  open: ids,
  figure: fc.option(figure),
  figureOf: fc.constantFrom('period', 'beside', '2026-11'),
})

/** The address after a change, as the router makes it: what is null goes out of it. */
function addressOf(change: Partial<FunnelView>): Record<string, string> {
  const kept = Object.entries(toSearch(change)).flatMap(([key, text]) => (text === null ? [] : [[key, text]]))
  return Object.fromEntries(new URLSearchParams(kept))
}

test('an address keeps all of a view', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(fromSearch(addressOf(one))).toEqual(one)
    }),
  )
})

test('what is as at first stands in no address', () => {
  expect(addressOf(FIRST_VIEW)).toEqual({})
  expect(addressOf({ ...FIRST_VIEW, mode: 'visited' })).toEqual({ mode: 'visited' })
})

test('a change names only what it changes', () => {
  expect(toSearch({ by: 'manager', figure: null })).toEqual({ by: 'manager', figure: null })
})

test.each([
  { period: 'soon' },
  { by: 'colour' },
  { columns: 'weight' },
  { from: '2016-99-01' },
  { from: 'yesterday' },
  { order: '-beauty' },
  { at: 'kind' },
  { figure: 'reached.kind' },
  { figure: 'beauty.kind.sstate' },
  { figure: 'block.ki<nd' },
  { figure: 'block' },
  { kinds: ['a', 'b'] },
])('what is not understood is as at first: %j', (search) => {
  expect(fromSearch(search as Record<string, string>)).toEqual(FIRST_VIEW)
})
