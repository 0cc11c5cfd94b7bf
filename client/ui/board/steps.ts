import type { Spot } from './carry.ts'

/** How many other cards a cell has beside the carried one. */
export type Others = (lane: string | null, state: string) => number

/** Where an arrow takes a carried card; null where there is nothing in that direction. */
export function stepped(
  key: string,
  at: Spot,
  columns: readonly { readonly id: string }[],
  lanes: readonly (string | null)[],
  others: Others,
): Spot | null {
  const [column, lane] = [columns.findIndex((one) => one.id === at.state), lanes.indexOf(at.lane)]
  const within = (state: string | undefined, to: string | null | undefined, index: number): Spot | null =>
    state === undefined || to === undefined
      ? null
      : { state, lane: to, index: Math.min(others(to, state), Math.max(0, index)) }
  switch (key) {
    case 'ArrowLeft':
      return within(columns[column - 1]?.id, at.lane, at.index)
    case 'ArrowRight':
      return within(columns[column + 1]?.id, at.lane, at.index)
    case 'ArrowUp':
      return at.index > 0 ? { ...at, index: at.index - 1 } : within(at.state, lanes[lane - 1], Number.POSITIVE_INFINITY)
    case 'ArrowDown':
      return at.index < others(at.lane, at.state)
        ? { ...at, index: at.index + 1 }
        : within(at.state, lanes[lane + 1], 0)
    default:
      return null
  }
}
