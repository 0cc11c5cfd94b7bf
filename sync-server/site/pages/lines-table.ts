import { siteLineTotal } from '../../../shared/site/sums.ts'
import type { OrderLine } from '../ordering/lines.ts'
import type { Shop } from '../shop/shop.ts'
import { type Html, html } from './html.ts'

/** Lines of an order, to be looked at; `total`: what it comes to, minor units. */
export function linesTable(shop: Shop, lines: readonly Omit<OrderLine, 'product'>[], total: number): Html {
  const words = shop.words.cartPage
  return html`<table class="lines brief"><thead><tr><th scope="col">${words.goods}</th><th scope="col" class="sum">${words.sum}</th></tr></thead>
<tbody>${lines.map((line) => row(shop, line))}</tbody>
<tfoot>${totalRow(shop, total, { before: 1, behind: 0 })}</tfoot></table>`
}

function row(shop: Shop, line: Omit<OrderLine, 'product'>): Html {
  const { name, quantity, price } = line
  return html`<tr><th scope="row">${name}<br><small>${shop.quantity(quantity)} × ${shop.money(price)}</small></th>
<td class="sum">${shop.money(siteLineTotal(line))}</td></tr>`
}

/** The row below lines, with so many columns before the sum, and behind it. */
export function totalRow(
  shop: Shop,
  total: number,
  { before, behind }: { readonly before: number; readonly behind: 0 | 1 },
): Html {
  return html`<tr><th scope="row" colspan="${before}">${shop.words.cartPage.total}</th><td class="sum">${shop.money(total)}</td>${behind > 0 && html`<td></td>`}</tr>`
}
