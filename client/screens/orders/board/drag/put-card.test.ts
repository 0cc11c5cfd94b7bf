import { expect, test } from 'vitest'
import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import type { BoardCard, BoardCell } from '../../../../data/queries/board/query.ts'
import { cardMove } from './put-card.ts'

const card = (n: number) =>
  ({ id: `c${n}`, place: `a${n}`, heads: [`m${n}`], responsible: 'boris' }) as unknown as BoardCard
const cell = (numbers: readonly number[], part: Partial<BoardCell> = {}): BoardCell => {
  return { lane: null, state: 'made', count: numbers.length, sum: 0, from: 0, cards: numbers.map(card), ...part }
}
const carried = (n: number, lane: string | null = null) => {
  return { card: card(n), from: { lane, state: 'new', index: 0 }, by: 'mouse' as const }
}
const spot = (index: number, state = 'made', lane: string | null = null) => ({ lane, state, index })
const between = (move: ReturnType<typeof cardMove>) => [move.between?.above, move.between?.below]

test('a card goes between the others of its cell, and says what its mover saw', () => {
  const move = cardMove(carried(9), spot(1), 'k', cell([1, 2]))
  expect(move).toMatchObject({
    id: 'c9',
    seen: { heads: ['m9'], responsible: 'boris' },
    to: { kind: 'k', state: 'made' },
  })
  expect(between(move)).toEqual(['a1', 'a2'])
  expect(between(cardMove(carried(9), spot(0), 'k', cell([1, 2])))).toEqual([null, 'a1'])
  expect(between(cardMove(carried(9), spot(2), 'k', cell([1, 2])))).toEqual(['a2', null])
})

test('itself it does not count among them', () => {
  expect(between(cardMove(carried(2), spot(2), 'k', cell([1, 2, 3])))).toEqual(['a3', null])
  expect(between(cardMove(carried(2), spot(0), 'k', cell([1, 2, 3])))).toEqual([null, 'a1'])
})

test('where only a part of the cell is known it stays within it', () => {
  const part = cell([4, 5, 6], { from: 3, count: 9 })
  expect(between(cardMove(carried(9), spot(3), 'k', part))).toEqual(['a4', 'a5'])
  expect(between(cardMove(carried(9), spot(8), 'k', part))).toEqual(['a5', 'a6'])
})

test('«Завершен» has no places, an empty cell none to stand between; another lane is another responsible', () => {
  expect(cardMove(carried(9), spot(1, COMPLETED), 'k', cell([1, 2])).between).toBeUndefined()
  expect(cardMove(carried(9), spot(0), 'k', cell([])).between).toBeUndefined()
  expect(cardMove(carried(9), spot(0), 'k', cell([]))).not.toHaveProperty('responsible')
  expect(cardMove(carried(9, 'anna'), spot(0), 'k', cell([]))).toMatchObject({ responsible: null })
})
