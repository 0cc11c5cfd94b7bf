import type { FunnelBlock, FunnelFigure } from '../../../../shared/funnel/index.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'

/** A figure on the screen: one of the report's, or one that adds up those of all states of a block. */
export type Figure =
  | FunnelFigure
  | ({ readonly kind: string; readonly group?: string | null } & {
      readonly of: 'losses' | 'staying' | 'reentered'
      readonly state?: undefined
    })

/** One list of orders behind a figure: all of them, those lost for a reason, or those of one of the added states. */
export interface Part {
  readonly id: string
  /** What it is of, where there are several. */
  readonly of: 'all' | { readonly state: string } | { readonly reason: string | null }
  readonly figure: FunnelFigure
  /** How many orders it lists. */
  readonly count: number
}

/** The lists behind a figure. More than one: losses by reason, and what adds up several states. */
export function partsOf(figure: Figure, block: FunnelBlock | undefined): Part[] {
  if (isAddedUp(figure)) return statesOf(figure, block)
  const whole: Part = { id: 'all', of: 'all', figure, count: countOf(figure, block) }
  return figure.of === 'losses' ? [whole, ...reasonsOf(figure, block)] : [whole]
}

/** How many orders stand behind a figure. */
export function countOf(figure: Figure, block: FunnelBlock | undefined): number {
  if (!block) return 0
  if (isAddedUp(figure)) return statesOf(figure, block).reduce((sum, part) => sum + part.count, 0)
  if (figure.of === 'block') return block.orders
  if (figure.of === 'orphan') return block.orphans.find(({ state }) => state === figure.state)?.orders ?? 0
  const row = block.rows.find(({ state }) => state === figure.state)
  if (figure.of === 'reason') {
    const reasons = figure.state === undefined ? block.reasons : (row?.reasons ?? [])
    return reasons.find(({ reason }) => reason === figure.reason)?.count ?? 0
  }
  return row?.[FIELD_OF[figure.of]] ?? 0
}

const FIELD_OF = {
  reached: 'reached',
  hours: 'were',
  losses: 'losses',
  staying: 'staying',
  reentered: 'reentered',
} as const

type AddedUp = Exclude<Figure, FunnelFigure>

function isAddedUp(figure: Figure): figure is AddedUp {
  return (figure.of === 'losses' || figure.of === 'staying' || figure.of === 'reentered') && figure.state === undefined
}

function statesOf({ of, kind, group }: AddedUp, block: FunnelBlock | undefined): Part[] {
  const rows = block?.rows.filter(({ state }) => of !== 'staying' || state !== COMPLETED) ?? []
  return rows
    .filter((row) => row[of] > 0)
    .map((row) => ({
      id: row.state,
      of: { state: row.state },
      figure: { of, kind, state: row.state, ...(group === undefined ? {} : { group }) },
      count: row[of],
    }))
}

function reasonsOf(
  { kind, group, state }: { kind: string; group?: string | null; state: string },
  block: FunnelBlock | undefined,
): Part[] {
  const reasons = block?.rows.find((row) => row.state === state)?.reasons ?? []
  if (reasons.length < 2) return []
  return reasons.map(({ reason, count }) => ({
    id: `reason-${reason ?? ''}`,
    of: { reason },
    figure: { of: 'reason', kind, state, reason, ...(group === undefined ? {} : { group }) },
    count,
  }))
}
