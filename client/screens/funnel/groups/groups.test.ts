import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMNS, sortValue } from '../figures/columns.ts'
import { septemberBlocks } from '../testing/september.ts'
import { type Group, groupsOf, sortGroups, turned } from './groups.ts'

const blocks = septemberBlocks('manager').filter(({ kind }) => kind === 'kitchens')
const NAMES: Record<string, string> = { abdulov: 'Абдулов', vederkin: 'Ведеркин', nikolaev: 'Николаев' }
const groups = (state?: string) =>
  groupsOf(
    blocks,
    (id) => NAMES[id] ?? id,
    state,
    (key) => ({ kind: key, rows: [{ state: 'offer', median: 48, p90: 96 }] }),
  )
const names = (sorted: readonly Group[]) => sorted.map(({ name }) => name)

test('the groups of a kind together are the kind', () => {
  expect(groups().reduce((sum, { line }) => sum + line.reached, 0)).toBe(18)
  expect(groups().reduce((sum, { line }) => sum + line.sum, 0)).toBe(71_989_500)
})

test('a state may stand for the whole way; where there is none, the whole way stands', () => {
  expect(groups('offer').reduce((sum, { line }) => sum + line.reached, 0)).toBe(15)
  expect(groups('offer').every(({ line }) => line.state === 'offer' && line.median === 48)).toBe(true)
  expect(groups('removed')).toEqual(groups())
})

test('names go by the alphabet, none last either way', () => {
  const none = { ...(groups()[0] as Group), key: 'kitchens.', group: null, name: null }
  const all = [none, ...groups()]
  expect(names(sortGroups(all, { by: 'name', down: false }))).toEqual(['Абдулов', 'Ведеркин', 'Николаев', null])
  expect(names(sortGroups(all, { by: 'name', down: true }))).toEqual(['Николаев', 'Ведеркин', 'Абдулов', null])
})

test('every measure sorts both ways, without a value last, equals by name', () => {
  const value = fc.option(fc.integer({ min: -3, max: 3 }))
  const some = fc.array(fc.tuple(value, fc.constantFrom('а', 'б', 'в', null)), { maxLength: 9 })
  fc.assert(
    fc.property(some, fc.constantFrom(...COLUMNS), fc.boolean(), (drawn, by, down) => {
      const line = (groups()[0] as Group).line
      const all = drawn.map(([hours, name], i) => {
        const measures = Object.fromEntries([...COLUMNS, 'reentered'].map((column) => [column, hours]))
        return { key: `k.${i}`, group: name, name, line: { ...line, ...measures } }
      })
      const sorted = sortGroups(all, { by, down }).map((group) => sortValue(group.line, by))
      const values = sorted.filter((one) => one !== null)
      expect(values).toEqual([...values].sort((a, b) => (down ? b - a : a - b)))
      expect(sorted.slice(values.length).every((one) => one === null)).toBe(true)
      expect(sorted.length).toBe(drawn.length)
    }),
  )
})

test('a second press turns the order; measures begin with the greatest', () => {
  expect(turned({ by: 'name', down: false }, 'hours')).toEqual({ by: 'hours', down: true })
  expect(turned({ by: 'hours', down: true }, 'hours')).toEqual({ by: 'hours', down: false })
  expect(turned({ by: 'hours', down: true }, 'name')).toEqual({ by: 'name', down: false })
})
