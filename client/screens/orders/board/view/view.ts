import type { BoardQuery, Condition } from '../../../../data/queries/query.ts'

/** How a board is looked at; kept in the address. */
export interface BoardView {
  readonly responsible: string | null
  /** A lane for each responsible. */
  readonly lanes: boolean
  readonly search: string
}

/** The query behind a view of a kind's board, without its windows. */
export function queryOf({ responsible, lanes, search }: BoardView, kind: string): Omit<BoardQuery, 'windows'> {
  const filter: Condition[] = responsible === null ? [] : [{ field: 'responsible', is: 'in', values: [responsible] }]
  return { what: 'board', kind, filter, search, lanes }
}

/** A board's view as the address keeps it; what is as at first is left out. */
export function toSearch({ responsible, lanes, search }: BoardView): Record<string, string | null> {
  return { responsible, lanes: lanes ? 'responsible' : null, search: search || null }
}

/** The view that an address names; unknown words read as at first. */
export function fromSearch(search: Readonly<Record<string, string | string[] | undefined>>): BoardView {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : null)
  return { responsible: text('responsible'), lanes: text('lanes') === 'responsible', search: text('search') ?? '' }
}
