import { generateNKeysBetween } from 'fractional-indexing'
import { entryId, orderId, timelessId } from '../importing/planning/ids.ts'
import { lineTotal } from '../orders/totals.ts'
import type { JsonObject } from '../records/declarations/value.ts'
import type { DemoCommand } from './command.ts'
import type { ClientId } from './customers/clients.ts'
import type { DemoLine, DemoOrder } from './demo-order.ts'
import { CATALOGUE } from './goods/catalogue.ts'
import { type DemoWords, KINDS } from './process.ts'
import { factsOf } from './trade/facts.ts'
import { invoiceCommand, invoiceOf } from './trade/invoice.ts'

/** The outer source of all that the demo company consists of. */
const DEMO = 'demo'

/** The id of a demo customer's record. */
export function clientRecord(client: ClientId | keyof DemoWords['twins']): string {
  return timelessId(DEMO, 'customers', client)
}

/** The commands that make an order with all its history, and the invoice that was sent for it, as of its date and in its manager's name. */
export function orderCommands(order: DemoOrder, words: DemoWords): DemoCommand[] {
  const id = orderId(DEMO, order.key, order.idTime)
  const { kind, date, posted, department } = order
  const invoice = invoiceOf(DEMO, order, id)
  const values = {
    ...{ sort: KINDS[kind].sort, date, posted, department, organisation: kind === 'shop' ? 'gromova' : 'assol' },
    ...{ customer: clientRecord(order.customer), responsible: order.manager, ...order.details },
    ...(order.number !== undefined && { number: order.number }),
    lines: linesOf(id, order.lines, words),
    moves: movesOf(id, order),
    ...factsOf(id, order, invoice),
  }
  const made: DemoCommand = {
    command: 'createRecord',
    args: { collection: 'orders', id, values },
    person: order.manager,
    at: date,
  }
  return invoice === null ? [made] : [made, invoiceCommand(invoice, id, order, values)]
}

/** The total of lines, kopecks. */
function totalOf(lines: readonly DemoLine[]): number {
  return lines.reduce((sum, { quantity, price, discount = 0 }) => sum + lineTotal({ quantity, price, discount }), 0)
}

function linesOf(order: string, lines: readonly DemoLine[], { units }: DemoWords): JsonObject {
  const places = generateNKeysBetween(null, null, lines.length)
  return Object.fromEntries(
    lines.map((line, i) => {
      const { type, unit } = CATALOGUE[line.product]
      const section = type === 'work' ? 'works' : 'goods'
      return [
        entryId(order, 'lines', i),
        { ...line, section, unit: units[unit], vat: 'none', place: places[i] ?? null },
      ]
    }),
  )
}

function movesOf(order: string, { kind, lines, moves }: DemoOrder): JsonObject {
  const total = totalOf(lines)
  const ids = moves.map((_, i) => entryId(order, 'moves', i))
  return Object.fromEntries(
    moves.map(({ follows, undoes, ...move }, i) => {
      const before = (follows ?? (i === 0 ? [] : [i - 1])).flatMap((index) => ids[index] ?? [])
      const undone = undoes === undefined ? {} : { undoes: ids[undoes] ?? null }
      return [ids[i] ?? '', { kind, total, ...move, ...undone, follows: before, quiet: true }]
    }),
  )
}
