import { customers } from '../../shared/customers/collections.ts'
import { indexDuplicates } from '../../shared/customers/duplicates/duplicates.ts'
import { documentOf } from '../../shared/documents/documents.ts'
import { priceTypes } from '../../shared/goods/collections.ts'
import { waysOfCompany } from '../../shared/messages/parameters/around.ts'
import { kinds } from '../../shared/orders/collections.ts'
import type { SiteOrder } from '../../shared/site/catalogue.ts'
import { SITE, type Site, sites } from '../../shared/site/collections.ts'
import type { SiteStanding } from '../../shared/site/standing.ts'
import { idsOf } from '../../shared/site/taking/ids.ts'
import { takeSiteOrder } from '../../shared/site/taking/take-order.ts'
import type { AgentGround } from '../runtime/agent.ts'
import { findIn } from '../runtime/find.ts'
import { writeLetter } from './letter.ts'

type Ground = Pick<AgentGround, 'replica' | 'documents' | 'door' | 'log' | 'signal'> & {
  readonly tellSite: (standing: SiteStanding) => Promise<void>
}

/** What families an order touches besides its customer. */
const TOUCHED = ['orders', 'events', 'runs'] as const

/** Makes an order of what a visitor sent, and writes to him; resolves when the server has all of it (SPEC WB16). False: it has to wait. */
export async function takeOrder(ground: Ground, order: SiteOrder): Promise<boolean> {
  const { replica, documents, tellSite, log } = ground
  const now = Date.now()
  const ids = idsOf(order, now)
  const { company } = replica.pass
  const names = [
    ...TOUCHED.map((family) => documentOf(company, family, ids.order)),
    documentOf(company, customers.family, ids.customer),
  ]
  return await documents.hold(names, async () => {
    const site = findIn(replica)(sites, SITE)
    if (site === null) return false
    const find = findIn(replica)
    const ways = waysOfCompany(find)
    const taking = {
      ...{ site, ways, now, kinds: [...replica.rows(kinds)] },
      index: indexDuplicates(replica.rows(customers), ways.country),
      currency: currencyOf(ground, site),
    }
    let isTaken = false
    replica.write((tx) => {
      isTaken = takeSiteOrder(tx, order, taking)
    })
    if (!isTaken) {
      log.error({ order: ids.order }, 'there is no kind of order that it could have')
      await tellSite({ trouble: 'noKind' })
      return false
    }
    await replica.saved(names)
    log.info({ order: ids.order }, 'an order came from the site')
    await writeLetter(ground, order, ids, site)
    return true
  })
}

function currencyOf({ replica }: Ground, { priceType }: Site): string | null {
  return priceType === null ? null : (findIn(replica)(priceTypes, priceType)?.currency ?? null)
}
