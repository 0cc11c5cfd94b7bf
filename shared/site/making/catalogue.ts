import type { organisations } from '../../company/collections.ts'
import type { PriceType, Product, ProductGroup } from '../../goods/collections.ts'
import { groupsInOrder, withBelow } from '../../goods/groups/tree.ts'
import { priceOn } from '../../goods/prices/held.ts'
import type { Language } from '../../locales/index.ts'
import type { Row } from '../../records/declarations/collection.ts'
import type { SiteCatalogue, SiteGroup, SiteProduct } from '../catalogue.ts'
import type { Site } from '../collections.ts'
import { slugsOf } from './slug.ts'

type Organisation = Pick<Row<typeof organisations>, 'name' | 'fullName' | 'inn' | 'ogrn' | 'address' | 'gone'>

/** What a catalogue is made of. */
export interface CatalogueSources {
  readonly site: Site
  readonly goods: Iterable<Product>
  readonly groups: readonly ProductGroup[]
  readonly priceType: Pick<PriceType, 'currency'> | null
  readonly organisation: Organisation | null
  /** The company's own. */
  readonly ways: { readonly zone: string; readonly currency: string; readonly language: Language }
  /** SHA-256 of the logo’s bytes. */
  readonly logo: string | null
  /** SHA-256 of a product's picture, by the product's id. */
  readonly pictures: ReadonlyMap<string, string>
  /** What is there of a product, thousandths; null: that is not shown. */
  readonly stockOf: (product: Product) => number | null
  /** The company's day, `YYYY-MM-DD`, and the moment, ms since 1970. */
  readonly day: string
  readonly now: number
}

/** All that the site shows, of records, with nothing else of the company in it (SPEC WB1). */
export function makeCatalogue(sources: CatalogueSources): SiteCatalogue {
  const { site, organisation, priceType, logo, ways, now } = sources
  const { hue } = site
  const sold = goodsSold(sources)
  const said = { slogan: plain(site.slogan), about: plain(site.about), delivery: plain(site.delivery) }
  const reached = { phone: plain(site.phone), email: plain(site.email), address: plain(site.address) }
  return {
    ...{ made: now, isOn: site.isOn, name: plain(site.name), ...said, privacy: plain(site.privacy), ...reached },
    ...{ hue, logo, seller: sellerOf(organisation) },
    ...{ currency: priceType?.currency ?? ways.currency, zone: ways.zone, language: ways.language },
    groups: groupsOf(sources.groups, sold),
    goods: productsOf(sources, sold),
  }
}

interface Sold {
  readonly product: Product
  readonly price: number
}

/** Goods that stand on the site: of its groups, with a price today, in the order of their names. */
function goodsSold({ site, goods, groups, day }: CatalogueSources): readonly Sold[] {
  const shown = site.groups.length === 0 ? null : new Set(site.groups.flatMap((id) => [...withBelow(groups, id)]))
  const sold = [...goods].flatMap((product) => {
    if (product.gone || plain(product.name) === '' || !(shown === null || shown.has(product.group ?? ''))) return []
    const held = priceOn(product, site.priceType, day)
    return held === null || held.price < 0 ? [] : [{ product, price: held.price }]
  })
  const compare = new Intl.Collator('ru', { numeric: true }).compare
  return sold.sort(
    (a, b) => compare(a.product.name ?? '', b.product.name ?? '') || (a.product.id < b.product.id ? -1 : 1),
  )
}

/** Groups with goods at or below them, each behind its parent. */
function groupsOf(all: readonly ProductGroup[], sold: readonly Sold[]): readonly SiteGroup[] {
  const tree = groupsInOrder(all)
  const parents = new Map<string, string | null>()
  const above: string[] = []
  for (const { group, depth } of tree) {
    above.length = depth
    parents.set(group.id, above.at(-1) ?? null)
    above.push(group.id)
  }
  const held = new Set<string>()
  for (const { product } of sold) {
    for (let at = product.group; at !== null && parents.has(at) && !held.has(at); at = parents.get(at) ?? null)
      held.add(at)
  }
  const shown = tree.map(({ group }) => group).filter(({ id }) => held.has(id))
  const slugs = slugsOf(shown.map(({ id, name }) => ({ id, name: plain(name) })))
  return shown.map(({ id, name }) => ({
    ...{ id, slug: slugs.get(id) ?? id, name: plain(name), parent: parents.get(id) ?? null },
  }))
}

function productsOf({ groups, pictures, stockOf }: CatalogueSources, sold: readonly Sold[]): readonly SiteProduct[] {
  const known = new Set(groupsInOrder(groups).map(({ group }) => group.id))
  const slugs = slugsOf(sold.map(({ product: { id, name } }) => ({ id, name: plain(name) })))
  return sold.map(({ product, price }) => {
    const { id, name, article, unit, group, description } = product
    const picture = product.pictured ? pictures.get(id) : undefined
    return {
      ...{ id, slug: slugs.get(id) ?? id, name: plain(name), article: plain(article), text: plain(description) },
      ...{ unit: plain(unit), group: group !== null && known.has(group) ? group : null, price },
      ...{ stock: product.type === 'goods' ? stockOf(product) : null, pictures: picture ? [picture] : [] },
    }
  })
}

function sellerOf(organisation: Organisation | null): SiteCatalogue['seller'] {
  if (organisation === null || organisation.gone) return null
  const { name, fullName, inn, ogrn, address } = organisation
  return { name: plain(fullName) || plain(name), inn: plain(inn), ogrn: plain(ogrn), address: plain(address) }
}

function plain(text: string | null): string {
  return text?.trim() ?? ''
}
