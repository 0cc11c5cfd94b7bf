import { vi } from 'vitest'
import type * as Y from 'yjs'
import type { GivenReplica } from '../../../../shared/accounts/api.ts'
import type { CommandArgs, CommandName } from '../../../../shared/commands.ts'
import type { Role } from '../../../../shared/documents/roles.ts'
import { socketWith } from '../../../../sync-server/sync/testing/device.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { type Relay, startRelay } from '../../../../tests/support/relay/relay.ts'
import { openStores } from '../../device/device-stores.ts'
import { type Given, replicaOf } from '../../device/replica.ts'
import { TestDisk } from '../../disk/testing/test-disk.ts'
import type { Stores } from '../../documents/stores.ts'
import { savedOf } from '../../page/saved/saved.ts'
import type { Answer, ListAnswer, ListQuery, Query, RecordAnswer, StatusAnswer } from '../../queries/query.ts'
import { Session } from '../session.ts'

/** Soon enough for a test, and longer than the test server's shelves take, ms. */
const LINGER = 150

/** A list of all orders that are not removed. */
export const ALL_ORDERS: ListQuery = {
  what: 'list',
  collection: 'orders',
  filter: [],
  search: '',
  sort: [],
  group: [],
  from: 0,
  to: 1000,
}

/** What a device needs to know of its server. */
export interface Served {
  readonly url: string
  readonly company: string
  /** That gives names to devices that are not signed in by HTTP. */
  readonly storage?: { addReplica(user: string, label: string, at: number): Promise<string> }
}

/** How a device that takes documents whole, by HTTP, is signed in. */
export interface Web {
  readonly cookie: string
  /** What such documents must be made by. */
  readonly maker: string
}

/** Devices that ask by HTTP, by the address of their line: all share one `fetch`. */
const WEBS = new Map<string, { readonly cookie: string; readonly device: TestDevice }>()

/** A device's session in this process, behind a line of its own to a real server; its disk outlives it. */
export class TestDevice {
  readonly user: string
  readonly line: Relay
  /** Names of the documents that are open, without the company. */
  open = new Set<string>()
  /** Names of those whose stores were read. */
  read = new Set<string>()
  /** Every document that was opened since the session began, each time. */
  readonly opened: string[] = []
  linger = LINGER
  /** Told of every document that is opened, by its whole name. */
  opens: (name: string, doc: Y.Doc) => void = () => {}
  /** What becomes of the answers to what it asks by HTTP. */
  answers: (response: Response) => Response | Promise<Response> = (response) => response
  /** The build that runs. */
  build = 'one'
  #disk = new TestDisk()
  #server: Served
  #given: Given | null = null
  readonly #role: Role
  readonly #limit: number | undefined
  readonly #web: Web | undefined
  #session: Session | null = null
  #subs = 0

  private constructor(server: Served, user: string, role: Role, limit: number | undefined, line: Relay, web?: Web) {
    this.#server = server
    this.#web = web
    this.#limit = limit
    this.user = user
    this.#role = role
    this.line = line
  }

  /** A device of the user; `limit` as of the server, bytes, where that is not what devices are built for. */
  static async begin(server: Served, user: string, role: Role, limit?: number): Promise<TestDevice> {
    const device = await TestDevice.#make(server, user, role, limit)
    await device.start()
    return device
  }

  /** A device of the user that takes documents whole; it is off yet. */
  static make(server: Served, user: string, role: Role, web: Web): Promise<TestDevice> {
    return TestDevice.#make(server, user, role, undefined, web)
  }

  static async #make(server: Served, user: string, role: Role, limit?: number, web?: Web): Promise<TestDevice> {
    const line = await startRelay({ target: Number(new URL(server.url).port) })
    return new TestDevice(server, user, role, limit, line, web)
  }

  /** What it keeps by; another one after each start. */
  get disk(): TestDisk {
    return this.#disk
  }

  /** The name under which it writes. */
  get replica(): string {
    return this.#given?.replica ?? ''
  }

  /** Its line leads to another server from now on, of the same company; what is open goes on. */
  move(server: Served): void {
    this.#server = server
    this.line.aim(Number(new URL(server.url).port))
  }

  get session(): Session {
    if (!this.#session) throw new Error('the device is off')
    return this.#session
  }

  /** Opens the session on what stands on the disk, and waits until it is open. */
  async start(): Promise<void> {
    await this.begin()
    await this.session.opened
  }

  /** Opens the session on what stands on the disk; where answers are remembered, it goes on opening. */
  async begin(): Promise<void> {
    this.opened.length = 0
    vi.unstubAllGlobals()
    vi.stubGlobal('WebSocket', socketWith(this.#web?.cookie ?? this.user))
    if (this.#web) vi.stubGlobal('fetch', this.#fetcher(this.#web))
    const { company } = this.#server
    const kept = await openStores(this.#disk, `${company}/${this.user}`, this.build)
    this.#given = await replicaOf(kept.meta, () => this.#askReplica())
    const names = { name: this.user, email: '', person: this.user, companyName: '' }
    this.#session = await Session.open({
      account: { ...names, user: this.user, role: this.#role, company },
      kept: { ...kept, stores: this.#watched(kept.stores) },
      given: this.#given,
      url: `http://127.0.0.1:${this.line.port}`,
      linger: this.linger,
      build: this.build,
      ...(this.#limit !== undefined && { limit: this.#limit }),
      ...(this.#web && { maker: this.#web.maker }),
    })
    const { session } = this
    void session.unknown.then(() => this.#again(session))
  }

  /** The browser's own has the cookie by itself. */
  #fetcher({ cookie }: Web): typeof fetch {
    const { fetch } = globalThis
    WEBS.set(this.#origin, { cookie, device: this })
    return async (address, init) => {
      const web = WEBS.get(new URL(String(address)).origin)
      if (!web) return fetch(address, init)
      return web.device.answers(await fetch(address, { ...init, headers: { ...init?.headers, cookie: web.cookie } }))
    }
  }

  get #origin(): string {
    return `http://127.0.0.1:${this.line.port}`
  }

  /** As the desk does when the server does not know the device any more. */
  async #again(session: Session): Promise<void> {
    if (this.#session !== session) return
    this.#session = null
    await session.close()
    await this.start()
  }

  async #askReplica(): Promise<Given> {
    // A server of the sync alone gives no names by HTTP.
    if (this.#web && this.#server.url.startsWith('http')) return this.#askByHttp(this.#web)
    const { storage } = this.#server
    if (!storage) throw new Error('without the storage a device needs a cookie')
    return { replica: await storage.addReplica(this.user, 'test', Date.now()), key: null, offset: 0 }
  }

  /** As a browser does it; such a device has a key. */
  async #askByHttp({ cookie }: Web): Promise<Given> {
    const response = await fetch(`${this.#server.url}/api/replica`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ label: 'test' }),
    })
    if (!response.ok) throw new Error(`no name is given: ${response.status} ${await response.text()}`)
    const { replica, key } = (await response.json()) as GivenReplica
    return { replica, key, offset: 0 }
  }

  /** Ends the session at once, as a killed browser does: nothing of what it does from now on reaches the disk. */
  async kill(): Promise<void> {
    const { session } = this
    this.#disk = this.#disk.copy()
    this.#session = null
    await session.close()
  }

  /** Puts an update into a document's store, and a note that a key of it is unsent, behind the back of a device that is off. */
  tamper(document: string, update: Uint8Array, collection: string, key: string): void {
    const { company } = this.#server
    const name = `${company}/${document}`
    const account = `${company}/${this.user}`
    const outbox = this.#disk.rows(account, 'outbox')
    const seq = 1_000_000 + outbox.size
    this.#disk.rows(`${account}/${name}`, 'updates').set(seq, update)
    outbox.set(seq, { seq, document: name, at: 0, keys: [{ collection, key }] })
  }

  /** Kills the session and opens it again. */
  async restart(): Promise<void> {
    await this.kill()
    await this.start()
  }

  run<N extends CommandName>(name: N, args: CommandArgs<N>) {
    return this.session.run(name, args)
  }

  /** Follows a query; returns its undo. */
  subscribe(query: Query, take: (answer: Answer) => void): () => void {
    const sub = `${++this.#subs}`
    const { live } = this.session
    live.subscribe(sub, query, take)
    return () => live.unsubscribe(sub)
  }

  /** The next answer of a query. */
  ask(query: Query): Promise<Answer> {
    return new Promise((resolve) => {
      const end = this.subscribe(query, (answer) => {
        end()
        resolve(answer)
      })
    })
  }

  async record(id: string): Promise<RecordAnswer> {
    return (await this.ask({ what: 'record', collection: 'orders', id })) as RecordAnswer
  }

  async list(): Promise<ListAnswer> {
    const sort = [{ field: 'id', down: false }]
    return (await this.ask({ ...ALL_ORDERS, sort })) as ListAnswer
  }

  async status(): Promise<StatusAnswer> {
    return (await this.ask({ what: 'status' })) as StatusAnswer
  }

  /** Resolves when the screen would say that all is saved on the server. */
  async saved(): Promise<void> {
    await eventually(async () => savedOf(await this.status()).is).toBe('server')
  }

  /** Whoever has its port next is asked as himself. */
  async end(): Promise<void> {
    WEBS.delete(this.#origin)
    await this.#session?.close()
    await this.line.close()
  }

  /** Notes what is open. */
  #watched(stores: Stores): Stores {
    const rest = (name: string) => name.split('/').slice(2).join('/').replace(`${this.#server.company}/`, '')
    const open = new Set<string>()
    const read = new Set<string>()
    this.open = open
    this.read = read
    return {
      isEmpty: (name) => stores.isEmpty(name),
      columns: (name, collections) => stores.columns(name, collections),
      index: (name, tag, shelved) => stores.index(name, tag, shelved),
      putIndex: (name, tag, make) => stores.putIndex(name, tag, make),
      put: (name, parcel, collections) => stores.put(name, parcel, collections),
      open: (name, doc, isAnew) => {
        open.add(rest(name))
        this.opened.push(rest(name))
        this.opens(name, doc)
        const store = stores.open(name, doc, isAnew)
        void store.loaded.then(() => read.add(rest(name)))
        return {
          loaded: store.loaded,
          get isFresh() {
            return store.isFresh
          },
          flushed: () => store.flushed(),
          keepColumns: (make) => store.keepColumns(make),
          close: async () => {
            await store.close()
            open.delete(rest(name))
          },
        }
      },
    }
  }
}
