import * as v from 'valibot'
import { COLLECTIONS } from '../../../../shared/collections.ts'
import { FEED_ROWS, FEED_WAIT } from '../../../../shared/effects/feed.ts'
import { Failure } from '../../../../shared/errors.ts'
import { checkAgent } from '../../guard/caller.ts'
import type { App, Room } from '../../ports.ts'

const whole = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), v.minValue(least), v.maxValue(most))
const names = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').filter((name) => name !== '')),
  v.array(v.picklist(Object.keys(COLLECTIONS))),
)
const query = v.object({
  after: v.optional(whole(0, Number.MAX_SAFE_INTEGER), '0'),
  limit: v.optional(whole(1, FEED_ROWS.most), String(FEED_ROWS.usual)),
  wait: v.optional(whole(0, FEED_WAIT), '0'),
  collections: v.optional(names, ''),
})

/** What agents hear of the journal (effects/SPEC LG1 to LG5). */
export function feedRoutes(app: App, room: Room): void {
  app.get('/api/agent/feed', async (c) => {
    checkAgent(room, c)
    const { success, issues, output } = v.safeParse(query, c.req.query())
    if (!success) throw new Failure('request-shape', { field: v.getDotPath(issues[0]) ?? '' })
    const { wait, ...asked } = output
    return c.json(await room.feed.page(asked, wait * 1000, c.req.raw.signal))
  })
}
