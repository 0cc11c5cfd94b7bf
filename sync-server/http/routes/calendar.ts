import { readLink } from '../../../shared/calendar/link.ts'
import { Failure } from '../../../shared/errors.ts'
import { userBy } from '../../accounts/store/rows.ts'
import { guessedSecret } from '../guard/limits.ts'
import type { App, Ask, Room } from '../ports.ts'

/** Calendars to subscribe to, for whoever has their secret link (calendar/SPEC.md). */
export function calendarRoutes(app: App, room: Room): void {
  app.get('/calendar/:name{.+\\.ics}', async (c) => {
    const person = await guessedSecret(room, c, () => personOf(room, c))
    const now = Date.now()
    c.header('cache-control', 'private, no-cache')
    c.header('referrer-policy', 'no-referrer')
    const tag = `"${await room.feeds.tag(person, now)}"`
    c.header('etag', tag)
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
    const { text } = await room.feeds.of(person, now)
    c.header('content-disposition', 'inline; filename="calendar.ics"')
    return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
}

/** Whose calendar a link opens. Failure calendar-unknown for any other, without a word why (SPEC E13). */
async function personOf({ accounts, feeds }: Room, c: Ask): Promise<string> {
  const link = readLink(c.req.param('name') ?? '')
  if (!link || !(await feeds.opens(link))) throw new Failure('calendar-unknown')
  const user = await userBy(accounts.context.adapter, link.user)
  if (user.disabled || !user.person) throw new Failure('calendar-unknown')
  return user.person
}
