import type { JSX } from 'solid-js'
import type { Item } from '../../../data/queries/query.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { OnCell } from './on-cell.tsx'

interface Cell {
  readonly width: number
  readonly cell?: (row: Item) => JSX.Element
}

/** How a list of rules shows whether each is on, when it ran last and how often it failed. */
export function createRuleCells(): { readonly [field: string]: Cell } {
  const { format } = useWords()
  return {
    on: { width: 110, cell: (row) => <OnCell row={row} /> },
    sort: { width: 150 },
    last: { width: 130, cell: (row) => (typeof row.last === 'number' ? format.when(row.last) : '') },
    failed: {
      width: 110,
      cell: (row) => <span class="loss">{typeof row.failed === 'number' ? format.integer(row.failed) : ''}</span>,
    },
  }
}
