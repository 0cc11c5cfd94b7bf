import { fill } from '../../../shared/locales/fill.ts'
import { pluralForm } from '../../../shared/locales/index.ts'
import type { SiteGroup, SiteProduct } from '../../../shared/site/catalogue.ts'
import { type Asked, type Listed, PER_PAGE, queryOf, SORTS } from '../shop/listing.ts'
import { isThere, type Shop } from '../shop/shop.ts'
import { type Place, pathAt } from './frame.ts'
import { type Html, html } from './html.ts'

/** A step of the way to a page. */
export interface Step {
  readonly name: string
  readonly path: string
}

export function groupPath(group: Pick<SiteGroup, 'slug'>): string {
  return `/catalogue/${encodeURIComponent(group.slug)}`
}

export function productPath(product: Pick<SiteProduct, 'slug'>): string {
  return `/product/${encodeURIComponent(product.slug)}`
}

/** The way from the first page to the group of a page. */
export function stepsTo(shop: Shop, group: string | null): Step[] {
  const groups = shop.path(group).map((one) => ({ name: one.name, path: groupPath(one) }))
  return [{ name: shop.words.home, path: '/' }, { name: shop.words.catalogue, path: '/catalogue' }, ...groups]
}

export function breadcrumbs({ shop, base }: Place, steps: readonly Step[]): Html {
  return html`<nav class="path" aria-label="${shop.words.path}"><ol>
${steps.map(({ name, path }) => html`<li><a href="${pathAt(base, path)}">${name}</a></li>`)}
</ol></nav>`
}

/** The same for robots. */
export function breadcrumbData({ origin, base }: Place, steps: readonly Step[]): object {
  const itemListElement = steps.map(({ name, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: origin + pathAt(base, path),
  }))
  return { '@type': 'BreadcrumbList', itemListElement }
}

/** Goods; `under`: the rank of the heading that they stand under, so that none is left out. */
export function goodsGrid(place: Place, goods: readonly SiteProduct[], under: 1 | 2): Html {
  return html`<ul class="goods">${goods.map((one, i) => html`<li>${card(place, one, i, under)}</li>`)}</ul>`
}

/** Pictures of the first row are wanted at once. */
const AT_ONCE = 4

function card(place: Place, product: SiteProduct, at: number, under: 1 | 2): Html {
  const { shop, base } = place
  const { name, unit, price } = product
  const named = under === 1 ? html`<h2 class="name">${name}</h2>` : html`<h3 class="name">${name}</h3>`
  const priced = html`<p class="price">${shop.money(price)}${unit && html` <small>${fill(shop.words.product.perUnit, { unit })}</small>`}</p>`
  return html`<article class="product">
<a class="shown" href="${base}${productPath(product)}">${picture(place, product, at < AT_ONCE)}${named}</a>
${priced}
${isThere(product) ? addForm(place, product) : html`<p class="out">${shop.words.product.outOfStock}</p>`}
</article>`
}

function addForm({ shop, base }: Place, { id, name }: SiteProduct): Html {
  const { add, addNamed } = shop.words.product
  return html`<form action="${base}/cart" method="post"><button type="submit" class="quiet" name="add" value="${id}" aria-label="${fill(addNamed, { name })}">${add}</button></form>`
}

/** The first picture of goods, or a letter where they have none. */
function picture({ base }: Place, { pictures: [first], name }: SiteProduct, isEager: boolean): Html {
  if (first === undefined) return html`<span class="picture none" aria-hidden="true">${[...name][0] ?? ''}</span>`
  const src = `${base}/picture/${first}`
  return isEager
    ? html`<img class="picture" src="${src}" alt="" width="320" height="320">`
    : html`<img class="picture" src="${src}" alt="" width="320" height="320" loading="lazy">`
}

/** How goods are sorted, and how many stand on a page: a form, so that it needs no script. */
export function listingForm({ shop, base }: Place, path: string, asked: Asked, text?: string): Html {
  const { sort: label, sorts, per, show } = shop.words.listing
  return html`<form class="listing" action="${base}${path}" method="get">
${text !== undefined && html`<input type="hidden" name="q" value="${text}">`}
<label>${label} <select name="sort">${SORTS.map((one) => option(one, sorts[one], one === asked.sort))}</select></label>
<label>${per} <select name="per">${PER_PAGE.map((one) => option(String(one), String(one), one === asked.per))}</select></label>
<button type="submit" class="quiet">${show}</button>
</form>`
}

function option(value: string, name: string, isChosen: boolean): Html {
  return isChosen
    ? html`<option value="${value}" selected>${name}</option>`
    : html`<option value="${value}">${name}</option>`
}

export function countOf(shop: Shop, n: number): string {
  return fill(pluralForm(shop.catalogue.language, n, shop.words.listing.goods), { n })
}

/** Links to the other pages of a list: the first, the last, and those around this one. */
export function pager({ shop, base }: Place, path: string, list: Listed, text?: string): Html | null {
  const { pages, page, before, next } = shop.words.listing
  if (list.pages === 1) return null
  const to = (n: number) => `${base}${path}${queryOf({ ...list, page: n }, text)}`
  const around = [1, list.page - 1, list.page, list.page + 1, list.pages]
  const shown = [...new Set(around)].filter((n) => n >= 1 && n <= list.pages).sort((a, b) => a - b)
  const link = (n: number) => {
    const label = fill(page, { page: n })
    if (n === list.page) return html`<li><a href="${to(n)}" aria-current="page" aria-label="${label}">${n}</a></li>`
    return html`<li><a href="${to(n)}" aria-label="${label}">${n}</a></li>`
  }
  return html`<nav class="pages" aria-label="${pages}"><ul>
${list.page > 1 && html`<li><a href="${to(list.page - 1)}" rel="prev">${before}</a></li>`}
${shown.map(link)}
${list.page < list.pages && html`<li><a href="${to(list.page + 1)}" rel="next">${next}</a></li>`}
</ul></nav>`
}
