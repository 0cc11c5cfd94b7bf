import { proxy } from 'hono/proxy'
import * as v from 'valibot'
import type { Done } from '../../../../shared/accounts/api.ts'
import type { BridgeAddress } from '../../../../shared/calls/phones.ts'
import { BridgeGone } from '../../../telephony/bridge/bridge.ts'
import { speakerIn } from '../../../telephony/bridge/seen.ts'
import { addressOf, checkAgent } from '../../guard/caller.ts'
import { bodyOf, type Takes } from '../../guard/input.ts'
import type { App, Ask, Room } from '../../ports.ts'

const address = v.object({ url: v.pipe(v.string(), v.maxLength(200)) }) satisfies Takes<BridgeAddress>
/** Of one line alone, or what is not the bridge's to see. */
const NOT_HANDED_ON = [
  ...['connection', 'keep-alive', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'expect', 'host', 'content-length', 'cookie'],
]
/** What nobody hears who has gone. */
const CLIENT_GONE = 499

/** The way to the bridge (telephony/SPEC PH10 to PH12): all under /phone/ but what the server answers itself. */
export function bridgeRoutes(app: App, room: Room): void {
  app.put('/api/agent/bridge', async (c) => {
    checkAgent(room, c)
    const { url } = await bodyOf(c, address)
    await room.telephony.bridge.tell(url, addressOf(room, c))
    room.log.info({ url }, 'phone: the bridge listens')
    return c.json({ done: true } satisfies Done)
  })
  app.all('/phone/*', async (c) => {
    const { signal } = c.req.raw
    try {
      const body = ['GET', 'HEAD'].includes(c.req.method) ? null : await c.req.arrayBuffer()
      const answer = await room.telephony.bridge.reach((url) => handedOn(room, c, url, body), signal)
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

/** What the bridge answers. Rejects with BridgeGone where it does not, or with the reason of the request's end. */
async function handedOn(room: Room, c: Ask, url: string, body: ArrayBuffer | null): Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const { method, raw } = c.req
  const headers = new Headers(raw.headers)
  for (const name of NOT_HANDED_ON) headers.delete(name)
  headers.set('x-forwarded-for', addressOf(room, c))
  headers.set('x-forwarded-host', raw.headers.get('host') ?? '')
  try {
    return await proxy(url + pathname + search, { method, headers, body, signal: raw.signal, redirect: 'manual' })
  } catch (cause) {
    raw.signal.throwIfAborted()
    throw new BridgeGone('no answer', { cause })
  }
}
