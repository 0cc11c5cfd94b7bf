import type { Exchange, ExchangeOrder, Located } from '../../reading/commerceml/exchange.ts'
import type { Sheet, SheetRow } from '../../reading/sheet.ts'
import { type AddedColumns, addedCells, addedColumns } from '../added-columns.ts'
import { toldApart } from '../table.ts'
import { LINE_CELLS, lineCells, productKey } from './lines.ts'
import { buyerOf, PARTY_CELLS, partyCells, partyKey } from './parties.ts'

/** Orders of an exchange as rows: their buyers and goods, which they refer to by key, stand in tables of their own. */
export interface OrdersTable {
  readonly orders: Sheet
  readonly buyers: Sheet
  readonly goods: Sheet
  /** The most lines that an order has. */
  readonly lines: number
  /** Details that the company has fields of its own for. */
  readonly added: AddedColumns
}

export const KEY = 'Ид'
/** What an order is called by. */
export const NAME = 'Номер'
export const DATE = 'Дата'
export const STAGE = 'Статус'
/** What stands for an order without a status, and for one that was cancelled. */
export const NO_STAGE = '—'
export const CANCELLED = '×'

/** Cells of an order that are no line, and the fields that they go to. */
export const ORDER_CELLS = { [NAME]: 'number', [DATE]: 'date', Покупатель: 'customer', Комментарий: 'note' } as const
/** Details that say what an order is, and columns that stand already. */
const OWN = [KEY, ...Object.keys(ORDER_CELLS), 'Валюта', STAGE, 'Статус заказа', 'Проведен', 'Отменен']
const GOODS_CELLS = ['Наименование', 'Вид', 'Артикул', 'Единица'] as const

/** Null: the exchange has no orders. */
export function ordersTable(file: string, { orders }: Pick<Exchange, 'orders'>): OrdersTable | null {
  if (orders.length === 0) return null
  const lines = orders.reduce((most, order) => Math.max(most, order.lines.length), 0)
  const added = addedColumns(
    'orders',
    orders.map(({ details }) => details),
    OWN,
  )
  const counted = Array.from({ length: lines }, (_, i) => Object.keys(LINE_CELLS).map((name) => `${name} ${i + 1}`))
  return {
    orders: sheet(
      file,
      [KEY, ...Object.keys(ORDER_CELLS), 'Валюта', STAGE, ...counted.flat(), ...added.keys()],
      orders.map((order) => orderRow(order, added)),
    ),
    buyers: sheet(`${file}#1`, [KEY, ...Object.keys(PARTY_CELLS)], once(orders.flatMap(buyerRow))),
    goods: sheet(`${file}#2`, [KEY, ...GOODS_CELLS], once(orders.flatMap(goodsRows))),
    lines,
    added,
  }
}

function sheet(file: string, columns: readonly string[], rows: readonly SheetRow[]): Sheet {
  return { file, columns, rows: toldApart(rows), broken: [] }
}

function orderRow(order: ExchangeOrder & Located, added: AddedColumns): SheetRow {
  const buyer = buyerOf(order)
  const cells = {
    [KEY]: order.id,
    [NAME]: order.number,
    [DATE]: `${order.date} ${order.time ?? '00:00:00'}`,
    Покупатель: buyer ? partyKey(buyer) : '',
    Комментарий: order.comment ?? '',
    Валюта: currencyOf(order.currency),
    [STAGE]: stageOf(order),
    ...momentsOf(addedCells(added, order.details)),
  }
  return { line: order.line, cells: Object.assign(cells, ...order.lines.map((line, i) => lineCells(line, i + 1))) }
}

/** Days are read in the form in which orders tell theirs: with the time. */
function momentsOf(cells: SheetRow['cells']): SheetRow['cells'] {
  const moment = (cell: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(cell) ? `${cell} 00:00:00` : cell.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ')
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, moment(cell)]))
}

/** 1C writes the rouble in its own way. */
function currencyOf(currency: string | null): string {
  const code = currency?.trim().toUpperCase() ?? ''
  return code === 'РУБ' || code === 'РУБ.' || code === 'RUR' || code === '643'
    ? 'RUB'
    : /^[A-Z]{3}$/.test(code)
      ? code
      : ''
}

function stageOf({ details }: ExchangeOrder): string {
  const said = (name: string) => details.find((one) => one.name.trim().toLowerCase() === name)?.value.trim() ?? ''
  return said('отменен') === 'true' ? CANCELLED : said('статус заказа') || said('статус заказа ид') || NO_STAGE
}

function buyerRow(order: ExchangeOrder & Located): SheetRow[] {
  const buyer = buyerOf(order)
  return buyer ? [{ line: order.line, cells: { [KEY]: partyKey(buyer), ...partyCells(buyer) } }] : []
}

function goodsRows({ line, lines }: ExchangeOrder & Located): SheetRow[] {
  return lines.map((one) => {
    const kind = one.details.find(({ name }) => name === 'ТипНоменклатуры')?.value.toLowerCase() ?? ''
    const type = kind.startsWith('услуг') ? 'service' : kind.startsWith('работ') ? 'work' : 'goods'
    const cells = { Наименование: one.name, Вид: type, Артикул: one.article ?? '', Единица: one.unit ?? '' }
    return { line, cells: { [KEY]: productKey(one), ...cells } }
  })
}

/** The first row of each key: what several orders name is one. */
function once(rows: readonly SheetRow[]): SheetRow[] {
  const keys = new Set<string>()
  return rows.filter(({ cells }) => {
    const key = cells[KEY] ?? ''
    const isFirst = !keys.has(key)
    keys.add(key)
    return isFirst
  })
}
