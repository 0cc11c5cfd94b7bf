import type { Server } from 'node:http'
import { Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { LARGEST_UPDATE } from '../../shared/documents/update-limit.ts'
import { presenceDocument } from '../../shared/presence/presence.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { Clock } from '../../shared/records/keys/stamp.ts'
import { DAY_MS } from '../../shared/time/days.ts'
import type { Storage } from '../storage/storage.ts'
import { type Author, makeAuthor } from './author.ts'
import { Door, type Identify } from './connection/door.ts'
import { Intake, REFUSED } from './connection/intake.ts'
import { Sockets, type TakeUpgrade } from './connection/line/sockets.ts'
import { Neighbours } from './connection/presence/neighbours.ts'
import { Presence } from './connection/presence/presence.ts'
import type { Context } from './connection/session.ts'
import { Library } from './documents/library.ts'
import { companyZone } from './journal/calendar.ts'
import { Journal, type Journalled } from './journal/journal.ts'
import { LostNumbers } from './journal/lost-numbers.ts'
import { outboxMetrics } from './metrics/outboxes.ts'
import { storedMetrics } from './metrics/stored.ts'
import { type Metrics, makeMetrics } from './metrics/sync.ts'
import { Refusals, reasonOf } from './refusals.ts'
import { StorageHealth } from './storage-health.ts'
import { type Cuts, cutStored } from './upkeep/cutting.ts'
import { Upkeep } from './upkeep/upkeep.ts'

/** The replica under whose name the server writes. */
export const SERVER = 'server'
/** A document is packed when it has been quiet for 30 days. */
const PACKING = { quiet: 30 * DAY_MS, every: 3_600_000 }
/** With what the connections of a document end that was packed. */
const RENEWED = { code: REFUSED, reason: reasonOf('document-packed') }

export interface SyncOptions {
  readonly storage: Storage
  readonly identify: Identify
  readonly serviceKey: string
  readonly registry: Registry
  readonly log: Logger
  /** The greatest update that is taken, bytes; what devices are built for when nothing else is said. */
  readonly limit?: number
  /** After how many journal rows of a document its snapshot is made anew. */
  readonly compactAfter?: number
  /** After how long a quiet document is packed, and how often such are looked for, ms. */
  readonly packing?: { readonly quiet: number; readonly every: number }
  /** How long the shelves wait for more changes, ms. */
  readonly shelfDelay?: number
  /** The `redis://` address by which servers of the company tell each other who is present; null: there are no others. */
  readonly redisUrl?: string | null
  /** Whether a page with these headers may open a socket: one of our own. */
  readonly isWelcome?: (headers: Headers) => boolean
}

/** How the sync server is. */
export interface SyncHealth {
  readonly ok: boolean
  /** Whether no transaction of the journal has failed since storage proved last that it takes them. */
  readonly storage: boolean
  readonly sockets: number
  readonly documents: number
  readonly journal: number
}

/** The running sync server. */
export interface Sync {
  readonly author: Author
  /** Takes the WebSockets of an HTTP server, at `/sync`; those of other paths go to `elsewhere`, which says whether it takes them. */
  attach(server: Server, elsewhere?: TakeUpgrade): void
  /** Closes all sockets of a user; his devices come back with the rights that he has now. */
  disconnect(user: string): void
  /** Replicas that are connected now. */
  online(): ReadonlySet<string>
  health(): SyncHealth
  /** Whether this process keeps what is kept once for all processes of the company (SPEC J23). */
  isKeeper(): boolean
  /** The zone of the company's clock. Failure document-damaged where that cannot be read. */
  zone(): Promise<string>
  /** As `cutStored`. */
  cut(document: string, cuts: Cuts): Promise<number>
  /** The records of a collection of the company's settings. Failure document-damaged. */
  inSetup<C extends Collection>(collection: C): Promise<readonly Row<C>[]>
  /** Calls the listener when something was journalled, by this process or another. */
  onJournal(listener: () => void): void
  /** Answers what came, closes all sockets, makes snapshots where that is cheap. The storage stays open. */
  stop(): Promise<void>
}

/** Starts the sync server upon a storage. */
export async function createSync(options: SyncOptions): Promise<Sync> {
  const house = new House(options)
  await house.prepare()
  return {
    author: house.author,
    attach: (server, elsewhere) => house.sockets.attach(server, elsewhere),
    disconnect: (user) => house.sockets.disconnect(user),
    online: () => house.online(),
    health: () => house.health(),
    isKeeper: () => house.isKeeper,
    zone: () => house.zone(),
    cut: (document, cuts) => house.cut(document, cuts),
    inSetup: (collection) => house.inSetup(collection),
    onJournal: (listener) => house.onJournal.add(listener),
    stop: () => house.stop(),
  }
}

class House {
  readonly #log: Logger
  readonly #metrics: Metrics
  readonly #library: Library
  readonly #journal: Journal
  readonly #hocuspocus: Hocuspocus<Context>
  readonly #upkeep: Upkeep
  readonly #neighbours: Neighbours | null
  readonly #storage: Storage
  readonly #clock = new Clock(SERVER, Date.now)
  readonly #health = new StorageHealth(() => this.#follow())
  readonly sockets: Sockets
  readonly author: Author
  #leave: () => Promise<void> = async () => undefined
  #following: Promise<void> = Promise.resolve()
  #isTold = false
  #lastJournal = 0
  readonly onJournal = new Set<() => void>()
  isKeeper = false

  constructor(options: SyncOptions) {
    const { storage, registry, log, limit = LARGEST_UPDATE, identify, serviceKey, isWelcome = () => true } = options
    this.#log = log
    this.#storage = storage
    this.#metrics = makeMetrics(registry, {
      sockets: () => this.sockets.size,
      documents: () => this.#library.size,
      connections: () =>
        [...this.#hocuspocus.documents.values()].reduce((sum, one) => sum + one.getConnectionsCount(), 0),
      replicas: () => this.sockets.replicas.size,
    })
    storedMetrics(registry, storage)
    outboxMetrics(registry, () => this.#outboxes())
    const refusals = new Refusals(storage, this.#metrics, log)
    this.#library = new Library(storage)
    this.#journal = this.#makeJournal()
    this.author = makeAuthor(this.#journal, this.#library, storage.company, this.#clock)
    this.#upkeep = new Upkeep({
      storage,
      journal: this.#journal,
      library: this.#library,
      author: this.author,
      metrics: this.#metrics,
      log,
      clock: this.#clock,
      setup: this.#setup,
      compactAfter: options.compactAfter ?? 500,
      packing: options.packing ?? PACKING,
      shelfDelay: options.shelfDelay ?? 1000,
      renewed: (document) => this.#renew(document),
    })
    const door = new Door(storage, identify, serviceKey)
    const lost = new LostNumbers({ storage, journal: this.#journal, library: this.#library, setup: this.#setup })
    const shown = (words: string) => lost.take(words)
    const intake = new Intake({ door, journal: this.#journal, library: this.#library, refusals, shown, limit })
    this.#neighbours = options.redisUrl ? new Neighbours(options.redisUrl, storage.company, log) : null
    this.#hocuspocus = hocuspocusWith(intake, new Presence(storage.company), this.#neighbours, limit)
    this.sockets = new Sockets({ hocuspocus: this.#hocuspocus, refusals, limit, isWelcome })
  }

  async prepare(): Promise<void> {
    const { last } = await this.#storage.news(Number.MAX_SAFE_INTEGER)
    this.#lastJournal = last
    this.#journal.begin(last)
    this.#leave = await this.#storage.join({
      told: () => this.#follow(),
      keeps: () => {
        this.isKeeper = true
        return this.#upkeep.begin()
      },
      keepsNoMore: () => {
        this.isKeeper = false
        return this.#upkeep.end()
      },
    })
  }

  online(): ReadonlySet<string> {
    return new Set([...this.sockets.replicas, ...(this.#neighbours?.replicas ?? [])])
  }

  health(): SyncHealth {
    const counts = { sockets: this.sockets.size, documents: this.#library.size, journal: this.#lastJournal }
    return { ok: this.#health.isWell, storage: this.#health.isWell, ...counts }
  }

  zone(): Promise<string> {
    return this.#journal.between(() => companyZone(this.#library, this.#setup))
  }

  cut(document: string, cuts: Cuts): Promise<number> {
    const [storage, journal, clock] = [this.#storage, this.#journal, this.#clock]
    return cutStored(document, cuts, { storage, journal, clock, renewed: (name) => this.#renew(name) })
  }

  inSetup<C extends Collection>(collection: C): Promise<readonly Row<C>[]> {
    return this.#journal.between(async () => [...(await this.#library.open(this.#setup)).records(collection).rows()])
  }

  async stop(): Promise<void> {
    this.sockets.pause()
    await this.#journal.idle()
    this.sockets.close()
    this.#neighbours?.close()
    await this.#leave()
    this.#health.end()
    await this.#following
    await this.#journal.idle()
  }

  /** Told again while it follows, it follows once more. */
  #follow(): void {
    if (this.#isTold) return
    this.#isTold = true
    this.#following = this.#following.then(async () => {
      this.#isTold = false
      await this.#hear().catch((err) => {
        this.#log[this.#health.isWell ? 'warn' : 'debug']({ err }, 'journal not followed')
        this.#health.failed()
      })
    })
  }

  /** A turn may fail while this reads: then nothing is proved by it. */
  async #hear(): Promise<void> {
    const { failures } = this.#health
    if (!this.#health.isWell) await this.#storage.prove()
    await this.#journal.follow()
    if (this.#health.failures === failures) this.#health.recovered()
  }

  /** Devices fetch the document anew and bring what they had not sent yet. */
  #renew(document: string): void {
    this.#library.retire(document)
    const open = this.#hocuspocus.documents.get(document)
    for (const connection of open?.getConnections() ?? []) connection.close(RENEWED)
  }

  /** How old the oldest unsent write of each connected device is, as far as it has some, ms. */
  #outboxes(): number[] {
    const told = this.#hocuspocus.documents.get(presenceDocument(this.#storage.company))
    return (told?.getConnections() ?? []).flatMap(({ context }) => context.session?.outbox.age(Date.now()) ?? [])
  }

  get #setup(): string {
    return `${this.#storage.company}/setup`
  }

  #makeJournal(): Journal {
    return new Journal({
      storage: this.#storage,
      library: this.#library,
      setup: this.#setup,
      clock: this.#clock,
      onWritten: (written, ms) => this.#onWritten(written, ms),
      onHeard: (heard) => this.#note(heard),
      onRenewed: (document) => this.#renew(document),
      onFailed: () => this.#health.failed(),
      onBroken: (document, err) => {
        this.#log.fatal({ document, err }, 'document does not take its own journal')
        this.#hocuspocus.closeConnections(document)
      },
    })
  }

  #onWritten(written: readonly Journalled[], ms: number): void {
    this.#metrics.journalSeconds.observe(ms / 1000)
    for (const { bytes, waited } of written) {
      if (waited !== null) this.#metrics.journalLag.observe(waited / 1000)
      this.#metrics.updates.inc()
      this.#metrics.bytes.inc(bytes)
    }
    this.#note(written)
  }

  #note(journalled: readonly Journalled[]): void {
    this.#lastJournal = journalled.reduce((last, { number }) => Math.max(last, number), this.#lastJournal)
    this.#metrics.journal.set(this.#lastJournal)
    for (const one of journalled) this.#upkeep.note(one)
    for (const listener of this.onJournal) listener()
  }
}

/**
 * Nothing hangs on `onStoreDocument`: what is applied is on the disk already. The queue before authentication is only
 * what a device sends on top of its handshake.
 */
function hocuspocusWith(
  intake: Intake,
  presence: Presence,
  neighbours: Neighbours | null,
  limit: number,
): Hocuspocus<Context> {
  return new Hocuspocus<Context>({
    quiet: true,
    maxPendingDocuments: 5000,
    maxUnauthenticatedQueueSize: limit,
    maxUnauthenticatedQueueMessages: 100_000,
    onAuthenticate: (payload) => intake.authenticate(payload),
    onLoadDocument: (payload) => intake.load(payload),
    connected: (payload) => intake.connected(payload),
    beforeSync: (payload) => intake.take(payload),
    beforeHandleAwareness: async (payload) => presence.take(payload),
    onStateless: (payload) => intake.stateless(payload),
    afterLoadDocument: async (payload) => neighbours?.loaded(payload),
    afterUnloadDocument: async ({ documentName }) => neighbours?.unloaded(documentName),
    onAwarenessUpdate: async (payload) => neighbours?.changed(payload),
  })
}
