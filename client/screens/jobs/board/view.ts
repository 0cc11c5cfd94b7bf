import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { Filter } from '../../../../shared/filters/filter.ts'
import { readFilter, writeFilter } from '../../../../shared/filters/text.ts'

/** How the board is looked at; kept in the address, filter and search as lists have them. */
export interface BoardView {
  readonly filter: Filter
  readonly search: string
  /** A lane for each performer. */
  readonly lanes: boolean
  /** Whether the column of jobs that were called off is unfolded. */
  readonly calledOff: boolean
}

export function createView() {
  const [search, setSearch] = useSearchParams<{ filter?: string; search?: string; lanes?: string; off?: string }>()
  const view = createMemo(
    (): BoardView => ({
      filter: readFilter(search.filter ?? '') ?? [],
      search: search.search ?? '',
      lanes: search.lanes === 'performer',
      calledOff: search.off === 'shown',
    }),
  )
  const change = (part: Partial<BoardView>) => {
    const { filter, search: text, lanes, calledOff } = { ...view(), ...part }
    const written = {
      filter: filter.length === 0 ? null : writeFilter(filter),
      search: text || null,
      lanes: lanes ? 'performer' : null,
      off: calledOff ? 'shown' : null,
    }
    setSearch(written, { replace: true })
  }
  return { view, change }
}
