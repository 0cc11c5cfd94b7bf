import type { Line, Move, Order } from '../orders/collections.ts'
import { COMPLETED } from '../orders/moves/completed.ts'
import { momentOf, standingOf } from '../orders/moves/moves.ts'
import { sumOf } from '../orders/sums/exact.ts'
import { doubtsOf, ineffective } from './doubts.ts'
import { standing } from './facts.ts'
import { type Left, leftOf, unsoldOf } from './lines.ts'
import { paidIn } from './tally.ts'
import type { Doubt, LineQuantity, Movements, Moving, Sale, TypeOf } from './types.ts'

const UNKNOWN: TypeOf = () => null

/** An order's movements. Of a product whose type is not known it is taken that it is goods. */
export function movementsOf(order: Moving, typeOf: TypeOf = UNKNOWN): Movements {
  if (order.gone || !order.posted) return none(ineffective(order))
  const { state, move } = standingOf(order)
  const toShip = state === COMPLETED ? [] : leftOf(order)
  const sales = salesOf(order, move)
  const account = accountOf(order, sales)
  return {
    reserved: toShip.filter(({ line }) => isReserved(line, typeOf)).map(lineQuantity),
    toShip: toShip.map(lineQuantity),
    sales,
    ...account,
    doubts: doubtsOf(order, sales, account.paid),
  }
}

/** What an order's movements say of money: the same as they do, without all else. */
export function owingOf(order: Moving): Account {
  if (order.gone || !order.posted) return NOTHING
  return accountOf(order, salesOf(order, standingOf(order).move))
}

type Account = Pick<Movements, 'sold' | 'paid' | 'owed'>

const NOTHING: Account = { sold: 0, paid: 0, owed: 0 }

function accountOf(order: Moving, sales: readonly Sale[]): Account {
  const sold = sumOf(sales.map(({ sum }) => sum))
  const paid = paidIn(order)
  return { sold, paid, owed: sumOf([sold, -paid]) }
}

function none(doubts: readonly Doubt[]): Movements {
  return { reserved: [], toShip: [], sales: [], ...NOTHING, doubts }
}

function isReserved({ section, product, quantity }: Line, typeOf: TypeOf): boolean {
  if (section === 'works' || product === null || (quantity ?? 0) < 0) return false
  const type = typeOf(product)
  return type === null || type === 'goods'
}

function lineQuantity({ line, quantity, sum }: Left): LineQuantity {
  return { line: line.id, product: line.product, quantity, sum }
}

/** Shipments, returns, and what a work order sells by its success (SPEC M8). */
function salesOf(order: Moving, move: Move | null): readonly Sale[] {
  const facts = standing(order.shipments).filter(({ kind }) => kind !== null)
  return [...facts.map(saleByFact), ...salesBySuccess({ ...order, shipments: facts }, move)]
}

/** All that a work order's lines have not sold; what came back after it was completed is not sold anew. */
function salesBySuccess(order: Moving, move: Move | null): readonly Sale[] {
  if (order.sort !== 'work' || move?.state !== COMPLETED || move.completion !== 'success') return []
  const shipments = order.shipments.filter(({ kind, madeAt }) => kind === 'shipment' || madeAt < move.madeAt)
  return unsoldOf({ ...order, shipments }).map((left) => saleBy(left, move))
}

function saleByFact({ kind, line, product, quantity, sum, vatSum, date, at }: Order['shipments'][number]): Sale {
  const signed = (amount: number | null) => (kind === 'return' ? 0 - (amount ?? 0) : (amount ?? 0))
  const amounts = { quantity: signed(quantity), sum: signed(sum), vat: signed(vatSum) }
  return { line, product, ...amounts, day: date, at, by: kind === 'return' ? 'return' : 'shipment' }
}

function saleBy({ line, quantity, sum, vat }: Left, move: Move): Sale {
  const { id, product } = line
  return { line: id, product, quantity, sum, vat, day: null, at: momentOf(move), by: 'success' }
}
