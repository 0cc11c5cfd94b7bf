import { Failure } from '../../../shared/errors.ts'
import { SITE, type Site, sites } from '../../../shared/site/collections.ts'
import { importXml, offersXml } from '../../../shared/site/exchange/files.ts'
import type { ExchangeStanding, ShopExchange } from '../../../shared/site/exchange/settings.ts'
import { localAt } from '../../../shared/time/days.ts'
import type { Agent, AgentGround } from '../../runtime/agent.ts'
import { findIn } from '../../runtime/find.ts'
import { pause } from '../../runtime/pause.ts'
import { catalogueOf } from '../making.ts'
import { Pictures } from '../pictures.ts'
import { type OrdersTaken, takeOrders } from './orders.ts'
import { ExchangeFault, ShopClient } from './shop-client.ts'

const MINUTE = 60_000
/** It looks so often whether settings have changed, ms. */
const LOOK = 5_000
/** So many orders that could not be read are named. */
const SHOWN = 10

/** Exchanges goods and orders with another shop, as 1C does with shops (SPEC WB22 to WB24). */
export const shopExchange: Agent = { name: 'shopExchange', feature: 'exchange', run: (ground) => work(ground) }

async function work(ground: AgentGround): Promise<void> {
  const { signal } = ground
  let done: { readonly settings: string; readonly at: number } | null = null
  while (!signal.aborted) {
    const shop = await held(ground)
    const settings = JSON.stringify(shop)
    const isDue = done === null || done.settings !== settings || Date.now() - done.at >= (shop?.minutes ?? 0) * MINUTE
    if (shop && isDue) {
      done = { settings, at: Date.now() }
      await ground.tellExchange(await exchange(ground, shop))
    }
    await pause(LOOK, signal)
  }
}

async function held({ shopExchange: read, tellExchange }: AgentGround): Promise<ShopExchange<string> | null> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'sending-locked') throw error
    await tellExchange({ at: Date.now(), trouble: 'locked', said: '', goods: null, orders: null })
    return null
  }
}

/** One exchange, from the beginning to the end; what went wrong is told. */
async function exchange(ground: AgentGround, shop: ShopExchange<string>): Promise<ExchangeStanding> {
  const at = Date.now()
  const come = { goods: null as number | null, orders: null as number | null }
  let left: readonly string[] = []
  try {
    const site = findIn(ground.replica)(sites, SITE)
    if (site === null || site.gone) throw new ExchangeFault('noSite')
    if (shop.takesOrders) ({ taken: come.orders, left } = await fetchOrders(ground, shop, site))
    if (shop.sendsGoods) come.goods = await sendGoods(ground, shop, site)
    return { at, trouble: left.length > 0 ? 'ordersLeft' : null, said: shortOf(left), ...come }
  } catch (error) {
    ground.signal.throwIfAborted()
    if (!(error instanceof ExchangeFault)) throw error
    ground.log.warn({ trouble: error.trouble, said: error.said }, 'the exchange with the shop did not go well')
    return { at, trouble: error.trouble, said: error.said, ...come }
  }
}

async function fetchOrders(ground: AgentGround, shop: ShopExchange<string>, site: Site): Promise<OrdersTaken> {
  const client = await ShopClient.open(shop, 'sale', ground.signal)
  await client.init()
  const orders = await takeOrders(ground, site, await client.query())
  // Not before the server has all: cut off in between, or where one could not be read, the shop gives them again, and ids are the same.
  if (orders.left.length === 0) await client.confirm()
  return orders
}

/** The first of them, as they are shown. */
function shortOf(left: readonly string[]): string {
  const all = left.slice(0, SHOWN).join(', ')
  return left.length > SHOWN ? `${all}…` : all
}

async function sendGoods(ground: AgentGround, shop: ShopExchange<string>, site: Site): Promise<number> {
  const pictures = new Pictures({ ...ground, place: ground.cache.place('site.pictures') })
  const catalogue = await catalogueOf(ground, site, pictures, Date.now())
  const made = localAt(catalogue.made, catalogue.zone).toString({ smallestUnit: 'second' })
  const client = await ShopClient.open(shop, 'catalog', ground.signal)
  const limit = await client.init()
  const files = { 'import.xml': importXml(catalogue, made), 'offers.xml': offersXml(catalogue, made) }
  for (const [name, text] of Object.entries(files)) await client.upload(name, new TextEncoder().encode(text), limit)
  return catalogue.goods.length
}
