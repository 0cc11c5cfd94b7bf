import { type Product, products } from '../../../../shared/goods/collections.ts'
import { changeBy, type PriceChange } from '../../../../shared/goods/prices/set-prices.ts'
import type { Directory } from '../directory.ts'
import type { PricingAnswer, PricingQuery } from './query.ts'

/** Reckons a setting of prices over all goods here, so that the page is handed only what it shows. */
export function pricing(directory: Directory, { setting, group, shown, withIds }: PricingQuery): PricingAnswer {
  const all = [...directory.all(products)].filter(({ gone }) => !gone)
  const within = group === null ? null : directory.below('productGroups', group)
  const asked = within === null ? all : all.filter((one) => one.group !== null && within.has(one.group))
  const changes = setting === null ? [] : asked.map((product) => [product, changeBy(setting, product)] as const)
  return {
    what: 'pricing',
    total: all.length,
    count: changes.length,
    counts: countsOf(changes),
    rows: changes.slice(0, shown).map(([{ id, name }, change]) => ({ id, name, change })),
    ids: withIds ? asked.map(({ id }) => id) : [],
  }
}

/** How many get another price, cost that much already, or get none. */
function countsOf(changes: readonly (readonly [Product, PriceChange])[]) {
  const left = changes.filter(([, change]) => 'not' in change).length
  const same = changes.filter(([, change]) => 'isSame' in change && change.isSame).length
  return { set: changes.length - left - same, same, left }
}
