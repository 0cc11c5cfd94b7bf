import { siteLineTotal, siteTotal } from '../../../shared/site/sums.ts'
import type { OrderLine } from '../ordering/lines.ts'
import type { Shop } from '../shop/shop.ts'
import { type Html, html } from './html.ts'

/** Lines of an order, to be looked at; `total`: what it comes to, `vat`: what of it is on top of prices, minor units. */
export function linesTable(
  shop: Shop,
  lines: readonly Omit<OrderLine, 'product'>[],
  { total, vat = 0 }: { readonly total: number; readonly vat?: number },
): Html {
  const words = shop.words.cartPage
  const discount = siteTotal(lines) + vat - total
  return html`<table class="lines brief"><thead><tr><th scope="col">${words.goods}</th><th scope="col" class="sum">${words.sum}</th></tr></thead>
<tbody>${lines.map((line) => row(shop, line))}</tbody>
<tfoot>${discount > 0 && betweenRow(words.discount, `\u2212${shop.money(discount)}`)}${vat > 0 && betweenRow(words.vat, shop.money(vat))}${totalRow(shop, total, { before: 1, behind: 0 })}</tfoot></table>`
}

function row(shop: Shop, line: Omit<OrderLine, 'product'>): Html {
  const { name, quantity, price } = line
  return html`<tr><th scope="row">${name}<br><small>${shop.quantity(quantity)} × ${shop.money(price)}</small></th>
<td class="sum">${shop.money(siteLineTotal(line))}</td></tr>`
}

/** What the total differs by from the lines above it. */
function betweenRow(name: string, sum: string): Html {
  return html`<tr class="between"><th scope="row">${name}</th><td class="sum">${sum}</td></tr>`
}

/** The row below lines, with so many columns before the sum, and behind it. */
export function totalRow(
  shop: Shop,
  total: number,
  { before, behind }: { readonly before: number; readonly behind: 0 | 1 },
): Html {
  return html`<tr><th scope="row" colspan="${before}">${shop.words.cartPage.total}</th><td class="sum">${shop.money(total)}</td>${behind > 0 && html`<td></td>`}</tr>`
}
