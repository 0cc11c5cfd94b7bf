import { expect, test } from 'vitest'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { runs } from '../../../../shared/rules/collections.ts'
import { Directory } from '../directory.ts'
import { runsOf } from './runs.ts'

const id = (name: string) => derivedId('common', 1_700_000_000_000, 'test', name)

/** A directory that knows these runs: the rule, the order, when it was heard of, what its step made. */
function knowing(rows: readonly (readonly [name: string, rule: string, order: string, heard: number])[]): Directory {
  const directory = new Directory()
  directory.take(
    rows.map(([name, rule, order, heard]) => ({
      collection: runs,
      id: id(name),
      before: null,
      origin: null,
      after: {
        ...{ id: id(name), gone: false, madeAt: heard, rule, order, heard, at: heard },
        steps: [{ id: 's', made: `jobs/${id('job')}` }],
      } as never,
    })),
  )
  return directory
}

test('the runs of a rule, and those for an order, the newest first, with what they made', () => {
  const directory = knowing([
    ['a', 'one', 'x', 1],
    ['b', 'one', 'y', 3],
    ['c', 'two', 'x', 2],
  ])
  const told = (of: 'rules' | 'orders', whose: string, to = 10) =>
    runsOf(directory, { what: 'runs', of, id: whose, to })
  expect(told('rules', 'one').rows.map((row) => row.id)).toEqual([id('b'), id('a')])
  expect(told('orders', 'x').rows.map((row) => row.id)).toEqual([id('c'), id('a')])
  expect(told('rules', 'one', 1)).toMatchObject({ count: 2, rows: [{ id: id('b') }] })
  expect(told('rules', 'two').rows[0]?.made).toEqual({ s: { collection: 'jobs', id: id('job'), name: null } })
  expect(told('orders', 'one').count).toBe(0)
})
