import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import crossws from 'crossws/adapters/node'

/** What a bridge heard of one request. */
export interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/**
 * A bridge that tells back what it is told. `/phone/v1/slow` is answered when it is let go, `/phone/v1/refused` with 401; sockets
 * echo, but those that come without a key.
 */
export async function startBridge(port = 0) {
  const heard: Heard[] = []
  let ended = 0
  const waiting: (() => void)[] = []
  const sockets = crossws({
    hooks: {
      upgrade: ({ headers }) => (headers.get('authorization') ? undefined : new Response('no key', { status: 401 })),
      open: (peer) => void peer.send(`hello ${peer.request.headers.get('x-forwarded-for')}`),
      message: (peer, message) => void peer.send(message.text()),
      close: () => {
        ended++
      },
    },
  })
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    response.once('close', () => {
      if (!response.writableFinished) ended++
    })
    const one = { method, url, headers, body: await text(request) }
    heard.push(one)
    if (url.startsWith('/phone/v1/slow')) await new Promise<void>((go) => waiting.push(go))
    response
      .writeHead(url.startsWith('/phone/v1/refused') ? 401 : 200, {
        'x-bridge': 'yes',
        'content-type': 'application/json',
      })
      .end(JSON.stringify(one))
  })
  server.on('upgrade', (request, socket, head) => void sockets.handleUpgrade(request, socket, head))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: given } = server.address() as AddressInfo
  return {
    port: given,
    url: `http://127.0.0.1:${given}`,
    heard,
    /** How many of its lines ended before it had answered, and how many sockets did. */
    ended: () => ended,
    /** How many requests wait to be let go. */
    waiting: () => waiting.length,
    letGo: () => {
      for (const go of waiting.splice(0)) go()
    },
    /** Ends it as a killed process would: nothing is answered any more. */
    async stop(): Promise<void> {
      const closed = once(server, 'close')
      server.close()
      sockets.closeAll(1001, undefined, true)
      server.closeAllConnections()
      for (const go of waiting.splice(0)) go()
      await closed
    },
  }
}

export type TestBridge = Awaited<ReturnType<typeof startBridge>>
