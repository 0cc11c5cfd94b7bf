import { organisations } from '../../shared/company/collections.ts'
import { pictureOf } from '../../shared/company/pictures.ts'
import { priceTypes, productGroups, products } from '../../shared/goods/collections.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { SiteCatalogue } from '../../shared/site/catalogue.ts'
import type { Site } from '../../shared/site/collections.ts'
import { makeCatalogue } from '../../shared/site/making/catalogue.ts'
import { reservedIn, stockOf } from '../../shared/site/making/stock.ts'
import { dayAt } from '../../shared/time/days.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { bytesOfImage, hashOf, type Pictures } from './pictures.ts'

/** Collections of which the catalogue is made. */
export const MADE_OF: ReadonlySet<string> = new Set([
  ...['sites', 'products', 'productGroups', 'priceTypes', 'organisations', 'company', 'customFields', 'features'],
  // What is held back of the stock.
  'orders',
])

/** The catalogue as records are now. */
export async function catalogueOf(
  { replica }: Pick<AgentGround, 'replica'>,
  site: Site,
  pictures: Pictures,
  now: number,
): Promise<SiteCatalogue> {
  const find = findIn(replica)
  const ways = waysOfCompany(find)
  const goods = [...replica.rows(products)]
  const known = await pictures.of(goods)
  const typeOf = new Map(goods.map(({ id, type }) => [id, type]))
  const field = site.showsStock ? site.stockField : null
  const reserved = field === null ? new Map() : reservedIn(replica.rows(orders), (id) => typeOf.get(id) ?? null)
  return makeCatalogue({
    ...{ site, goods, groups: [...replica.rows(productGroups)], pictures: known, ways, now },
    priceType: site.priceType === null ? null : find(priceTypes, site.priceType),
    organisation: organisationOf(replica, site),
    logo: hashed(logoOf(replica, site)),
    stockOf: (product) => (field === null ? null : stockOf(product, field, reserved)),
    day: dayAt(now, ways.zone),
  })
}

/** The bytes of the logo: the site’s own, else that of the organisation’s papers; null: it has none. */
export function logoOf(replica: AgentGround['replica'], site: Site): Uint8Array<ArrayBuffer> | null {
  return bytesOfImage(site.logo ?? pictureOf(organisationOf(replica, site), 'logo'))
}

function organisationOf(replica: AgentGround['replica'], { organisation }: Site) {
  return organisation === null ? null : findIn(replica)(organisations, organisation)
}

function hashed(bytes: Uint8Array | null): string | null {
  return bytes && hashOf(bytes)
}
