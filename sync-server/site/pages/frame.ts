import { randomUUID } from 'node:crypto'
import { raw } from 'hono/html'
import { fill } from '../../../shared/locales/fill.ts'
import type { Shop } from '../shop/shop.ts'
import { type Html, html } from './html.ts'

/** Where pages of a site stand, and what all of them share. */
export interface Place {
  readonly shop: Shop
  /** What paths of pages begin with: empty, or `/shop`. */
  readonly base: string
  /** `https://shop.example`: for links that leave the page. */
  readonly origin: string
  /** The path of the styles, which carries their hash. */
  readonly look: string
}

/** What stands in a page’s head. */
export interface Head {
  readonly title: string
  readonly description?: string
  /** The path under which it is to be known; null: by robots not at all. */
  readonly canonical: string | null
  /** Hash of a picture that stands for it. */
  readonly picture?: string | null
  /** JSON-LD. */
  readonly data?: readonly object[]
}

/** The whole path of one within the site: the first page has no slash of its own behind a base. */
export function pathAt(base: string, path: string): string {
  return path === '/' ? base || '/' : base + path
}

/** How many different goods are in the visitor’s cart: put in when a kept page is given. */
export const COUNT_MARK = `<!--${randomUUID()}-->`

/** A whole page. */
export function page(place: Place, head: Head, body: Html): string {
  const { shop, base, look } = place
  const { catalogue, words } = shop
  return html`<!DOCTYPE html>
<html lang="${catalogue.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${head.title === catalogue.name ? head.title : `${head.title} · ${catalogue.name}`}</title>
${described(place, head)}
<link rel="icon" href="${base}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${look}">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${header(place)}
<main id="main">
${body}
</main>
${footer(place)}
</body>
</html>
`.toString()
}

/** What search engines and messengers read of it. */
function described({ shop, base, origin }: Place, head: Head): Html {
  const { title, description = '', canonical, picture = shop.catalogue.logo, data = [] } = head
  const said = description && html`<meta name="description" content="${description}">`
  if (canonical === null) return html`${said}<meta name="robots" content="noindex">`
  const [url, image] = [origin + pathAt(base, canonical), picture && `${origin}${base}/picture/${picture}`]
  return html`${said}
<link rel="canonical" href="${url}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${shop.catalogue.name}">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${url}">
${description && html`<meta property="og:description" content="${description}">`}
${image && html`<meta property="og:image" content="${image}">`}
${data.map((one) => html`<script type="application/ld+json">${raw(jsonIn(one))}</script>`)}`
}

/** JSON that ends no element of HTML. */
function jsonIn(value: object): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c')
}

function header({ shop, base }: Place): Html {
  const { catalogue, words } = shop
  const { name, logo, slogan, delivery } = catalogue
  const mark =
    logo === null
      ? html`<span class="letter" aria-hidden="true">${[...name][0] ?? ''}</span>`
      : html`<img src="${base}/picture/${logo}" alt="" width="40" height="40">`
  return html`<header class="top"><div class="wide">
<a class="brand" href="${pathAt(base, '/')}">${mark}<span><b>${name}</b>${slogan && html`<small>${slogan}</small>`}</span></a>
<form class="search" role="search" action="${base}/search" method="get">
<input type="search" name="q" aria-label="${words.search.label}" placeholder="${words.search.label}" maxlength="200">
<button type="submit" class="quiet">${words.search.find}</button>
</form>
<nav aria-label="${words.menu}"><a href="${base}/catalogue">${words.catalogue}</a>
${delivery && html`<a href="${base}/delivery">${words.delivery}</a>`}
<a href="${base}/contacts">${words.contacts}</a>
<a class="cart" href="${base}/cart">${words.cart}${raw(COUNT_MARK)}</a></nav>
</div></header>`
}

/** The mark by which the cart tells how many goods are in it. */
export function countMark(shop: Shop, count: number): string {
  if (count === 0) return ''
  return html` <span class="count" title="${fill(shop.words.cartOf, { count })}">${count}</span>`.toString()
}

function footer({ shop, base }: Place): Html {
  const { catalogue, words } = shop
  const { name, phone, email, seller, delivery } = catalogue
  return html`<footer><div class="wide">
<div><p><b>${name}</b></p>
${phone && html`<p><a href="${telOf(phone)}">${phone}</a></p>`}
${email && html`<p><a href="mailto:${email}">${email}</a></p>`}</div>
<ul><li><a href="${base}/catalogue">${words.catalogue}</a></li>
${delivery && html`<li><a href="${base}/delivery">${words.delivery}</a></li>`}
<li><a href="${base}/contacts">${words.contacts}</a></li>
<li><a href="${base}/privacy">${words.privacy}</a></li></ul>
${seller && html`<p class="seller">${seller.name}${seller.inn && html`<br>${fill(words.inn, { inn: seller.inn })}`}${seller.ogrn && html`<br>${fill(words.ogrn, { ogrn: seller.ogrn })}`}</p>`}
</div></footer>`
}

/** A number as phones dial it. */
export function telOf(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`
}
