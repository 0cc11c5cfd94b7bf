import { createMemo } from 'solid-js'
import { createStore } from 'solid-js/store'
import { productGroups } from '../../../../shared/goods/collections.ts'
import { groupsInOrder } from '../../../../shared/goods/groups/tree.ts'
import type { Rounding } from '../../../../shared/goods/prices/rule.ts'
import type { PriceSetting } from '../../../../shared/goods/prices/set-prices.ts'
import { createAll, createQuery, useData } from '../../../data/page/solid.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { PriceTypes } from './price-types.ts'

/** What stands for the product's own price, and for one sum, among the types to start from. */
export const OWN = 'own'
export const SUM = 'sum'

/** So many changes are shown; the rest is counted. */
const SHOWN = 50

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

/** The form of «Установка цен», and what it would do as it stands. */
export function createSetting(types: PriceTypes) {
  const { zone } = useWords()
  const data = useData()
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
  const query = createMemo(() => ({ what: 'pricing', setting: setting(), group: filled.group, shown: SHOWN }) as const)
  const answer = createQuery(query)
  return {
    filled,
    fill,
    priceType,
    setting,
    /** What it would do as it stands; undefined until that is reckoned. */
    answer,
    /** The goods that it is for. */
    ids: async () => (await data.once({ ...query(), setting: null, withIds: true })).ids,
    total: () => answer()?.total ?? 0,
    groups: () => groupsInOrder(groups()),
  }
}

export type Setting = ReturnType<typeof createSetting>
