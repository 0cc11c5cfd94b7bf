import { fieldsOf } from '../../custom/known.ts'
import { isKnownQuarter, quarterOf } from '../../documents/quarter.ts'
import { type Line, orders } from '../../orders/collections.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import { orderTotal } from '../../orders/totals.ts'
import type { JsonObject } from '../../records/declarations/value.ts'
import type { OrderSource, StageMove } from '../reading/mapping.ts'
import { RowReader } from '../reading/row-reader.ts'
import type { Sheet, SheetRow } from '../reading/sheet.ts'
import { RowsTaken } from '../tally.ts'
import { entriesOf, valuesOf } from './entries.ts'
import { entryId, orderId } from './ids.ts'
import { changeOrder } from './order-changes.ts'
import { filled, type Setting } from './setting.ts'
import type { KindInUse } from './setup.ts'

/** Plans the orders of a file, each with its lines and with the moves that its stage says it has made. */
export function planOrders(setting: Setting, source: OrderSource, sheet: Sheet, kind: KindInUse): RowsTaken {
  const taken = new RowsTaken(source, sheet)
  for (const row of sheet.rows) planOrder({ setting, source, kind, taken }, sheet.file, row)
  return taken
}

interface OrderPlan {
  readonly setting: Setting
  readonly source: OrderSource
  readonly kind: KindInUse
  readonly taken: RowsTaken
}

function planOrder(plan: OrderPlan, file: string, row: SheetRow): void {
  const { setting, source, taken, kind } = plan
  const reader = new RowReader(setting, file, row)
  const key = taken.key(reader, row)
  if (key === null) return
  const outer = orderId(setting.mapping.name, key, 0)
  if (setting.book.hasOrder(outer)) {
    const order = source.changed === 'update' ? setting.book.order(outer) : undefined
    if (!order) taken.present(row, null)
    else changeOrder(plan, reader, row, order, orderValues(plan, reader).values, linesOf(source, reader, order.id))
    return
  }
  const { values, date } = orderValues(plan, reader)
  const id = orderId(setting.mapping.name, key, date)
  const lines = linesOf(source, reader, id)
  const moves = movesOf(plan, reader, id, totalOf(lines))
  if (!taken.created(reader, row, id)) return
  setting.book.addOrder(id)
  const record = { ...values, sort: kind.sort, posted: true, lines, moves }
  setting.commands.push({ command: 'createRecord', args: { collection: 'orders', id, values: filled(record) } })
}

function orderValues(
  { setting, source }: OrderPlan,
  reader: RowReader,
): { readonly values: JsonObject; readonly date: number } {
  const { department, ...cells } = source.fields
  const values = valuesOf(fieldsOf('orders'), cells, reader)
  const { date, responsible } = values
  if (typeof date === 'number' && !isKnownQuarter(quarterOf(date), setting.now)) {
    reader.refuse(cells.date?.column ?? null, 'date-range')
  }
  const isTheirs = department?.of === 'responsible'
  const theirs = typeof responsible === 'string' ? setting.book.departmentOf(responsible) : null
  const given = department && !isTheirs ? reader.value(orders.fields.department, department) : null
  return { values: { ...values, department: isTheirs ? theirs : given }, date: typeof date === 'number' ? date : 0 }
}

function linesOf(source: OrderSource, reader: RowReader, order: string): { [entry: string]: JsonObject } {
  return entriesOf(reader, { id: order, list: 'lines', fields: orders.lists.lines.fields }, source.lines)
}

function totalOf(lines: { readonly [entry: string]: JsonObject }): number {
  const none = { quantity: null, price: null, discount: null }
  // Only numbers came out of the fields `quantity`, `price` and `discount`.
  return orderTotal({ lines: Object.values(lines).map((line) => ({ ...none, ...line }) as unknown as Line) })
}

function movesOf(
  { source, kind, setting }: OrderPlan,
  reader: RowReader,
  order: string,
  total: number,
): { [entry: string]: JsonObject } {
  const { column, stages } = source.stage
  const stage = reader.raw(column)
  const asked = Object.hasOwn(stages, stage) ? stages[stage] : undefined
  if (!asked)
    reader.refuse(column, stage === '' ? 'empty' : 'stage', { value: stage, choices: Object.keys(stages).join(', ') })
  const moves: { [entry: string]: JsonObject } = {}
  let before: { readonly id: string; readonly at: number } | null = null
  for (const [i, move] of (asked ?? []).entries()) {
    const at = momentOf(move, reader, before?.at ?? Number.NEGATIVE_INFINITY)
    const id = entryId(order, 'moves', i)
    const made = { kind: kind.id, total, at, follows: before ? [before.id] : [], quiet: setting.isHeard ? null : true }
    moves[id] = filled({ ...made, ...target(move, kind, reader) })
    before = { id, at }
  }
  return moves
}

/** When the move was made. A file that names a move before the one that it follows is not believed. */
function momentOf({ at }: StageMove, reader: RowReader, after: number): number {
  const value = reader.value({ ...orders.lists.moves.fields.at, required: true }, at)
  const time = typeof value === 'number' ? value : after
  if (time < after) reader.refuse(at.column ?? null, 'dates-reversed')
  return time
}

function target({ state, completion, reason, comment }: StageMove, kind: KindInUse, reader: RowReader): JsonObject {
  const { fields } = orders.lists.moves
  return {
    state: state === undefined ? COMPLETED : (kind.states.get(state) ?? null),
    completion: completion ?? null,
    reason: reason ? reader.value({ ...fields.reason, required: true }, reason) : null,
    comment: comment ? reader.value(fields.comment, comment) : null,
  }
}
