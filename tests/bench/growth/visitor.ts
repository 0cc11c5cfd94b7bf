import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as v from 'valibot'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { formatToken } from '../../../shared/documents/token.ts'
import { generationOf } from '../../../shared/records/packing/generation.ts'
import { Browser } from '../../../sync-server/http/testing/browser.ts'

const OWNER = { email: 'owner@bench.example', password: 'the bench of the house' }
const given = v.object({ replica: v.string(), company: v.string() })

/** Founds the company of a server that has none. */
export async function foundAt(url: string): Promise<void> {
  const company = { company: 'Bench', language: 'ru', zone: 'Europe/Moscow', currency: 'RUB', demo: false }
  const { status } = await new Browser(url).post('/api/setup', { ...company, owner: { name: 'Bench', ...OWNER } })
  if (status !== 200) throw new Error(`The company was not made: ${status}`)
}

/** The owner's device, signed in. */
export class Visitor {
  readonly browser: Browser
  readonly company: string
  readonly #replica: string

  private constructor(browser: Browser, company: string, replica: string) {
    this.browser = browser
    this.company = company
    this.#replica = replica
  }

  static async signIn(url: string): Promise<Visitor> {
    const browser = new Browser(url)
    await browser.post('/api/auth/sign-in/email', OWNER)
    const { company, replica } = v.parse(given, (await browser.post('/api/replica', { label: 'bench' })).body)
    return new Visitor(browser, company, replica)
  }

  /** Gets a document, by its name without the company, into what of it is here; over when that is in step. */
  get(rest: string, doc: Y.Doc): Promise<void> {
    const { url, cookie } = this.browser
    const token = formatToken({ who: `replica:${this.#replica}`, generation: generationOf(doc) })
    const line = { url: `${url.replace('http', 'ws')}/sync`, name: `${this.company}/${rest}`, token }
    return inStep({ ...line, headers: { cookie, origin: url } }, doc)
  }
}

interface Line {
  readonly url: string
  readonly name: string
  readonly token: string
  readonly headers: Readonly<Record<string, string>>
}

/** Opens a line for one document, and closes it when the server has answered. */
export async function inStep({ url, name, token, headers }: Line, document: Y.Doc): Promise<void> {
  class WithHeaders extends WebSocket {
    constructor(address: string) {
      super(address, { headers })
    }
  }
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WithHeaders })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const provider = new HocuspocusProvider({
    ...{ websocketProvider: socket, name, document, token, awareness: null },
    onSynced: () => resolve(),
    onAuthenticationFailed: ({ reason }) => reject(new Error(`${name} was not opened: ${reason}`)),
  })
  provider.attach()
  try {
    await promise
  } finally {
    provider.destroy()
    socket.destroy()
  }
}
