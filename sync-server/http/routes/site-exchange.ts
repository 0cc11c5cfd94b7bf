import * as v from 'valibot'
import { SERVICE_ADDRESS } from '../../../shared/records/forms/service-address.ts'
import {
  EXCHANGE_LIMITS,
  EXCHANGE_TROUBLES,
  type ExchangeChange,
  type ExchangeStanding,
  type ExchangeView,
  type HeldExchange,
} from '../../../shared/site/exchange/settings.ts'
import { checkAgent, keeperFor } from '../guard/caller.ts'
import { bodyOf, type Takes } from '../guard/input.ts'
import { isClosed } from '../guard/this-machine.ts'
import type { App, Room } from '../ports.ts'
import { secret } from './sending.ts'

const count = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))
const change = v.object({
  exchange: v.nullable(
    v.object({
      // The password goes there with each question.
      url: v.pipe(v.string(), v.trim(), v.maxLength(1000), v.regex(SERVICE_ADDRESS), v.check(isClosed)),
      login: v.pipe(v.string(), v.trim(), v.maxLength(200)),
      password: secret,
      sendsGoods: v.boolean(),
      takesOrders: v.boolean(),
      minutes: v.pipe(
        v.number(),
        v.safeInteger(),
        v.minValue(EXCHANGE_LIMITS.fewest),
        v.maxValue(EXCHANGE_LIMITS.most),
      ),
    }),
  ),
}) satisfies Takes<ExchangeChange>
const standing = v.object({
  at: v.pipe(v.number(), v.safeInteger()),
  trouble: v.nullable(v.picklist(EXCHANGE_TROUBLES)),
  said: v.pipe(v.string(), v.maxLength(1000)),
  goods: count,
  orders: count,
}) satisfies Takes<ExchangeStanding>

/** With which other shop the company exchanges goods and orders (agents/site/SPEC WB25). */
export function exchangeRoutes(app: App, room: Room): void {
  const { exchange } = room.siteSettings
  app.get('/api/agent/site/exchange', async (c) => {
    checkAgent(room, c)
    return c.json((await exchange.whole()) satisfies HeldExchange)
  })
  app.put('/api/agent/site/exchange', async (c) => {
    checkAgent(room, c)
    await exchange.tell(await bodyOf(c, standing))
    return c.json({})
  })
  app.get('/api/site/exchange', async (c) => {
    await keeperFor(room, c)
    return c.json((await exchange.view()) satisfies ExchangeView)
  })
  app.put('/api/site/exchange', async (c) => {
    const { account } = await keeperFor(room, c)
    await exchange.change(await bodyOf(c, change), account.user, Date.now())
    room.log.info({ by: account.user }, 'site: the exchange with a shop is changed')
    return c.json((await exchange.view()) satisfies ExchangeView)
  })
}
