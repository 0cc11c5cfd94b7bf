import type { Filter } from '../../../../../shared/filters/filter.ts'
import { readFilter, writeFilter } from '../../../../../shared/filters/text.ts'
import type { BoardQuery } from '../../../../data/queries/board/query.ts'

/** How a board is looked at; kept in the address. */
export interface BoardView {
  readonly filter: Filter
  /** A lane for each responsible. */
  readonly lanes: boolean
  readonly search: string
}

/** The query behind a view of a kind's board, without its windows. */
export function queryOf({ filter, lanes, search }: BoardView, kind: string): Omit<BoardQuery, 'windows'> {
  return { what: 'board', kind, filter, search, lanes }
}

/** A board's view as the address keeps it; what is as at first is left out. */
export function toSearch({ filter, lanes, search }: BoardView): Record<string, string | null> {
  return {
    filter: filter.length === 0 ? null : writeFilter(filter),
    lanes: lanes ? 'responsible' : null,
    search: search || null,
  }
}

/** The view that an address names; unknown words read as at first. */
export function fromSearch(search: Readonly<Record<string, string | string[] | undefined>>): BoardView {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : '')
  return {
    filter: readFilter(text('filter')) ?? [],
    lanes: text('lanes') === 'responsible',
    search: text('search'),
  }
}

/** Whether two views show the same. */
export function isSameView(a: BoardView, b: BoardView): boolean {
  return JSON.stringify(toSearch(a)) === JSON.stringify(toSearch(b))
}
