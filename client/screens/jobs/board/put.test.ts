import { expect, test } from 'vitest'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import { cardsIn, lanesOf, NO_LANE } from './live.ts'
import { jobMove } from './put.ts'

const card = (n: number, performer: string | null = 'anna') =>
  ({ id: `j${n}`, place: `a${n}`, performer, performerName: performer }) as unknown as JobItem
const carried = (n: number, lane: string | null = NO_LANE) =>
  ({ card: card(n), from: { lane, state: 'todo', index: 0 }, by: 'mouse' }) as const
const spot = (state: string, index: number, lane: string | null = NO_LANE) => ({ lane, state, index })

test('a card goes between the others of its cell; in its own state the place alone is written', () => {
  const within = jobMove(carried(9), spot('todo', 1), [card(1), card(9), card(2)])
  expect(within).toEqual({ id: 'j9', between: { above: 'a1', below: 'a2', tied: [] } })
  expect(jobMove(carried(9), spot('underway', 0), [card(1)])).toMatchObject({
    state: 'underway',
    between: { above: null, below: 'a1' },
  })
})

test('closed jobs have no places; another lane is another performer, that of nobody too', () => {
  expect(jobMove(carried(9), spot('done', 1), [card(1), card(2)])).toEqual({ id: 'j9', state: 'done' })
  expect(jobMove(carried(9, 'anna'), spot('todo', 0, null), [])).toEqual({ id: 'j9', performer: null })
})

test('lanes are of those who have a card, by name, nobody last', () => {
  const columns = [
    { id: 'todo', cards: [card(1, null), card(2, 'boris'), card(3, 'anna')], count: 3, planned: 0 },
  ] as const
  expect(lanesOf(columns, true).map(({ id }) => id)).toEqual(['anna', 'boris', null])
  expect(lanesOf(columns, false)).toEqual([{ id: NO_LANE, name: null }])
  expect(cardsIn(columns[0], null).map(({ id }) => id)).toEqual(['j1'])
  expect(cardsIn(columns[0], NO_LANE)).toHaveLength(3)
})
