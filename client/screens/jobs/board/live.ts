import { type Accessor, createMemo } from 'solid-js'
import { type Filter, rowsOf } from '../../../../shared/filters/filter.ts'
import { JOB_STATES, type JobState } from '../../../../shared/jobs/collections.ts'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import { isClosed } from '../../../../shared/jobs/states.ts'
import { standsBefore } from '../../../../shared/orders/board/card-place.ts'
import { createQuery } from '../../../data/page/solid.tsx'
import type { PlainListQuery } from '../../../data/queries/answer-to.ts'
import type { BoardView } from './view.ts'

/** So many cards of a column are shown; of closed jobs the latest. */
const MOST = 300
const MOST_CLOSED = 60

/** A column of the board: its cards in their order, how many there are in all, and their hours. */
export interface Column {
  readonly id: JobState
  readonly cards: readonly JobItem[]
  readonly count: number
  /** Thousandths of an hour. */
  readonly planned: number
}

export const NO_LANE = ''

/** The columns of the board, live; each is a list of its own, so the filters are those of lists. */
export function createColumns(view: Accessor<BoardView>): Accessor<readonly Column[]> {
  const columns = JOB_STATES.map((state) => createColumn(state, view))
  return createMemo(() => columns.map((column) => column()))
}

function createColumn(state: JobState, view: Accessor<BoardView>): Accessor<Column> {
  const isSeen = () => state !== 'calledOff' || view().calledOff
  const answer = createQuery(() => listOf(state, view(), isSeen() ? 1 : 0))
  return createMemo(() => {
    const rows = answer()?.rows ?? []
    const cards = isClosed(state) ? [...rows] : rows.toSorted((a, b) => (standsBefore(a, b) ? -1 : 1))
    return { id: state, cards, count: answer()?.count ?? 0, planned: Number(answer()?.totals.planned ?? 0) }
  })
}

function listOf(state: JobState, { filter, search }: BoardView, share: 0 | 1): PlainListQuery<'jobs'> {
  const closed = isClosed(state)
  return {
    what: 'list',
    collection: 'jobs',
    filter: [{ field: 'state', is: 'in', values: [state] }, ...withoutState(filter)],
    search,
    sort: closed ? [{ field: 'changedAt', down: true }] : [{ field: 'due', down: false }],
    group: [],
    from: 0,
    to: share * (closed ? MOST_CLOSED : MOST),
  }
}

/** A filter that comes along from the list may say which states are meant: here the columns do. */
function withoutState(filter: Filter): Filter {
  return filter.filter((node) => !rowsOf([node]).some(({ field }) => field === 'state'))
}

/** The lanes of the board: of those who have a card, by name, nobody last; one of all where there are no lanes. */
export function lanesOf(columns: readonly Column[], hasLanes: boolean): readonly Lane[] {
  if (!hasLanes) return [{ id: NO_LANE, name: null }]
  const names = new Map(
    columns.flatMap(({ cards }) => cards.map((card) => [card.performer, card.performerName] as const)),
  )
  const known = Array.from(names, ([id, name]) => ({ id, name }))
  return known.sort(
    (a, b) => Number(a.id === null) - Number(b.id === null) || (a.name ?? '').localeCompare(b.name ?? ''),
  )
}

export interface Lane {
  /** A performer; null is nobody; `NO_LANE` is all. */
  readonly id: string | null
  readonly name: string | null
}

/** The cards of a column that stand in a lane. */
export function cardsIn({ cards }: Pick<Column, 'cards'>, lane: string | null): readonly JobItem[] {
  return lane === NO_LANE ? cards : cards.filter(({ performer }) => performer === lane)
}

/** The cards of a state in a lane; none of a state that has no column. */
export function cardsAt(columns: readonly Column[], lane: string | null, state: string): readonly JobItem[] {
  return cardsIn(columns.find(({ id }) => id === state) ?? { cards: [] }, lane)
}
