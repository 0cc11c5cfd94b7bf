import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import { type BridgeAddress, LINE_STANDINGS } from '../../../../shared/calls/phones.ts'
import { handedOn, type PhoneAsked } from '../../../telephony/bridge/requests.ts'
import { speakerIn } from '../../../telephony/bridge/seen.ts'
import { addressOf, checkAgent } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import type { App, Ask, Room } from '../../ports.ts'

const address = v.object({
  url: v.pipe(v.string(), v.maxLength(200)),
  lines: v.exactOptional(v.record(v.string(), v.picklist(LINE_STANDINGS))),
}) satisfies Takes<BridgeAddress>
/** What nobody hears who has gone. */
const CLIENT_GONE = 499

/** The way to the bridge (telephony/SPEC PH10 to PH12): all under /phone/ but what the server answers itself. */
export function bridgeRoutes(app: App, room: Room): void {
  app.put('/api/agent/bridge', async (c) => {
    checkAgent(room, c)
    const { url, lines = {} } = await bodyOf(c, address)
    await room.telephony.bridge.tell(url, addressOf(room, c))
    room.telephony.standings.tell(lines, Date.now())
    room.log.info({ url }, 'phone: the bridge listens')
    return c.json({ done: true } satisfies Done)
  })
  app.all('/phone/*', async (c) => {
    const { signal } = c.req.raw
    try {
      const asked = await askedBy(room, c)
      const answer = await room.telephony.bridge.reach((url) => handedOn(url, asked), signal)
      if (answer.ok)
        room.telephony.seen.note(
          speakerIn(c.req.path, (name) => c.req.header(name)),
          Date.now(),
        )
      return answer
    } catch (error) {
      if (signal.aborted) return new Response(null, { status: CLIENT_GONE })
      throw error
    }
  })
}

async function askedBy(room: Room, c: Ask): Promise<PhoneAsked> {
  const { method, raw } = c.req
  const body = new Uint8Array(await c.req.arrayBuffer())
  return {
    ...{ method, body, path: c.env.incoming.url ?? '', from: addressOf(room, c) },
    ...{ headers: raw.headers, signal: raw.signal },
  }
}
