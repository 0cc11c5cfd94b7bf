import * as v from 'valibot'
import { SITE, sites } from '../../../shared/site/collections.ts'
import type { AgentDoor, DoorChange, DoorTried, DoorView, Reach } from '../../../shared/site/settings.ts'
import { SITE_TROUBLES, type SiteStanding } from '../../../shared/site/standing.ts'
import { tryDoor } from '../../site/settings/try-door.ts'
import { checkAgent, keeperFor, sessionFor } from '../guard/caller.ts'
import { bodyOf, type Takes } from '../guard/input.ts'
import { isClosed } from '../guard/this-machine.ts'
import type { App, Room } from '../ports.ts'
import { secret } from './sending.ts'
import { exchangeRoutes } from './site-exchange.ts'

/** The key goes there: without TLS to this machine alone, where nobody reads on the way. */
const address = v.pipe(v.string(), v.trim(), v.maxLength(300), v.check(isClosed))
const change = v.object({ apart: v.nullable(v.object({ address, key: secret })) }) satisfies Takes<DoorChange>

const standing = v.object({
  trouble: v.optional(v.nullable(v.picklist(SITE_TROUBLES))),
  published: v.optional(v.pipe(v.number(), v.safeInteger())),
  goods: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  aside: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
}) satisfies Takes<SiteStanding>

/** Where the company's site stands (site/SPEC ST5). */
export function siteRoutes(app: App, room: Room): void {
  const { siteSettings } = room
  app.get('/api/agent/door', async (c) => {
    checkAgent(room, c)
    return c.json((await siteSettings.whole()) satisfies AgentDoor)
  })
  app.put('/api/agent/site', async (c) => {
    checkAgent(room, c)
    const told = await bodyOf(c, standing)
    const { shop } = await siteSettings.view()
    await room.author.write((tx) => {
      const { published, goods, trouble, aside } = told
      const made = published === undefined ? {} : { published, goods: goods ?? null, shop }
      const said = { ...(trouble !== undefined && { trouble }), ...(aside !== undefined && { aside }) }
      if (tx.find(sites, SITE)) tx.set(sites, SITE, { ...said, ...made })
    })
    return c.json({})
  })
  app.post('/api/site/door/try', async (c) => {
    await keeperFor(room, c)
    const door = await siteSettings.wouldBe(await bodyOf(c, change))
    return c.json((door ? await tryDoor(door) : { is: 'open' }) satisfies DoorTried)
  })
  exchangeRoutes(app, room)
  app.get('/api/site/door', async (c) => {
    await keeperFor(room, c)
    return c.json((await siteSettings.view()) satisfies DoorView)
  })
  app.get('/api/site/reach', async (c) => {
    await sessionFor(room, c)
    const { isPublic } = await siteSettings.view()
    return c.json({ isPublic } satisfies Reach)
  })
  app.put('/api/site/door', async (c) => {
    const { account } = await keeperFor(room, c)
    const { apart } = await bodyOf(c, change)
    await siteSettings.change({ apart }, account.user, Date.now())
    room.log.info({ by: account.user, address: apart?.address ?? null }, 'site: where it stands is changed')
    return c.json((await siteSettings.view()) satisfies DoorView)
  })
}
