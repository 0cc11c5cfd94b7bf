import { COMPLETED } from '../../orders/moves/completed.ts'
import type { DemoCommand } from '../command.ts'
import type { DemoLine, DemoMove } from '../demo-order.ts'
import { CATALOGUE, type ProductId } from '../goods/catalogue.ts'
import { orderCommands } from '../order.ts'
import type { DemoWords } from '../process.ts'
import type { WorkerId } from '../staff.ts'
import { KITCHENS } from './kitchens.ts'
import type { SeptemberMove } from './order.ts'
import { SHOP } from './shop.ts'

const ONE = 1000
const RUBLE = 100

/** The 42 orders whose funnel is known figure by figure (tests/fixtures/golden/september-2016.json), in the order of their numbers. */
export function septemberCommands(words: DemoWords): DemoCommand[] {
  return [...KITCHENS, ...SHOP].flatMap((order) => {
    const moves = order.moves.map((move) => moveOf(move, order.manager))
    const date = moves[0]?.at ?? 0
    const lines = order.kind === 'kitchens' ? kitchenLines(order.total) : shopLines(order.total)
    return orderCommands({ ...order, key: order.number, idTime: date, date, posted: true, lines, moves }, words)
  })
}

function moveOf([what, at, reason]: SeptemberMove, author: WorkerId): DemoMove {
  const time = Date.parse(at)
  if (what !== 'success' && what !== 'cancelled') return { state: what, at: time, author }
  return { state: COMPLETED, completion: what, at: time, author, ...(reason && { reason }) }
}

/** Main products of a kitchen order, by the least total (rubles) that they are ordered with. */
const MAIN: readonly (readonly [from: number, ProductId])[] = [
  [90_000, 'nordic'],
  [40_000, 'compact'],
  [15_000, 'island'],
  [5_000, 'table'],
]
/** Services that come with a kitchen order, by the least total (rubles). */
const SERVICES: readonly (readonly [from: number, ProductId])[] = [
  [5_000, 'measuring'],
  [20_000, 'delivery'],
  [60_000, 'assembly'],
]

/** Lines that give the total exactly: a kitchen is priced by its project. */
function kitchenLines(total: number): DemoLine[] {
  const main = MAIN.find(([from]) => total >= from * RUBLE)?.[1] ?? 'measuring'
  const services = SERVICES.filter(([from]) => total >= from * RUBLE).map(([, product]) => listed(product))
  const rest = services.reduce((sum, line) => sum - line.price, total)
  return [{ product: main, quantity: ONE, price: rest }, ...services]
}

const SOLD_ONLINE = ['oven', 'hob', 'table', 'sinkStone', 'chair', 'stool', 'drawer', 'handle', 'hinge'] as const

/** Lines that give the total exactly: one product in some number, and what is left over as its delivery or its price. */
function shopLines(total: number): DemoLine[] {
  const { product, count, rest } = bestFit(total)
  const price = CATALOGUE[product].price * RUBLE
  if (rest === 0) return [{ product, quantity: count * ONE, price }]
  if (rest >= 100 * RUBLE) {
    return [
      { product, quantity: count * ONE, price },
      { product: 'courier', quantity: ONE, price: rest },
    ]
  }
  const last = { product, quantity: ONE, price: price + rest }
  return count === 1 ? [last] : [{ product, quantity: (count - 1) * ONE, price }, last]
}

/** The product of which a whole number, six at most, comes nearest to the total. */
function bestFit(total: number) {
  const fits = SOLD_ONLINE.map((product) => {
    const price = CATALOGUE[product].price * RUBLE
    const count = Math.min(6, Math.floor(total / price))
    return { product, count, rest: total - count * price }
  })
  return fits.filter(({ count }) => count > 0).reduce((best, fit) => (fit.rest < best.rest ? fit : best))
}

function listed(product: ProductId): DemoLine {
  return { product, quantity: ONE, price: CATALOGUE[product].price * RUBLE }
}
