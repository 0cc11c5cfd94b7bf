import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Move } from '../collections.ts'
import { COMPLETED } from './completed.ts'
import {
  headsOf,
  inOrder,
  isCompleted,
  isEditedAfterCompletion,
  momentOf,
  momentsOf,
  standingOf,
  standsSince,
  statesOf,
} from './moves.ts'

function move(id: string, values: Partial<Move>): Move {
  const empty = { author: null, device: null, completion: null, reason: null, comment: null, total: null, undoes: null }
  const at = { at: 0, arrived: null, madeAt: 0 }
  return { id, kind: 'kind', state: id, follows: [], ...empty, ...at, ...values }
}

/** Moves of one order: each follows some of those before it; their times are anything. */
const history = fc
  .array(
    fc.record({
      at: fc.nat({ max: 20 }),
      arrived: fc.option(fc.nat({ max: 20 })),
      after: fc.array(fc.nat(), { maxLength: 2 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((all) =>
    all.map(({ at, arrived, after }, i) =>
      move(`m${(i * 7) % 13}`, {
        at,
        arrived,
        follows: i === 0 ? [] : [...new Set(after.map((n) => `m${((n % i) * 7) % 13}`))],
      }),
    ),
  )

describe('since when an order stands where it is', () => {
  const SECOND = 1_000
  /** Each move follows the one before it; states by their first letters. */
  const line = (...all: readonly (readonly [state: string, at: number, undoes?: string])[]) =>
    all.map(([state, at, undoes = null], i) =>
      move(`m${i}`, { state, at: at * SECOND, undoes, follows: i === 0 ? [] : [`m${i - 1}`] }),
    )
  const since = (moves: readonly Move[]) => (standsSince(moves, standingOf({ moves }).move) ?? 0) / SECOND

  test('since its last move; without moves, never', () => {
    expect(since(line(['new', 1], ['made', 5]))).toBe(5)
    expect(standsSince([], null)).toBeNull()
  })

  test('a move that was undone within two minutes counts for nothing, one undone later does', () => {
    expect(since(line(['new', 1], ['made', 50], ['new', 170, 'm1']))).toBe(1)
    expect(since(line(['new', 1], ['made', 50], ['new', 171, 'm1']))).toBe(171)
  })

  test('two moves undone one behind the other count for nothing; one that was repeated stands since then', () => {
    expect(since(line(['new', 1], ['paid', 5], ['made', 6], ['paid', 7, 'm2'], ['new', 8, 'm1']))).toBe(1)
    expect(since(line(['new', 1], ['made', 5], ['new', 6, 'm1'], ['made', 7, 'm2']))).toBe(7)
  })
})

describe('the order of moves', () => {
  test('a move counts at its time, or at its arrival where that was before', () => {
    expect(momentOf({ at: 10, arrived: null })).toBe(10)
    expect(momentOf({ at: 10, arrived: 7 })).toBe(7)
    expect(momentOf({ at: null, arrived: null })).toBe(0)
  })

  test('no move stands before one that it follows, whatever the clocks', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const order = inOrder(moves).map((one) => one.id)
        const moments = momentsOf(moves)
        for (const { id, follows } of moves) {
          for (const before of follows) {
            expect(order.indexOf(before)).toBeLessThan(order.indexOf(id))
            expect(moments.get(before)).toBeLessThan(moments.get(id) ?? 0)
          }
        }
      }),
    )
  })

  test('does not depend on how the moves are given', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (moves, numbers) => {
        const rest = [...moves]
        const shuffled = moves.flatMap(() => rest.splice((numbers.next().value ?? 0) % rest.length, 1))
        expect(inOrder(shuffled)).toEqual(inOrder(moves))
        expect(headsOf(shuffled)).toEqual(headsOf(moves))
      }),
    )
  })

  test('goes by time, then id, where nothing follows', () => {
    const moves = [move('c', { at: 2 }), move('b', { at: 1 }), move('a', { at: 2 }), move('d', { at: 3, arrived: 1 })]
    expect(inOrder(moves).map((one) => one.id)).toEqual(['b', 'd', 'a', 'c'])
  })

  test('a circle, which nobody can make but by hand, stops nothing', () => {
    const moves = [move('a', { follows: ['b'] }), move('b', { follows: ['a'] }), move('c', { follows: ['c'] })]
    expect(inOrder(moves).map((one) => one.id)).toEqual(['a', 'b', 'c'])
    expect(headsOf(moves)).toEqual([])
  })
})

describe('heads', () => {
  test('are the moves that none follows; there is always one', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const followed = new Set(moves.flatMap((one) => one.follows))
        const heads = headsOf(moves).map((one) => one.id)
        expect(new Set(heads)).toEqual(new Set(moves.map((one) => one.id).filter((id) => !followed.has(id))))
        expect(heads.length).toBeGreaterThan(0)
      }),
    )
  })

  test('two moves apart are two heads and stand at the later; a move that follows both joins them', () => {
    const parted = [move('a', { at: 1 }), move('b', { at: 3, follows: ['a'] }), move('c', { at: 2, follows: ['a'] })]
    expect(standingOf({ moves: parted })).toMatchObject({ state: 'b', heads: [{ id: 'c' }, { id: 'b' }] })
    const joined = [...parted, move('d', { at: 1, follows: ['b', 'c'] })]
    expect(standingOf({ moves: joined })).toMatchObject({ state: 'd', heads: [{ id: 'd' }] })
  })

  test('a move that has not arrived is no head, and what follows it is one', () => {
    expect(headsOf([move('b', { follows: ['a'] })]).map((one) => one.id)).toEqual(['b'])
  })

  test('an order without moves stands nowhere', () => {
    expect(standingOf({ moves: [] })).toEqual({ kind: null, state: null, move: null, heads: [] })
  })
})

describe('completion', () => {
  const made = move('a', { at: 1, madeAt: 1 })
  const completed = move('b', { at: 5, madeAt: 100, follows: ['a'], state: COMPLETED, completion: 'success' })
  const reopened = move('c', { at: 9, madeAt: 200, follows: ['b'], state: 's1' })

  test('is where the order stands, not where it once was', () => {
    expect(isCompleted({ moves: [made, completed] })).toBe(true)
    expect(isCompleted({ moves: [made, completed, reopened] })).toBe(false)
  })

  test('an edit stamped above the completing move came after it, whatever the move’s own time', () => {
    const moves = [made, completed]
    expect([50, 100, 101].map((changedAt) => isEditedAfterCompletion({ moves, changedAt }))).toEqual([
      false,
      false,
      true,
    ])
    expect(isEditedAfterCompletion({ moves: [...moves, reopened], changedAt: 500 })).toBe(false)
  })
})

test('«Завершен» is the last state of every kind, once', () => {
  const states = ['s1', COMPLETED, 's2'].map((id) => ({ id, madeAt: 0, place: null }))
  expect(statesOf({ states })).toEqual(['s1', 's2', COMPLETED])
  expect(statesOf({ states: [] })).toEqual([COMPLETED])
})
