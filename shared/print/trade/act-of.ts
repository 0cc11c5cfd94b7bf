import type { TradeDocument } from './deal-of.ts'

/** What an act is given of: the works of an order, where it has some, else all that it has (SPEC P7). */
export function actOf<D extends TradeDocument>(order: D): D {
  const works = order.lines.filter(({ section }) => section === 'works')
  return works.length === 0 ? order : { ...order, lines: works }
}
