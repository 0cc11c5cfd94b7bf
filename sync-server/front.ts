import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Options } from './options.ts'
import { trustApp } from './tls/page/app.ts'
import { openTls, type Tls } from './tls/tls.ts'

/** Where the server listens. */
export interface Front {
  readonly server: Server
  readonly port: number
  readonly scheme: 'http' | 'https'
  /** With HTTPS: the page by which devices come to trust it. */
  readonly trust: TrustPage | null
  /** Takes no new connections. */
  close(): void
}

export interface TrustPage {
  readonly port: number
  /** Of the authority's certificate, SHA-256. */
  readonly fingerprint: string
}

type FrontOptions = Pick<Options, 'data' | 'host' | 'port' | 'address' | 'https' | 'httpPort'>

/** Takes the port, and with HTTPS that of the page beside it. Rejects with the system's own error where one is taken. */
export async function openFront(options: FrontOptions, answer: RequestListener, log: Logger): Promise<Front> {
  if (options.https) return await openHttps(options, answer, log)
  const server = createServer(answer)
  const port = await listen(server, options.port, options.host)
  return { server, port, scheme: 'http', trust: null, close: () => void server.close() }
}

async function openHttps(options: FrontOptions, answer: RequestListener, log: Logger): Promise<Front> {
  const { data, address, host } = options
  const tls = await openTls(data, address, log)
  const server = createHttpsServer(tls.present(), answer)
  const port = await listen(server, options.port, host)
  const page = createServer()
  const pagePort = await listen(page, options.httpPort, host)
  page.on('request', pageOf(tls, { program: port, page: pagePort }))
  const endKeeping = tls.keepFresh(server)
  return {
    server,
    port,
    scheme: 'https',
    trust: { port: pagePort, fingerprint: tls.authority.fingerprint256 },
    close: () => {
      endKeeping()
      server.close()
      page.close()
      page.closeAllConnections()
    },
  }
}

function pageOf({ authority }: Tls, ports: { readonly program: number; readonly page: number }): RequestListener {
  return getRequestListener(trustApp({ authority, ports }).fetch)
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
