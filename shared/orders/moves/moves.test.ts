import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runningStay } from '../../funnel/testing/naive.ts'
import { orderOf } from '../../funnel/testing/order.ts'
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
  const at = { at: 0, arrived: null, madeAt: 0, cause: null, quiet: false, responsible: null }
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

  test('a move to the state that it has, of another kind, too, goes on with the stay; being cancelled is another', () => {
    const moves = line(['new', 1], ['made', 5], ['made', 9], ['made', 12])
    expect(since(moves.map((one, i) => (i === 3 ? { ...one, kind: 'other' } : one)))).toBe(5)
    const [first, ...others] = line(['new', 1], [COMPLETED, 5], [COMPLETED, 9], [COMPLETED, 12])
    const ends = (['success', 'cancelled', 'cancelled'] as const).map((completion) => ({ completion }))
    expect(since([...(first ? [first] : []), ...others.map((one, i) => ({ ...one, ...ends[i] }))])).toBe(9)
  })

  test('histories that went apart and are joined in the state of the later one: since that was entered', () => {
    const [a, b, c] = line(['new', 1], ['made', 5], ['new', 6])
    const apart = [a, b, { ...c, id: 'apart', state: 'paid', follows: ['m0'] }].filter(
      (one) => one !== undefined,
    ) as Move[]
    const joined = move('joined', { state: 'paid', at: 20 * SECOND, follows: ['m1', 'apart'] })
    expect(since([...apart, joined])).toBe(6)
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

/** Moves one behind the other, among few states and kinds, some of them undone. */
const line = fc
  .array(
    fc.record({
      kind: fc.constantFrom('kind', 'other'),
      state: fc.constantFrom('new', 'made', COMPLETED),
      completion: fc.constantFrom<Move['completion']>('success', 'cancelled'),
      step: fc.constantFrom(0, 1, 60_000, 120_000, 120_001),
      undoes: fc.option(fc.constantFrom(1, 2), { freq: 2 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) => {
    let at = 0
    return all.map(({ kind, state, completion, step, undoes }, i) => {
      at += step
      return move(`m${i}`, {
        ...{ kind, state, at, completion: state === COMPLETED ? completion : null },
        undoes: undoes !== null && i >= undoes ? `m${i - undoes}` : null,
        follows: i === 0 ? [] : [`m${i - 1}`],
      })
    })
  })

test('F11: an order stands where it is since the stay began that the funnel counts', () => {
  fc.assert(
    fc.property(line, (moves) => {
      const last = standingOf({ moves }).move
      const moments = momentsOf(moves)
      const counted = moves.map(({ kind, state, completion, undoes, ...one }) => {
        const told = { completion: completion ?? undefined, undoes: undoes ?? undefined }
        return {
          id: one.id,
          kind: kind ?? '',
          state: state ?? '',
          at: moments.get(one.id) ?? 0,
          reason: undefined,
          ...told,
        }
      })
      const running = runningStay(orderOf([], { moves: counted }))
      if (running === null || running.state !== last?.state) return
      expect(standsSince(moves, last)).toBe(running.from)
    }),
    { numRuns: 500 },
  )
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
