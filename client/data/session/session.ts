import { COMMANDS, type CommandArgs, type CommandName } from '../../../shared/commands.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import type { FailureCode } from '../../../shared/errors.ts'
import { type Look, presenceDocument } from '../../../shared/presence/presence.ts'
import { Clock } from '../../../shared/records/stamp.ts'
import { Transaction } from '../../../shared/records/transaction.ts'
import type { Meta } from '../device/meta.ts'
import { type Given, keepOffset } from '../device/replica.ts'
import { Documents } from '../documents/documents.ts'
import type { LiveDocument } from '../documents/live-document.ts'
import type { Account, Done } from '../protocol.ts'
import { Directory } from '../queries/directory.ts'
import { LiveQueries, type OwnQuery } from '../queries/live.ts'
import type { Answer, StatusAnswer } from '../queries/query.ts'
import { Links } from '../sync/links.ts'
import { NotAccepted } from '../sync/not-accepted.ts'
import { Outbox } from '../sync/outbox.ts'
import { PresenceLine } from '../sync/presence-line.ts'
import { replay, unsentTexts } from '../sync/replay.ts'
import { openSocket, type Socket } from '../sync/socket.ts'
import { Acts } from './acts.ts'
import { Drafts } from './drafts.ts'
import { baseDocuments, currentOrders, laterDocuments } from './shelf-order.ts'
import { touched } from './touched.ts'

/** What a session stands on. */
export interface Foundation {
  readonly account: Account
  readonly meta: Meta
  /** False when the browser gives no storage. */
  readonly stored: boolean
  readonly given: Given
  /** The server's address, `http://host:port`. */
  readonly url: string
}

/** One account's data on this device: documents, line to the server, outbox, queries and commands. */
export class Session {
  readonly drafts: Drafts
  readonly live: LiveQueries
  readonly #base: Foundation
  readonly #documents: Documents
  readonly #directory: Directory
  readonly #outbox: Outbox
  readonly #asides: NotAccepted
  readonly #socket: Socket
  readonly #links: Links
  readonly #clock: Clock
  readonly #acts = new Acts()
  readonly #replaying = new Map<string, Promise<void>>()
  #presence: PresenceLine | null = null
  #offset: number
  #saving = 0
  #full = false
  #denied: FailureCode | null = null

  private constructor(base: Foundation, outbox: Outbox, asides: NotAccepted, drafts: Drafts) {
    const { company, user, role } = base.account
    this.#base = base
    this.#directory = new Directory(base.account.person)
    this.#outbox = outbox
    this.#asides = asides
    this.drafts = drafts
    this.#offset = base.given.offset
    this.#clock = new Clock(base.given.replica, () => Math.round(Date.now() + this.#offset))
    this.#documents = new Documents({ company, who: { user, role }, stored: base.stored })
    this.live = new LiveQueries(this.#directory, this.#documents, (query) => this.#ownAnswer(query))
    this.#documents.observe((changes) => this.live.take(this.#directory.take(changes)))
    this.#socket = openSocket(`${base.url.replace(/^http/, 'ws')}/sync`)
    this.#socket.observe(() => this.live.takeOwn())
    this.#links = new Links(this.#socket, `replica:${base.given.replica}`, outbox, {
      refused: (name) => this.#replay(name),
      denied: (_name, code) => this.#deny(code),
      offset: (ms) => this.#correct(ms),
      changed: () => this.live.takeOwn(),
    })
    outbox.observe(() => this.live.takeOwn())
    drafts.observe(() => this.live.takeOwn())
  }

  /** Opens what this device keeps of the account's documents, then the line; later documents follow by themselves. */
  static async open(base: Foundation): Promise<Session> {
    const [outbox, asides] = await Promise.all([Outbox.open(base.meta), NotAccepted.open(base.meta)])
    const session = new Session(base, outbox, asides, await Drafts.open(base.meta, base.given.replica))
    await session.#openFirst()
    void session.#openLater()
    return session
  }

  get now(): number {
    return this.#clock.now()
  }

  /**
   * Runs a command and resolves when its writes are on this device's disk. Rejects with the command's Failure, and then
   * nothing was written.
   */
  async run<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Done> {
    const names = touched(name, args, (collection, id) => this.#documents.nameFor(collection, id))
    for (const document of names) await this.#attach(document)
    const tx = new Transaction({
      clock: this.#clock,
      person: this.#base.account.person,
      open: this.#documents.require.bind(this.#documents),
    })
    // The table gives each name its own arguments; TypeScript cannot follow the pair through a union.
    const result = (COMMANDS[name] as (tx: Transaction, args: CommandArgs<N>) => unknown)(tx, args)
    const written = tx.commit(tx)
    await this.#keep(
      written.length > 0 ? this.#outbox.add(written, this.now) : Promise.resolve(),
      new Set(written.map((one) => one.document)),
    )
    return { act: this.#acts.add(written), result }
  }

  /** Undoes an act of this device; gives how much went back and how much somebody has changed since. */
  undo(act: number): Promise<Done> {
    return this.run('undoAct', { act: this.#acts.get(act) })
  }

  /** Gives up a write that the server did not accept. */
  async giveUp(seq: number): Promise<void> {
    await this.#asides.drop(seq)
    this.live.takeOwn()
  }

  /** What one of this account's pages on this device shows; null: no record. */
  look(page: number, look: Look | null): void {
    this.#presence?.look(page, look)
  }

  async close(): Promise<void> {
    this.#presence?.close()
    this.#links.close()
    this.#socket.close()
    this.live.close()
    await this.#documents.close()
    this.#base.meta.close()
  }

  async #openFirst(): Promise<void> {
    const { company, user } = this.#base.account
    await Promise.all(baseDocuments(company, user).map((name) => this.#documents.open(name)))
    await this.#documents.open(currentOrders(company, this.now))
    await this.#beginPresence()
    for (const document of this.#documents.all()) this.#links.attach(document)
  }

  async #beginPresence(): Promise<void> {
    const { account, given } = this.#base
    const { name, doc } = await this.#documents.open(presenceDocument(account.company))
    this.#presence = new PresenceLine(doc, given.replica, this.#socket, () => this.live.takeOwn('presence'))
    this.#links.attach({ name, doc, awareness: this.#presence.awareness })
  }

  /** Unsent writes first: they must reach the server. Then what the shelves tell of, now and as they change. */
  async #openLater(): Promise<void> {
    for (const name of this.#outbox.documents()) await this.#attach(name)
    for (const name of this.#asides.documents()) this.#replay(name)
    let opening = Promise.resolve()
    const follow = () => {
      opening = opening.then(() => this.#openShelves())
    }
    this.#documents.observe((changes) => changes.some((change) => change.collection.name === 'shelves') && follow())
    follow()
    await opening
  }

  async #openShelves(): Promise<void> {
    for (const name of laterDocuments(this.#directory.all(shelves)))
      if (!this.#documents.find(name)) await this.#attach(name)
  }

  async #attach(name: string): Promise<void> {
    await this.#replaying.get(name)
    this.#links.attach(await this.#documents.open(name))
  }

  /** Counts an act as being saved until its note and its documents are on disk, then asks the server for its mark. */
  async #keep(noted: Promise<void>, names: ReadonlySet<string>): Promise<void> {
    this.#links.mark(names)
    this.#saving++
    this.live.takeOwn()
    try {
      await Promise.all([noted, ...[...names].map((name) => this.#documents.find(name)?.flushed())])
      this.#full = false
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      this.#full = true
    } finally {
      this.#saving--
      this.live.takeOwn()
    }
  }

  #replay(name: string): void {
    if (this.#replaying.has(name)) return
    const done = replay(name, this.#asides, {
      renew: (document) => this.#renew(document),
      settled: (document) => this.#links.settled(document),
    })
    this.#replaying.set(
      name,
      done.finally(() => {
        this.#replaying.delete(name)
        this.live.takeOwn()
      }),
    )
  }

  async #renew(name: string): Promise<LiveDocument> {
    const old = this.#documents.find(name)
    if (old) await this.#asides.put(unsentTexts(old, this.#outbox.of(name)))
    await this.#outbox.settle(name, this.#outbox.last(name))
    this.#links.detach(name)
    const document = await this.#documents.renew(name)
    this.#links.attach(document)
    await this.#links.synced(name)
    return document
  }

  #deny(code: FailureCode): void {
    this.#denied = code
    this.live.takeOwn()
  }

  #correct(offset: number): void {
    this.#denied = null
    this.#offset = offset
    void keepOffset(this.#base.meta, this.#base.given.replica, offset)
  }

  #ownAnswer(query: OwnQuery): Answer {
    if (query.what === 'presence') return { what: 'presence', others: this.#presence?.others() ?? [] }
    if (query.what === 'drafts') return { what: 'drafts', drafts: this.drafts.list() }
    return this.#status()
  }

  #status(): StatusAnswer {
    return {
      what: 'status',
      online: this.#socket.isOpen(),
      storage: this.#full ? 'full' : this.#base.stored ? 'kept' : 'memory',
      saving: this.#saving,
      waiting: this.#outbox.waiting(),
      progress: this.#links.progress(),
      notAccepted: this.#asides
        .refused()
        .map(({ seq, collection, key, code }) => ({ seq, collection, key, code: code ?? 'update-odd-key' })),
      denied: this.#denied,
      replica: this.#base.given.replica,
    }
  }
}
