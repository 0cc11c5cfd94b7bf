import { sumOf } from '../orders/sums/exact.ts'
import { lineTotal } from '../orders/totals.ts'
import type { SiteOrder } from './catalogue.ts'

type Line = Pick<SiteOrder['lines'][number], 'quantity' | 'price'>

/** What a line comes to, minor units: as the line of the order that it becomes. */
export function siteLineTotal({ quantity, price }: Line): number {
  return lineTotal({ quantity, price, discount: null })
}

/** What lines come to. */
export function siteTotal(lines: readonly Line[]): number {
  return sumOf(lines.map(siteLineTotal))
}
