import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A row of a funnel as the golden file gives it; sums in roubles. */
export interface GoldenRow {
  readonly state: string
  readonly reached: number
  readonly fromFirst: number
  readonly fromPrevious: number | null
  readonly hours: number
  readonly sum: number
  readonly losses: number
  readonly lossesShare: number | null
  readonly lossesSum: number
}

export interface GoldenOrder {
  readonly kind: string
  readonly number: string
  readonly manager: string
  readonly transitions: readonly { readonly state: string; readonly outcome?: string }[]
}

interface Golden {
  readonly kinds: readonly { readonly name: string; readonly states: readonly string[] }[]
  readonly orders: readonly GoldenOrder[]
  readonly expected: readonly { readonly kind: string; readonly rows: readonly GoldenRow[] }[]
}

/** The orders of September 2016 and the funnel that they must give. */
export const GOLDEN: Golden = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/golden/september-2016.json'), 'utf8'),
)

/** The address of that report. */
export const SEPTEMBER = '/funnel?period=custom&from=2016-09-01&to=2016-09-30'

/** Numbers of the orders of a kind that came to a state or beyond it. */
export function reached(kind: string, state: string): string[] {
  const states = GOLDEN.kinds.find((one) => one.name === kind)?.states ?? []
  const isThere = (order: GoldenOrder) =>
    order.transitions.some(
      (move) => move.outcome !== 'cancelled' && states.indexOf(move.state) >= states.indexOf(state),
    )
  return numbersOf(kind, isThere)
}

/** Numbers of the orders of a kind that were cancelled while they stood in a state. */
export function lost(kind: string, state: string): string[] {
  return numbersOf(kind, ({ transitions }) => {
    const at = transitions.findIndex((move) => move.outcome === 'cancelled')
    return at > 0 && transitions[at - 1]?.state === state
  })
}

function numbersOf(kind: string, test: (order: GoldenOrder) => boolean): string[] {
  return GOLDEN.orders
    .filter((order) => order.kind === kind && test(order))
    .map((order) => order.number)
    .sort()
}
