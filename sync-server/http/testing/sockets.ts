import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import type { GivenReplica } from '../../../shared/accounts/api.ts'
import type { Browser } from './browser.ts'
import type { TestServer } from './server.ts'

/** Node's WebSocket takes headers in place of protocols, which the types of browsers do not know. */
export function socketOf(cookie: string, origin: string) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin } } as unknown as string[])
    }
  }
}

/** A connected device: what the server gave it, and what it heard. */
export interface Connected {
  readonly given: GivenReplica
  /** Its rights or why it was denied, and how its line was cut, in order. */
  readonly heard: string[]
  close(): void
}

/** A device of the browser's account, connected to the company's settings; as `given`, or under a fresh replica. */
export async function connected(
  { company }: TestServer,
  browser: Browser,
  given?: GivenReplica,
  form: 'replica' | 'wiping' = 'replica',
): Promise<Connected> {
  const known = given ?? ((await browser.post('/api/replica', { label: 'Планшет' })).body as unknown as GivenReplica)
  const heard: string[] = []
  const socket = new HocuspocusProviderWebsocket({
    url: `${browser.url.replace('http', 'ws')}/sync`,
    WebSocketPolyfill: socketOf(browser.cookie, browser.url),
    delay: 100,
    minDelay: 50,
    onDisconnect: ({ event }) => heard.push(`cut ${event.code}`),
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: `${company}/setup`,
    document: new Y.Doc(),
    token: form === 'replica' ? `replica:${known.replica}` : `wiping:${known.replica}:${known.key}`,
    onAuthenticated: ({ scope }) => heard.push(scope),
    onAuthenticationFailed: ({ reason }) => heard.push(reason),
  })
  provider.attach()
  const close = () => {
    provider.destroy()
    socket.destroy()
  }
  return { given: known, heard, close }
}
