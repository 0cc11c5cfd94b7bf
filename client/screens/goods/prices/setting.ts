import { createMemo } from 'solid-js'
import { createStore } from 'solid-js/store'
import { type Product, productGroups, products } from '../../../../shared/goods/collections.ts'
import { groupsInOrder, withBelow } from '../../../../shared/goods/groups/tree.ts'
import type { Rounding } from '../../../../shared/goods/prices/rule.ts'
import { changeBy, type PriceChange, type PriceSetting } from '../../../../shared/goods/prices/set-prices.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { PriceTypes } from './price-types.ts'

/** What stands for the product's own price, and for one sum, among the types to start from. */
export const OWN = 'own'
export const SUM = 'sum'

/** «Установка цен» as it is filled in. */
interface Filled {
  readonly priceType: string | null
  readonly date: string | null
  readonly from: string
  readonly base: number | null
  readonly percent: number | null
  readonly sum: number | null
  readonly step: number
  readonly way: Rounding
  /** Of which group; null: all goods. */
  readonly group: string | null
}

/** A product with what becomes of its price. */
export interface ChangeOf {
  readonly product: Product
  readonly change: PriceChange
}

/** The form of «Установка цен», and what it would do as it stands. */
export function createSetting(types: PriceTypes) {
  const { zone } = useWords()
  const goods = createAll(products)
  const groups = createAll(productGroups)
  const [filled, fill] = createStore<Filled>({
    priceType: null,
    date: todayIn(zone()),
    from: OWN,
    base: null,
    percent: null,
    sum: null,
    step: 1,
    way: 'half',
    group: null,
  })
  const priceType = () => filled.priceType ?? types.all()[0]?.id ?? ''
  const from = () => {
    if (filled.from === SUM) return { sum: filled.base ?? 0 }
    return { priceType: filled.from === OWN ? null : filled.from }
  }
  const setting = (): PriceSetting | null => {
    const { date, percent, sum, step, way } = filled
    if (priceType() === '' || date === null || (filled.from === SUM && filled.base === null)) return null
    const rule = { from: from(), percent: percent ?? 0, sum: sum ?? 0, step, way }
    return { priceType: priceType(), date, rule }
  }
  const chosen = createMemo(() => {
    if (filled.group === null) return goods()
    const within = withBelow(groups(), filled.group)
    return goods().filter(({ group }) => group !== null && within.has(group))
  })
  const changes = createMemo((): readonly ChangeOf[] => {
    const present = setting()
    return present ? chosen().map((product) => ({ product, change: changeBy(present, product) })) : []
  })
  return {
    filled,
    fill,
    priceType,
    setting,
    chosen,
    total: () => goods().length,
    changes,
    groups: () => groupsInOrder(groups()),
  }
}

export type Setting = ReturnType<typeof createSetting>

/** How many get another price, cost that much already, or get none. */
export function countsOf(changes: readonly ChangeOf[]) {
  const left = changes.filter(({ change }) => 'not' in change).length
  const same = changes.filter(({ change }) => 'isSame' in change && change.isSame).length
  return { set: changes.length - left - same, same, left }
}
