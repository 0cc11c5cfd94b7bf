import type { Line, Order, orders } from '../../../../shared/orders/collections.ts'
import type { MoveRequest } from '../../../../shared/orders/moves/move-order.ts'
import type { TakenPrice } from '../../../../shared/orders/prices/taken-prices.ts'
import type { Spreading } from '../../../../shared/orders/sums/spread.ts'
import type { Patch } from '../../../../shared/records/declarations/collection.ts'

export type OrderFields = Patch<(typeof orders)['fields']>
export type LineFields = Patch<(typeof orders)['lists']['lines']['fields']>

/** An edit of a recorded order can be undone by the number of its act; one of a draft gives none. */
export interface Edit {
  readonly act?: number
}

/** What the order's form edits: an order that is recorded, or a draft of this device. Every field saves when it is left. */
export interface OrderEditor {
  readonly id: string
  /** A draft has no number and no moves, and is not shared. */
  readonly isDraft: boolean
  /** Undefined while it is being read, null when there is no such order here. */
  order(): EditedOrder | null | undefined
  /** The same, for whoever reckons over all of its lines. */
  whole(): EditedOrder | null | undefined
  set(fields: OrderFields): Promise<Edit>
  addLine(fields: LineFields): Promise<Edit>
  setLine(line: string, fields: LineFields): Promise<Edit>
  removeLine(line: string): Promise<Edit>
  /** Takes prices of the order's type that hold on a day, `YYYY-MM-DD`, into its lines: `prices` are those. */
  takePrices(prices: readonly TakenPrice[], day: string): Promise<Edit>
  /** Spreads a discount over the lines. */
  spread(how: Spreading): Promise<Edit>
  move(request: MoveRequest): Promise<Edit>
}

/** What the form shows of an order or a draft. */
export type EditedOrder = Omit<
  Order,
  | 'moves'
  | 'performers'
  | 'shipments'
  | 'payments'
  | 'madeAt'
  | 'madeBy'
  | 'changedAt'
  | 'gone'
  | 'goneAt'
  | 'goneBy'
  | 'newer'
  | 'lines'
> & {
  readonly lines: readonly Line[]
  /** Of a draft there are none. */
  readonly performers?: Order['performers']
  readonly kind: string | null
  readonly state: string | null
}
