import type { Sort } from '../../../orders/collections.ts'
import { orderId, tailOf } from '../../planning/ids.ts'
import type { Cell, CellsByField, Mapping, StageMove } from '../../reading/mapping.ts'
import { addedTargets } from '../added-columns.ts'
import { LINE_CELLS } from './lines.ts'
import { CANCELLED, DATE, KEY, NO_STAGE, ORDER_CELLS, type OrdersTable, STAGE } from './orders-table.ts'
import { PARTY_CELLS } from './parties.ts'

/** Part of all ids: the same order in another file is the same. */
const SOURCE = 'commerceml'

/** What becomes of orders of an exchange, as a screen asks for it. */
export interface IntoKind {
  readonly kind: string
  readonly sort: Sort
  /** Names of the kind's states, and the one that orders come into whose status is none of them. */
  readonly states: readonly string[]
  readonly state: string
  /** Why those that were cancelled were. */
  readonly reason: string
  readonly changed: 'leave' | 'update'
}

/** Which of these orders, by id, those of the table have become. */
export function ordersMet({ orders }: OrdersTable, ids: readonly string[]): string[] {
  const own = new Set(orders.rows.map(({ cells }) => tailOf(orderId(SOURCE, cells[KEY] ?? '', 0))))
  return ids.filter((id) => own.has(tailOf(id)))
}

/** Statuses of other programs that mean «Завершен». */
const DONE = /^(?:завершен|завершён|закрыт|выполнен)$/i

/** The mapping by which orders of an exchange, with their buyers and goods, become records. */
export function ordersMapping(table: OrdersTable, into: IntoKind): Mapping {
  const { orders, buyers, goods } = table
  const common = { key: KEY, repeated: 'first', removed: 'restore', lists: {} } as const
  return {
    name: SOURCE,
    format: { dates: 'Y-M-D h:m:s', decimal: '.', group: '' },
    currencies: [],
    kinds: [{ name: into.kind, sort: into.sort, states: into.states.map((name) => ({ name })) }],
    reasons: hasCancelled(table) ? [{ name: into.reason }] : [],
    sources: [
      { what: 'customers', file: buyers.file, ...common, changed: into.changed, fields: cellsOf(PARTY_CELLS) },
      { what: 'products', file: goods.file, ...common, changed: 'leave', fields: cellsOf(GOODS) },
      {
        what: 'orders',
        ...{ file: orders.file, key: KEY, repeated: 'refuse', changed: into.changed },
        fields: {
          ...cellsOf(ORDER_CELLS),
          ...cellsOf(addedTargets(table.added)),
          customer: byKey('Покупатель'),
          currency: column('Валюта'),
        },
        lines: Array.from({ length: table.lines }, (_, i) => lineOf(i + 1)),
        stage: { column: STAGE, kind: into.kind, stages: stagesOf(table, into) },
      },
    ],
  }
}

const GOODS = { Наименование: 'name', Вид: 'type', Артикул: 'article', Единица: 'unit' } as const

function hasCancelled({ orders }: OrdersTable): boolean {
  return orders.rows.some(({ cells }) => cells[STAGE] === CANCELLED)
}

function cellsOf(named: Readonly<Record<string, string>>): CellsByField {
  return Object.fromEntries(Object.entries(named).map(([name, field]) => [field, column(name)]))
}

function lineOf(at: number): CellsByField {
  const cells = Object.entries(LINE_CELLS).map(([name, field]) => [field, column(`${name} ${at}`)] as const)
  return { ...Object.fromEntries(cells), product: byKey(`Товар ${at}`) }
}

function column(name: string): Cell {
  return { column: name, map: {}, empty: 'leave', missing: 'refuse', by: 'name' }
}

function byKey(name: string): Cell {
  return { ...column(name), by: 'key' }
}

/** By each status that stands in the file, the moves that an order of it has made: no more than the file knows. */
function stagesOf({ orders }: OrdersTable, into: IntoKind): Record<string, StageMove[]> {
  const told = new Set(orders.rows.map(({ cells }) => cells[STAGE] ?? NO_STAGE))
  return Object.fromEntries([...told].map((status) => [status, [moveOf(status, into)]]))
}

function moveOf(status: string, { states, state, reason }: IntoKind): StageMove {
  const at = column(DATE)
  if (status === CANCELLED) return { at, completion: 'cancelled', reason: { ...byName, value: reason } }
  if (DONE.test(status)) return { at, completion: 'success' }
  return { at, state: states.find((one) => one.toLowerCase() === status.toLowerCase()) ?? state }
}

const byName = { map: {}, empty: 'leave', missing: 'refuse', by: 'name' } as const
