import { type Order, orders } from '../../orders/collections.ts'
import { isCompleted } from '../../orders/moves/moves.ts'
import type { Fields } from '../../records/declarations/collection.ts'
import type { Json, JsonObject } from '../../records/declarations/value.ts'
import type { RowReader } from '../reading/row-reader.ts'
import type { SheetRow } from '../reading/sheet.ts'
import type { FieldChange } from '../report.ts'
import type { RowsTaken } from '../tally.ts'
import { changesOf, valuesAfter } from './changes.ts'
import type { Setting } from './setting.ts'

/**
 * Plans that an order which an import made before gets the fields and the lines that its row has now. Its moves are facts
 * and stay; a completed order, and a line that the order does not have, refuse the row.
 */
export function changeOrder(
  { setting, taken }: { readonly setting: Setting; readonly taken: RowsTaken },
  reader: RowReader,
  row: SheetRow,
  order: Order,
  values: JsonObject,
  lines: { readonly [entry: string]: JsonObject },
): void {
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => isWritten(name)))
  const changes = [...changesOf(fieldsOf(order), own), ...lineChanges(reader, order, lines)]
  if (changes.length > 0 && isCompleted(order)) reader.refuse(null, 'order-completed')
  if (!taken.changed(reader, row, order.id, changes)) return
  const args = { collection: 'orders', id: order.id, values: valuesAfter(changes) } as const
  setting.commands.push({ command: 'setRecord', args })
}

function lineChanges(
  reader: RowReader,
  order: Order,
  lines: { readonly [entry: string]: JsonObject },
): readonly FieldChange[] {
  return Object.entries(lines).flatMap(([entry, { place: _, ...values }]) => {
    const line = order.lines.find((one) => one.id === entry)
    if (line) return changesOf(line, values, `lines/${entry}/`)
    reader.refuse(null, 'line-new')
    return []
  })
}

/** A number is the server's once the order is there. */
function isWritten(name: string): boolean {
  return !(orders.fields as Fields)[name]?.server
}

function fieldsOf({ lines: _, moves: __, ...fields }: Order): { readonly [field: string]: Json } {
  return fields
}
