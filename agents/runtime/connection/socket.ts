import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { endSilence, SILENCE } from '../../../shared/line/silence.ts'
import { watchWaysIn } from '../../../shared/line/watch.ts'
import type { WaysIn } from '../../../shared/line/ways-in.ts'

/** The one line that all documents share, and by which they are attached to it. */
export interface Socket {
  readonly provider: HocuspocusProviderWebsocket
  readonly ways: WaysIn
}

/** Opens the line. It comes back by itself, after 0.2 to 5 seconds; silent for `silence` ms, it is given up. */
export function openSocket(address: string, silence = SILENCE): Socket {
  const url = new URL('/sync', address)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const provider = new HocuspocusProviderWebsocket({
    url: url.href,
    delay: 400,
    minDelay: 200,
    maxDelay: 5000,
    messageReconnectTimeout: silence,
  })
  endSilence(provider)
  return { provider, ways: watchWaysIn(provider) }
}
