import { For } from 'solid-js'
import type { Doubt, Movements } from '../../../../../shared/movements/types.ts'
import type { Order } from '../../../../../shared/orders/collections.ts'
import { Banner } from '../../../../ui/signs/banner.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { createLineNames } from './movements.ts'

const PLAIN = { 'not-posted': 'notPosted', removed: 'removed' } as const
const OF_LINES = {
  'line-missing': 'lineMissing',
  'product-changed': 'productChanged',
  'over-shipped': 'overShipped',
  'over-returned': 'overReturned',
} as const

/** What is odd about what was shipped and paid, in words, each with what can be done about it. */
export function Doubts(props: { readonly order: Order; readonly movements: Movements; readonly currency: string }) {
  const { t, format } = useWords()
  const nameOf = createLineNames(() => props.order.lines)
  const textOf = (doubt: Doubt) => {
    if (doubt.what === 'over-refunded') {
      return t('trade.doubts.overRefunded', { sum: format.money(doubt.sum, props.currency) })
    }
    if (!('quantity' in doubt)) return t(`trade.doubts.${PLAIN[doubt.what]}`)
    const told = { name: nameOf(doubt), quantity: format.quantity(doubt.quantity) }
    return t(`trade.doubts.${OF_LINES[doubt.what]}`, told)
  }
  return <For each={props.movements.doubts}>{(doubt) => <Banner look="warn">{textOf(doubt)}</Banner>}</For>
}
