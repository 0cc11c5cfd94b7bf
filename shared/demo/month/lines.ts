import type { DemoLine } from '../demo-order.ts'
import { CATALOGUE, type ProductId } from '../goods/catalogue.ts'
import type { KindId } from '../process.ts'
import type { Chance } from './random.ts'

const ONE = 1000
const RUBLE = 100

const KITCHENS = ['loft', 'nordic', 'nordic', 'classic', 'modern', 'modern', 'compact', 'compact'] as const
const WORKTOPS = ['topOak', 'topStone', 'topPlastic'] as const
const EXTRAS = ['sinkSteel', 'sinkStone', 'tap', 'hood', 'hob', 'oven', 'light', 'island'] as const
const SERVICES = ['project', 'delivery', 'assembly', 'plumbing', 'dismantling'] as const
const ONLINE = [
  'table',
  'chair',
  'stool',
  'hinge',
  'handle',
  'drawer',
  'light',
  'tap',
  'sinkSteel',
  'hood',
  'hob',
] as const
const DISCOUNTS = [300, 500, 700, 1000] as const

/** What was ordered: a kitchen with what goes with it, or a basket of the shop. */
export function linesFor(kind: KindId, chance: Chance): DemoLine[] {
  return kind === 'kitchens' ? kitchen(chance) : basket(chance)
}

function kitchen(chance: Chance): DemoLine[] {
  const worktop = { ...listed(chance.pick(WORKTOPS)), quantity: chance.whole(18, 46) * 100 }
  const discount = chance.isLikely(0.35) ? { discount: chance.pick(DISCOUNTS) } : {}
  const main = listed(chance.pick(KITCHENS))
  // A project differs from the usual one by up to a fifth, in whole hundreds of rubles.
  const price = Math.round((main.price * chance.between(0.85, 1.2)) / (100 * RUBLE)) * 100 * RUBLE
  const extras = some(EXTRAS, 0.3, chance)
  const services = some(SERVICES, 0.6, chance)
  return [{ ...main, price, ...discount }, worktop, ...extras.map(listed), listed('measuring'), ...services.map(listed)]
}

function basket(chance: Chance): DemoLine[] {
  const goods = some(ONLINE, 0.18, chance)
  const products = goods.length > 0 ? goods : [chance.pick(ONLINE)]
  const lines = products.map((product) => ({ ...listed(product), quantity: countOf(product, chance) * ONE }))
  return chance.isLikely(0.7) ? [...lines, listed('courier')] : lines
}

/** Small things are bought by the dozen, chairs by the table, the rest one at a time. */
function countOf(product: ProductId, chance: Chance): number {
  if (product === 'hinge' || product === 'handle') return chance.whole(4, 24)
  return product === 'chair' || product === 'stool' ? chance.whole(2, 6) : 1
}

function some<T>(items: readonly T[], share: number, chance: Chance): T[] {
  return items.filter(() => chance.isLikely(share))
}

function listed(product: ProductId): DemoLine {
  return { product, quantity: ONE, price: CATALOGUE[product].price * RUBLE }
}
