import { type Place, pathAt } from './frame.ts'
import { html } from './html.ts'
import { groupPath, productPath } from './parts.ts'

/** A map holds no more addresses. */
const MOST = 50_000

/** All pages that robots are to know; where they are too many for a map, the maps in which they stand. */
export function sitemap(place: Place): string {
  const { base, origin } = place
  const count = Math.ceil(pathsOf(place).length / MOST)
  if (count <= 1) return mapOf(place, pathsOf(place))
  const parts = Array.from({ length: count }, (_, at) => `${origin}${base}/sitemap/${at + 1}.xml`)
  return html`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map((part) => html`<sitemap><loc>${part}</loc><lastmod>${dayOf(place)}</lastmod></sitemap>\n`)}</sitemapindex>
`.toString()
}

/** One of these maps, by its number from 1 on; null: there is none. */
export function sitemapPart(place: Place, number: number): string | null {
  const paths = pathsOf(place).slice((number - 1) * MOST, number * MOST)
  return number < 1 || paths.length === 0 ? null : mapOf(place, paths)
}

function pathsOf({ shop }: Place): string[] {
  const { groups, goods, delivery } = shop.catalogue
  const fixed = ['/', '/catalogue', '/contacts', '/privacy', ...(delivery ? ['/delivery'] : [])]
  return [...fixed, ...groups.map(groupPath), ...goods.map(productPath)]
}

function dayOf({ shop }: Place): string {
  return new Date(shop.catalogue.made).toISOString().slice(0, 10)
}

function mapOf(place: Place, paths: readonly string[]): string {
  const { base, origin } = place
  const day = dayOf(place)
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => html`<url><loc>${origin}${pathAt(base, path)}</loc><lastmod>${day}</lastmod></url>\n`)}</urlset>
`.toString()
}

/** What robots may look at: of the program’s address the site alone. */
export function robots({ shop, base, origin }: Place): string {
  if (!shop.catalogue.isOn) return 'User-agent: *\nDisallow: /\n'
  const whole = base === '' ? [] : [`Allow: ${base}`, 'Disallow: /']
  const own = ['cart', 'search'].map((one) => `Disallow: ${base}/${one}`)
  return ['User-agent: *', ...own, ...whole, `Sitemap: ${origin}${base}/sitemap.xml`, ''].join('\n')
}
