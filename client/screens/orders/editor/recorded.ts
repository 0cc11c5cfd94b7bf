import type { Order, orders } from '../../../../shared/orders/collections.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
import type { DataClient } from '../../../data/page/client.ts'
import type { Live, LiveRecord } from '../../../data/page/solid.tsx'
import type { EditedOrder, OrderEditor } from './editor.ts'

/** Edits a recorded order by commands; each rejects with its Failure. */
export function recordedEditor(data: DataClient, id: string, record: Live<LiveRecord<typeof orders>>): OrderEditor {
  return {
    id,
    isDraft: false,
    order: () => asEdited(record()?.row),
    whole: () => asEdited(record.whole()?.row),
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
