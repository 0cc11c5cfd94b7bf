import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { watchWaysIn } from '../../../shared/line/watch.ts'
import type { WaysIn } from '../../../shared/line/ways-in.ts'

/** The one line that all documents share, and by which they are attached to it. */
export interface Socket {
  readonly provider: HocuspocusProviderWebsocket
  readonly ways: WaysIn
}

/** Opens the line. It comes back by itself, after 0.2 to 5 seconds. */
export function openSocket(address: string): Socket {
  const url = new URL('/sync', address)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const provider = new HocuspocusProviderWebsocket({
    url: url.href,
    delay: 400,
    minDelay: 200,
    maxDelay: 5000,
    messageReconnectTimeout: 20_000,
  })
  return { provider, ways: watchWaysIn(provider) }
}
