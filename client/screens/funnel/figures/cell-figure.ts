import type { FunnelBlock } from '../../../../shared/funnel/index.ts'
import { type Column, figureOf } from './columns.ts'
import type { Figure } from './figure.ts'
import type { Line } from './line.ts'

/** The figure that stands in a cell: of the line's state, or of the block's whole way. */
export function cellFigure(block: FunnelBlock, line: Line, column: Column): Figure {
  const { kind, group } = block
  const head = { kind, ...(group === undefined ? {} : { group }) }
  const of = figureOf(column)
  if (line.state !== null) return { ...head, of, state: line.state }
  if (of === 'hours') return { ...head, of: 'block' }
  if (of !== 'reached') return { ...head, of }
  const end = column === 'conversion' ? block.rows.at(-1) : block.rows[0]
  return { ...head, of, state: end?.state ?? '' }
}
