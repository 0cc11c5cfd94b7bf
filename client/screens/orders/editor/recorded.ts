import type { Accessor } from 'solid-js'
import type { Order } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
import type { DataClient } from '../../../data/page/client.ts'
import type { EditedOrder, OrderEditor } from './editor.ts'

/** Edits a recorded order by commands; each rejects with its Failure. */
export function recordedEditor(data: DataClient, id: string, row: Accessor<Order | null | undefined>): OrderEditor {
  return {
    id,
    isDraft: false,
    order: () => asEdited(row()),
    set: (fields) => data.run('setOrder', { id, fields }),
    addLine: (fields) => data.run('addLine', { id, fields }),
    setLine: (line, fields) => data.run('setLine', { id, line, fields }),
    removeLine: (line) => data.run('removeLine', { id, line }),
    takePrices: (_prices, day) => data.run('takePrices', { id, day }),
    spread: (how) => data.run('spreadDiscount', { id, ...how }),
    move: (request) => data.run('moveOrder', { id, ...request }),
  }
}

function asEdited(row: Order | null | undefined): EditedOrder | null | undefined {
  if (!row) return row
  const { kind, state } = standingOf(row)
  return { ...row, kind, state }
}
