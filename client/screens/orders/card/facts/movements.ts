import { type Accessor, createMemo } from 'solid-js'
import { products } from '../../../../../shared/goods/collections.ts'
import { movementsOf } from '../../../../../shared/movements/movements.ts'
import type { Movements } from '../../../../../shared/movements/types.ts'
import type { Line, Order } from '../../../../../shared/orders/collections.ts'
import { createEvery } from '../../../../data/page/solid.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

/** What the card's order means to stock and debts, as it stands now. */
export function createMovements(order: Accessor<Order>): Accessor<Movements> {
  return createMemo(() => movementsOf(order()))
}

/** Whatever names a line, a fact of one among them. */
interface Named {
  readonly line?: string | null
  readonly product: string | null
}

/** Says what a line, or what was shipped of it, is called: its product, else its text. */
export function createLineNames(lines: Accessor<readonly Line[]>): (named: Named) => string {
  const { t } = useWords()
  const all = createEvery(products)
  const names = createMemo(() => new Map(all().map(({ id, name }) => [id, name])))
  return ({ line, product }) => {
    const text = lines().find(({ id }) => id === line)?.text
    return (product === null ? text : names().get(product)) ?? text ?? t('trade.doubts.noName')
  }
}
