import { type Place, pathAt } from './frame.ts'
import { html } from './html.ts'
import { groupPath, productPath } from './parts.ts'

/** A map holds no more addresses. */
const MOST = 50_000

/** All pages that robots are to know. */
export function sitemap({ shop, base, origin }: Place): string {
  const { groups, goods, delivery, made } = shop.catalogue
  const fixed = ['/', '/catalogue', '/contacts', '/privacy', ...(delivery ? ['/delivery'] : [])]
  const paths = [...fixed, ...groups.map(groupPath), ...goods.map(productPath)].slice(0, MOST)
  const day = new Date(made).toISOString().slice(0, 10)
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
