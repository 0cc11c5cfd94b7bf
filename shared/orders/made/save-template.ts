import { customValuesOf } from '../../records/declarations/custom.ts'
import type { Transaction } from '../../records/writing/transaction.ts'
import { orders } from '../collections.ts'
import { placed } from '../commands.ts'
import { standingOf } from '../moves/moves.ts'
import { orderTemplates } from './collections.ts'
import { copiedLine } from './copied.ts'

/** Makes a template of an order as it stands: its lines and how it is reckoned, without its customer. */
export function saveTemplate(
  tx: Transaction,
  { id, order: of, name }: { readonly id: string; readonly order: string; readonly name: string },
): void {
  const order = tx.get(orders, of)
  const { sort, organisation, department, currency, priceType, discount, vatMode, note, tags } = order
  const fields = { sort, organisation, department, currency, priceType, discount, vatMode, note, tags }
  const lines = placed(id, order.lines.map(copiedLine))
  tx.create(orderTemplates, id, { name, kind: standingOf(order).kind, ...fields, ...customValuesOf(order), lines })
}
