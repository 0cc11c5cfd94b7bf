import type { BrowserContext } from '@playwright/test'
import type { SiteCatalogue } from '../../shared/site/catalogue.ts'
import { openDoor } from '../../sync-server/site/testing/open-door.ts'
import { freePort } from './databases/child.ts'

/** A site that stands apart, under the address by which it is asked, so that what it says of itself is so; with a cart that is not empty. */
export async function openShop(catalogue?: SiteCatalogue) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const site = await openDoor(catalogue, ['--port', String(port), '--address', url])
  const visitor = site.visitor()
  await visitor.post('/cart', { add: 'table', quantity: '2' })
  /** Gives a browser the visitor’s cart. */
  const give = (context: BrowserContext) =>
    context.addCookies([...visitor.cookies].map(([name, value]) => ({ name, value, url })))
  return { ...site, mine: visitor, give }
}
