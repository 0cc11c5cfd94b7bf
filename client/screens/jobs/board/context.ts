import { type Accessor, createContext, useContext } from 'solid-js'
import type { JobState } from '../../../../shared/jobs/collections.ts'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import type { Carry, Spot } from '../../../ui/board/carry.ts'
import type { Column, Lane } from './live.ts'

/** A card that is to have the focus, as soon as it stands where it was put. */
export interface Wanted {
  readonly id: string
  readonly at: Pick<Spot, 'lane' | 'state'>
}

/** What the parts of the board share. */
export interface BoardContext {
  readonly columns: Accessor<readonly Column[]>
  readonly lanes: Accessor<readonly Lane[]>
  readonly hasLanes: Accessor<boolean>
  readonly carry: Carry<JobItem>
  readonly mayWrite: boolean
  /** The card that is open beside the board. */
  readonly selected: Accessor<string | null>
  readonly wanted: Accessor<Wanted | null>
  readonly want: (wanted: Wanted | null) => void
  readonly onOpen: (id: string) => void
  readonly addressOf: (id: string) => string
}

const Context = createContext<BoardContext>()

export const BoardProvider = Context.Provider

/** The board around a part; only inside a BoardProvider. */
export function useBoard(): BoardContext {
  const context = useContext(Context)
  if (!context) throw new Error('useBoard stands outside of a board')
  return context
}

/** The spot of a cell at a height of the window: before the first card whose middle is below it, the carried one not counted. */
export function spotAt(cell: HTMLElement, clientY: number, carried: string | undefined): Spot {
  const cards = [...cell.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => card.dataset.card !== carried)
  const below = cards.findIndex((card) => {
    const { top, height } = card.getBoundingClientRect()
    return clientY < top + height / 2
  })
  return { ...placeOf(cell), index: below < 0 ? cards.length : below }
}

/** The cell that an element stands in. */
export function cellOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-state]') ?? null
}

/** Which cell an element is. */
export function placeOf({ dataset }: HTMLElement): Pick<Spot, 'lane' | 'state'> & { readonly state: JobState } {
  return { lane: dataset.lane ?? null, state: dataset.state as JobState }
}
