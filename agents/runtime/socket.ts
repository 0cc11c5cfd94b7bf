import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'

/** Opens the one line that all documents share. It comes back by itself, after 0.2 to 5 seconds. */
export function openSocket(address: string): HocuspocusProviderWebsocket {
  const url = new URL('/sync', address)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return new HocuspocusProviderWebsocket({
    url: url.href,
    delay: 400,
    minDelay: 200,
    maxDelay: 5000,
    messageReconnectTimeout: 20_000,
  })
}
