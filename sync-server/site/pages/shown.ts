import { minorDigits } from '../../../shared/company/currency-code.ts'
import { fill } from '../../../shared/locales/fill.ts'
import { pluralForm } from '../../../shared/locales/index.ts'
import type { SiteGroup, SiteProduct } from '../../../shared/site/catalogue.ts'
import { type Asked, listed, queryOf } from '../shop/listing.ts'
import { isThere } from '../shop/shop.ts'
import { type Head, type Place, page, pathAt, telOf } from './frame.ts'
import { type Html, html, paragraphs } from './html.ts'
import {
  breadcrumbData,
  breadcrumbs,
  countOf,
  goodsGrid,
  groupPath,
  listingForm,
  pager,
  productPath,
  stepsTo,
} from './parts.ts'

/** So many goods stand on the first page. */
const ON_FIRST = 8
/** Search engines show no more of a description. */
const DESCRIBED = 200

/** Pages of what is shown: they are the same for everybody. */
export function homePage(place: Place): string {
  const { shop } = place
  const { name, slogan, about, goods } = shop.catalogue
  const withPictures = goods.filter(({ pictures }) => pictures.length > 0)
  const first = [...new Set([...withPictures, ...goods])].slice(0, ON_FIRST)
  const head = { title: name, description: short(slogan || about), canonical: '/', data: [organization(place)] }
  return page(
    place,
    head,
    html`<div class="hero"><h1>${name}</h1>${slogan && html`<p>${slogan}</p>`}</div>
${groupLinks(place, null)}
${
  first.length > 0 &&
  html`<section><h2>${shop.words.catalogue}</h2>${goodsGrid(place, first, 2)}
<p><a class="button" href="${place.base}/catalogue">${shop.words.all}: ${countOf(shop, goods.length)}</a></p></section>`
}
${about && html`<section class="text"><h2>${shop.words.about}</h2>${paragraphs(about)}</section>`}`,
  )
}

/** Goods of a group, or all; null: there is no page of that number. */
export function cataloguePage(place: Place, group: SiteGroup | null, asked: Asked): string | null {
  const { shop } = place
  const path = group ? groupPath(group) : '/catalogue'
  const list = listed(shop.goodsOf(group?.id ?? null), asked, shop.catalogue.language)
  if (!list) return null
  const title = group?.name ?? shop.words.catalogue
  const { titlePage, none } = shop.words.listing
  const steps = stepsTo(shop, group?.id ?? null)
  const head = {
    title: list.page > 1 ? fill(titlePage, { title, page: list.page }) : title,
    description: `${title}: ${countOf(shop, list.count)}. ${shop.catalogue.name}`,
    // However it is sorted, it is the same page.
    canonical: path + queryOf({ sort: 'usual', per: 24, page: list.page }),
    data: [breadcrumbData(place, steps)],
  }
  return page(
    place,
    head,
    html`${breadcrumbs(place, steps.slice(0, -1))}
<h1>${title}</h1>
${groupLinks(place, group?.id ?? null)}
<div class="above"><p>${countOf(shop, list.count)}</p>${list.count > 1 && listingForm(place, path, asked)}</div>
${list.count === 0 ? html`<p>${none}</p>` : goodsGrid(place, list.goods, 1)}
${pager(place, path, list)}`,
  )
}

/** What was found; null: there is no page of that number. */
export function searchPage(place: Place, text: string, asked: Asked): string | null {
  const { shop } = place
  const { title, found, nothing, empty } = shop.words.search
  const list = listed(text.trim() === '' ? [] : shop.find(text), asked, shop.catalogue.language)
  if (!list) return null
  const said = fill(pluralForm(shop.catalogue.language, list.count, found), { n: list.count })
  const heading = fill(title, { text })
  return page(
    place,
    { title: heading, canonical: null },
    html`<h1>${heading}</h1>
<div class="above"><p>${text.trim() === '' ? empty : list.count === 0 ? nothing : said}</p>${list.count > 1 && listingForm(place, '/search', asked, text)}</div>
${list.count > 0 && goodsGrid(place, list.goods, 1)}
${pager(place, '/search', list, text)}
${list.count === 0 && groupLinks(place, null)}`,
  )
}

export function productPage(place: Place, product: SiteProduct): string {
  const { shop, base } = place
  const { name, article, text, unit, price, pictures } = product
  const { words } = shop
  const steps = stepsTo(shop, product.group)
  const head: Head = {
    title: name,
    description: short(text || `${name}. ${shop.money(price)}`),
    canonical: productPath(product),
    picture: pictures[0] ?? shop.catalogue.logo,
    data: [productData(place, product), breadcrumbData(place, [...steps, { name, path: productPath(product) }])],
  }
  const shown = pictures.map((hash, i) => {
    const alt = fill(words.product.picture, { name, n: i + 1 })
    return html`<li><a href="${base}/picture/${hash}"><img class="picture" src="${base}/picture/${hash}" alt="${alt}" width="640" height="640"></a></li>`
  })
  return page(
    place,
    head,
    html`${breadcrumbs(place, steps)}
<div class="card">
${pictures.length > 0 ? html`<ul class="pictures">${shown}</ul>` : html`<div class="picture none" aria-hidden="true">${[...name][0] ?? ''}</div>`}
<div>
<h1>${name}</h1>
${article && html`<p class="quiet-text">${fill(words.product.article, { article })}</p>`}
<p class="price">${shop.money(price)}${unit && html` <small>${fill(words.product.perUnit, { unit })}</small>`}</p>
${stockOf(place, product)}
${isThere(product) && buyForm(place, product)}
<div class="text">${paragraphs(text)}</div>
</div>
</div>`,
  )
}

function stockOf({ shop }: Place, { stock, unit }: SiteProduct): Html | null {
  const { inStock, outOfStock } = shop.words.product
  if (stock === null) return null
  if (stock <= 0) return html`<p class="out">${outOfStock}</p>`
  return html`<p class="there">${fill(inStock, { quantity: shop.quantity(stock), unit })}</p>`
}

function buyForm({ shop, base }: Place, { id, unit }: SiteProduct): Html {
  const { quantity, add } = shop.words.product
  return html`<form class="buy" action="${base}/cart" method="post">
<label>${fill(quantity, { unit }).replace(/, $/, '')}<input type="text" inputmode="decimal" name="quantity" value="1" size="6" maxlength="10" autocomplete="off"></label>
<button type="submit" name="add" value="${id}">${add}</button>
</form>`
}

/** Contacts, delivery, how personal data are kept. */
export function contactsPage(place: Place): string {
  const { shop } = place
  const { phone, email, address, seller } = shop.catalogue
  const { words } = shop
  const head = { title: words.contacts, canonical: '/contacts', data: [organization(place)] }
  return page(
    place,
    head,
    html`<h1>${words.contacts}</h1><dl class="facts">
${phone && html`<div><dt>${words.phone}</dt><dd><a href="${telOf(phone)}">${phone}</a></dd></div>`}
${email && html`<div><dt>${words.email}</dt><dd><a href="mailto:${email}">${email}</a></dd></div>`}
${address && html`<div><dt>${words.address}</dt><dd>${address}</dd></div>`}
${seller && html`<div><dt>${words.seller}</dt><dd>${sellerLines(place)}</dd></div>`}
</dl>`,
  )
}

function sellerLines({ shop }: Place): Html[] {
  const { seller } = shop.catalogue
  const { inn, ogrn } = shop.words
  if (!seller) return []
  const lines = [
    seller.name,
    seller.inn && fill(inn, { inn: seller.inn }),
    seller.ogrn && fill(ogrn, { ogrn: seller.ogrn }),
    seller.address,
  ]
  return lines.filter((line) => line !== '').map((line, i) => html`${i > 0 && html`<br>`}${line}`)
}

/** A page of lines that the company wrote. */
export function textPage(place: Place, what: 'delivery' | 'privacy'): string {
  const { shop } = place
  const title = shop.words[what]
  const text = shop.catalogue[what] || (what === 'privacy' ? shop.words.privacyUsual : '')
  const head = { title, description: short(text), canonical: `/${what}` }
  const seller = what === 'privacy' && shop.catalogue.seller ? html`<p>${sellerLines(place)}</p>` : null
  return page(place, head, html`<h1>${title}</h1><div class="text">${paragraphs(text)}${seller}</div>`)
}

/** A page that says why there is none. */
export function failurePage(place: Place, title: string, lead: string): string {
  const { shop, base } = place
  const back = html`<p><a class="button" href="${base}/catalogue">${shop.words.cartPage.toCatalogue}</a></p>`
  return page(place, { title, canonical: null }, html`<h1>${title}</h1><p>${lead}</p>${shop.catalogue.isOn && back}`)
}

function groupLinks({ shop, base }: Place, group: string | null): Html | null {
  const below = shop.below(group)
  if (below.length === 0) return null
  return html`<nav aria-label="${shop.words.groups}"><ul class="groups">
${below.map((one) => html`<li><a href="${base}${groupPath(one)}">${one.name} <small>${shop.goodsOf(one.id).length}</small></a></li>`)}
</ul></nav>`
}

function organization({ shop, origin, base }: Place): object {
  const { name, phone, email, address, logo, seller } = shop.catalogue
  return {
    '@type': 'Organization',
    name,
    url: origin + pathAt(base, '/'),
    ...(seller && { legalName: seller.name, taxID: seller.inn }),
    ...(phone && { telephone: phone }),
    ...(email && { email }),
    ...(address && { address }),
    ...(logo && { logo: `${origin}${base}/picture/${logo}` }),
  }
}

function productData(place: Place, product: SiteProduct): object {
  const { shop, origin, base } = place
  const { name, article, text, price, pictures, id } = product
  const url = origin + base + productPath(product)
  const { currency } = shop.catalogue
  const digits = minorDigits(currency)
  const offer = {
    '@type': 'Offer',
    url,
    price: (price / 10 ** digits).toFixed(digits),
    priceCurrency: currency,
    availability: `https://schema.org/${isThere(product) ? 'InStock' : 'OutOfStock'}`,
  }
  return {
    '@type': 'Product',
    name,
    sku: article || id,
    ...(text && { description: text }),
    ...(pictures.length > 0 && { image: pictures.map((hash) => `${origin}${base}/picture/${hash}`) }),
    offers: offer,
  }
}

/** The beginning of a text, in one line. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > DESCRIBED ? `${line.slice(0, DESCRIBED).replace(/\s\S*$/, '')}…` : line
}
