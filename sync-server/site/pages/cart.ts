import { fill } from '../../../shared/locales/fill.ts'
import { siteLineTotal, siteTotal } from '../../../shared/site/sums.ts'
import { MOST_OF_ONE } from '../cart/cart.ts'
import type { OrderLine } from '../ordering/lines.ts'
import type { Shop } from '../shop/shop.ts'
import { type Place, page } from './frame.ts'
import { type Html, html } from './html.ts'
import { totalRow } from './lines-table.ts'
import { productPath } from './parts.ts'

/** A cart as its page shows it. */
export interface CartShown {
  readonly lines: readonly OrderLine[]
  /** What was typed in the place of quantities, where that is none, by product. */
  readonly wrong?: ReadonlyMap<string, string>
  /** A sentence over it. */
  readonly said?: string | null
}

export function cartPage(place: Place, { lines, wrong = new Map(), said = null }: CartShown): string {
  const { shop, base } = place
  const words = shop.words.cartPage
  const head = { title: words.title, description: words.title, canonical: null }
  const note = said && html`<div class="said calm" role="status"><p>${said}</p></div>`
  if (lines.length === 0) {
    const back = html`<p><a class="button" href="${base}/catalogue">${words.toCatalogue}</a></p>`
    return page(place, head, html`<h1>${words.title}</h1>${note}<p>${words.empty}</p>${back}`)
  }
  return page(
    place,
    head,
    html`<h1>${words.title}</h1>${note}
<form action="${base}/cart" method="post" id="cart">
<table class="lines">
<thead><tr><th scope="col">${words.goods}</th><th scope="col" class="sum">${words.price}</th><th scope="col">${words.quantity}</th><th scope="col" class="sum">${words.sum}</th><th scope="col"><span class="trap">${words.remove}</span></th></tr></thead>
<tbody>${lines.map((line) => row(place, line, wrong.get(line.product)))}</tbody>
<tfoot>${totalRow(shop, siteTotal(lines), { before: 3, behind: 1 })}</tfoot>
</table>
<div class="acts"><button type="submit" class="quiet" name="set" value="cart">${words.recount}</button>
<button type="submit" name="set" value="order">${words.order}</button></div>
</form>
<form action="${base}/cart" method="post" id="remove"></form>`,
  )
}

function row(place: Place, line: OrderLine, typed: string | undefined): Html {
  const { shop, base } = place
  const words = shop.words.cartPage
  const { product, name, price } = line
  const sold = shop.product(product)
  return html`<tr><th scope="row">${sold ? html`<a href="${base}${productPath(sold)}">${name}</a>` : name}</th>
<td class="sum" data-name="${words.price}">${shop.money(price)}</td>
<td data-name="${words.quantity}"><div>${quantityField(shop, line, typed)} ${sold?.unit}</div></td>
<td class="sum" data-name="${words.sum}">${shop.money(siteLineTotal(line))}</td>
<td><button type="submit" class="plain" form="remove" name="remove" value="${product}" aria-label="${fill(words.removeNamed, { name })}">${words.remove}</button></td></tr>`
}

/** How much of it; `typed`: what somebody typed that is none. */
function quantityField(shop: Shop, { product, name, quantity }: OrderLine, typed: string | undefined): Html {
  const words = shop.words.cartPage
  const id = `quantity-${product}`
  const isWrong = typed !== undefined
  return html`<input type="text" inputmode="decimal" name="quantity.${product}" value="${typed ?? shop.quantity(quantity)}" aria-label="${fill(words.quantityOf, { name })}" maxlength="10" autocomplete="off"${isWrong && html` aria-invalid="true" aria-describedby="${id}"`}>${isWrong && html`<p class="wrong" id="${id}">${fill(words.wrong, { most: shop.quantity(MOST_OF_ONE) })}</p>`}`
}
