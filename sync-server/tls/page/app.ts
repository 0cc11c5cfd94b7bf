import type { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { languageOf } from '../../http/guard/language.ts'
import { networkIps } from '../addresses.ts'
import { type System, trustPage } from './page.ts'

const STYLES = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8')

/** What the page speaks of. */
export interface TrustOptions {
  readonly authority: X509Certificate
  /** The port of the program, over HTTPS, and of this page. */
  readonly ports: { readonly program: number; readonly page: number }
}

/**
 * The page over plain HTTP by which a tablet comes to trust this server. It shows the address by which it was asked for;
 * on the server's own machine, whose `localhost` no tablet knows, an address of the network.
 */
export function trustApp({ authority, ports }: TrustOptions): Hono {
  const app = new Hono()
  const own = ["'self'"]
  app.use(
    '*',
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: own }, xFrameOptions: 'DENY' }),
  )
  app.get('/page.css', (c) => c.body(STYLES, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/voronka.crt', (c) =>
    c.body(new Uint8Array(authority.raw), 200, {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'inline; filename="voronka.crt"',
    }),
  )
  app.get('/', (c) => {
    const host = hostFor(c.req.header('host') ?? '')
    const language = languageOf(c.req.query('lang'), c.req.header('accept-language') ?? '')
    const page = `http://${host}:${ports.page}/`
    const program = `https://${host}:${ports.program}/`
    return c.html(
      trustPage({ language, systems: systemsOf(c.req.header('user-agent') ?? ''), page, program, authority }),
    )
  })
  app.get('*', (c) => c.redirect('/'))
  return app
}

/** The host by which a device of the network reaches what was asked for under this one. */
function hostFor(header: string): string {
  const asked = URL.canParse(`http://${header}`) ? new URL(`http://${header}`).hostname : 'localhost'
  const isHere = asked === 'localhost' || asked === '[::1]' || asked.startsWith('127.')
  const [first] = networkIps()
  if (!isHere || first === undefined) return asked
  return isIP(first) === 6 ? `[${first}]` : first
}

/** What looks at the page, as far as it says so: Safari on an iPad says that it is on a Mac. */
function systemsOf(agent: string): readonly System[] {
  if (/Android/.test(agent)) return ['android']
  if (/iPad|iPhone/.test(agent)) return ['ipad']
  if (/Windows/.test(agent)) return ['windows']
  return /Macintosh/.test(agent) ? ['ipad', 'mac'] : []
}
