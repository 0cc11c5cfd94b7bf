import type { Who } from '../../../../shared/documents/roles.ts'
import { shelfId, shelves } from '../../../../shared/documents/shelves.ts'
import type { FailureCode } from '../../../../shared/errors.ts'
import { type Look, type Present, presenceDocument } from '../../../../shared/presence/presence.ts'
import { timeOf } from '../../../../shared/records/keys/stamp.ts'
import { type Names, textsToBring } from '../../../../shared/records/packing/bringing.ts'
import type { KeptText } from '../../../../shared/records/packing/holding.ts'
import type { Held } from '../../device/held.ts'
import type { Documents } from '../../documents/documents.ts'
import type { LiveDocument } from '../../documents/live-document.ts'
import type { Directory } from '../../queries/directory.ts'
import type { StatusAnswer } from '../../queries/query.ts'
import { Links } from '../../sync/line/links.ts'
import { PresenceLine } from '../../sync/line/presence-line.ts'
import { openSocket, type Socket } from '../../sync/line/socket.ts'
import { bothWaiting, type Outbox } from '../../sync/outbox/outbox.ts'
import { OutboxReport } from '../../sync/outbox/outbox-report.ts'
import { Parcels } from '../../sync/parcels.ts'
import type { NotAccepted } from '../../sync/replay/not-accepted.ts'
import { numbersToShow } from '../../sync/replay/numbers-shown.ts'
import { unsentTexts } from '../../sync/replay/replay.ts'
import { Replays } from '../../sync/replay/replays.ts'
import { Denials } from './denials.ts'
import { Keeper } from './keeper.ts'
import { baseDocuments, currentQuarters, quartersOf, readableBy, type Shelf } from './shelf-order.ts'

/** What the line stands on. */
export interface LineGround {
  readonly company: string
  readonly who: Who
  /** The name under which this device writes, and those before it. */
  readonly names: Names
  /** With which its documents are connected. */
  readonly token: string
  /** The server's address, `http://host:port`. */
  readonly url: string
  /** What documents that come whole must be made by; null: none are taken. */
  readonly maker: string | null
  readonly documents: Documents
  readonly directory: Directory
  readonly outbox: Outbox
  readonly asides: NotAccepted
  readonly held: Held
  /** How long a document that nobody needs stays open, ms. */
  readonly linger: number
  /** The greatest update that the server takes, bytes, where that is not what devices are built for. */
  readonly limit: number | undefined
  now(): number
  /** The server does not know this device's name. */
  unknown(): void
  /** A newly measured offset of this device's clock, ms. */
  offset(ms: number): void
  /** What `state` says may have changed, or who else is online. */
  changed(what?: 'presence'): void
  /** The line to the server is there. */
  opened(): void
  /** The orders that lists begin with are read: all of those that are open. */
  whole(): void
}

/** The line to the server: which documents are open and attached to it, and what becomes of those that it refuses. */
export class Line {
  readonly #ground: LineGround
  /** Whether the account may read a document: no other is opened. */
  readonly #reads: (document: string) => boolean
  readonly #base: readonly string[]
  readonly #socket: Socket
  readonly #links: Links
  readonly #parcels: Parcels
  readonly #replays: Replays
  readonly #keeper: Keeper
  readonly #report: OutboxReport
  readonly #denials = new Denials()
  #presence: PresenceLine | null = null
  #hasBegun = false

  constructor(ground: LineGround) {
    this.#ground = ground
    this.#reads = readableBy(ground.who, ground.now)
    this.#base = baseDocuments(ground.company, ground.who.user).filter(this.#reads)
    this.#socket = openSocket(`${ground.url.replace(/^http/, 'ws')}/sync`, ground.limit)
    this.#links = this.#newLinks()
    this.#parcels = new Parcels(ground)
    this.#replays = this.#newReplays()
    this.#keeper = this.#newKeeper()
    this.#report = this.#newReport()
    this.#socket.observe((isOpen) => this.#onLine(isOpen))
    ground.outbox.observe(() => this.#look())
    ground.documents.observe((changes) => changes.some((one) => one.collection === shelves) && this.#look())
  }

  /** Opens what every screen needs; the rest follows by itself. */
  async begin(): Promise<void> {
    for (const name of this.#unsent()) if (!this.#reads(name)) this.#denials.note(name, 'role-forbids')
    await this.#beginPresence()
    const releases = await Promise.all(this.#base.map((name) => this.hold(name)))
    for (const release of releases) release()
    await Promise.all(this.#current().map((name) => this.#beginQuarter(name)))
    this.#hasBegun = true
    this.#look()
  }

  /** Where it stands from its columns, nothing waits until it is open. */
  async #beginQuarter(name: string): Promise<void> {
    const stands = await this.#keeper.stand(name)
    const opened = this.hold(name).then((release) => release())
    // What then becomes of it nobody waits for: a failure is heard as a rejection that nobody has handled.
    if (!stands) await opened
  }

  /** Opens a document for whoever writes to it, until what this gives is called. Failures as of `Documents.open`. */
  async hold(name: string): Promise<() => void> {
    await this.#replays.ended(name)
    return this.#keeper.hold(name)
  }

  /** Holds a document for somebody who looks at it; `there` is told when it is open. Returns its undo. */
  watch(name: string, there: () => void): () => void {
    return this.#keeper.watch(name, there)
  }

  /** What this device holds has changed: documents that are due are fetched now. */
  wake(): void {
    if (this.#hasBegun) this.#keeper.wake()
    this.#ground.changed()
  }

  /** What one of this account's pages on this device shows; null: no record. */
  look(page: number, look: Look | null): void {
    this.#presence?.look(page, look)
  }

  /** Who else is online. */
  others(): Present[] {
    return this.#presence?.others() ?? []
  }

  /** Asks for the acknowledgement of what was just written to these documents. */
  mark(names: Iterable<string>): void {
    this.#links.mark(names)
  }

  state(): Pick<StatusAnswer, 'online' | 'progress' | 'denied' | 'unserved'> {
    const denied = this.#denials.account
    return { online: this.#socket.isOpen(), progress: this.#keeper.progress(), denied, unserved: this.#unserved() }
  }

  close(): void {
    this.#presence?.close()
    this.#report.close()
    this.#keeper.close()
    this.#parcels.stop()
    this.#replays.close()
    this.#links.close()
    this.#socket.close()
  }

  /** Presence is told in one document, whose link carries it from the first. */
  async #beginPresence(): Promise<void> {
    const { company, documents, names, changed } = this.#ground
    this.#presence = new PresenceLine(names.present, this.#socket, () => changed('presence'))
    this.#links.attach(await documents.open(presenceDocument(company)))
  }

  #newLinks(): Links {
    const { token, outbox, changed, company } = this.#ground
    return new Links(this.#socket, token, outbox, {
      awareness: (name, doc) => (name === presenceDocument(company) && this.#presence?.in(doc)) || null,
      refused: (name) => this.#replays.begin(name),
      denied: (name, code) => this.#deny(name, code),
      offset: (ms) => this.#ground.offset(ms),
      synced: (name) => this.#onSynced(name),
      changed: () => changed(),
    })
  }

  /** It goes where presence is told: that document is attached all the time. */
  #newReport(): OutboxReport {
    const { company, outbox, asides } = this.#ground
    const waiting = () => bothWaiting(outbox.waiting(), asides.untried())
    return new OutboxReport(waiting, (age) => this.#links.tellOldest(presenceDocument(company), age))
  }

  #newReplays(): Replays {
    return new Replays(this.#ground.asides, {
      names: this.#ground.names,
      renew: (name) => this.#renew(name),
      settled: (name) => this.#links.settled(name),
      isOnline: () => this.#socket.isOpen(),
      changed: () => this.#look(),
    })
  }

  #newKeeper(): Keeper {
    const { documents, directory, held, linger, outbox } = this.#ground
    return new Keeper({
      documents,
      links: this.#links,
      parcels: this.#parcels,
      held,
      linger,
      quarters: () => [...new Set([...quartersOf(directory.all(shelves)), ...held.documents()])].filter(this.#reads),
      shelf: (name) => this.#shelf(name),
      stays: (name) => this.#stays(name),
      unsent: () => this.#unsent().filter(this.#reads),
      isUnsent: (name) => outbox.last(name) > 0 || this.#replays.has(name),
      isOnline: () => this.#socket.isOpen(),
      read: () => this.#onRead(),
      // Nobody waits for it: it is heard as a rejection that nobody has handled.
      failed: (error) => void Promise.reject(error),
    })
  }

  /** Documents with writes that the server has not taken. */
  #unsent(): string[] {
    const { outbox, asides } = this.#ground
    return [...outbox.documents(), ...asides.documents()]
  }

  #onRead(): void {
    this.#ground.changed()
    const { directory, whole } = this.#ground
    const open = quartersOf(directory.all(shelves)).filter((name) => this.#reads(name) && this.#stays(name))
    if (open.every((name) => this.#keeper.hasRead(name))) whole()
  }

  /** The shelves tell of quarters at once; those come after what every screen needs. */
  #look(): void {
    if (this.#hasBegun) this.#keeper.look()
    this.#ground.changed()
  }

  #onLine(isOpen: boolean): void {
    if (isOpen) {
      this.#replays.resume()
      if (this.#hasBegun) this.#keeper.wake()
      this.#ground.opened()
    } else this.#parcels.stop()
    this.#ground.changed()
  }

  #shelf(name: string): Shelf | null {
    // The directory has a collection's rows as its declaration reads them.
    return this.#ground.directory.row('shelves', shelfId(name)) as unknown as Shelf | null
  }

  /** The quarters that records are made in now. */
  #current(): string[] {
    const { company, now, who } = this.#ground
    return currentQuarters(company, who.user, now()).filter(this.#reads)
  }

  /** The current quarters and those with open orders stay open (design §6), and what every screen needs. */
  #stays(name: string): boolean {
    const staying = [...this.#base, ...this.#current()]
    return staying.includes(name) || (this.#shelf(name)?.open ?? 0) > 0
  }

  #renew(name: string): Promise<LiveDocument | null> {
    return this.#ground.documents.renew(name, {
      rescue: (old) => this.#rescue(old),
      fetch: (fresh, old) => this.#fetch(fresh, old),
    })
  }

  /** Unsent writes of a refused document go aside; only when they are there on disk does the outbox forget them. */
  async #rescue(old: LiveDocument): Promise<void> {
    const { outbox, asides, held } = this.#ground
    const last = outbox.last(old.name)
    this.#links.detach(old.name)
    await asides.put(unsentTexts(old, outbox.of(old.name)))
    await held.giveUp(old.name)
    outbox.settle(old.name, last)
  }

  /** Whoever attached the old copy meanwhile is cut off: it is the fresh one that must come in step. */
  async #fetch(fresh: LiveDocument, old: LiveDocument): Promise<boolean> {
    this.#links.detach(fresh.name)
    this.#links.attach(fresh)
    const isHere = (await this.#links.synced(fresh.name)) && (await this.#compare(fresh, old))
    if (!isHere) this.#links.detach(fresh.name)
    return isHere
  }

  /**
   * What this device wrote and the server has lost goes aside, to be brought; numbers that it shows are told before that
   * (sync-server/sync/SPEC.md J30, J32). False where the line was lost meanwhile.
   */
  async #compare(fresh: LiveDocument, old: LiveDocument): Promise<boolean> {
    for (const words of numbersToShow(old, fresh)) if (!(await this.#links.said(fresh.name, words))) return false
    const texts = textsToBring(old.doc, fresh.doc, this.#ground.names)
    await this.#ground.asides.put(texts.map((text) => ({ document: fresh.name, ...text, at: madeAt(text) })))
    return true
  }

  #deny(name: string, code: FailureCode): void {
    if (code === 'replica-unknown') this.#ground.unknown()
    this.#denials.note(name, code)
    this.#ground.changed()
  }

  #onSynced(name: string): void {
    this.#denials.letIn(name)
    if (name === presenceDocument(this.#ground.company)) this.#report.begin()
  }

  #unserved(): StatusAnswer['unserved'] {
    const { outbox, asides } = this.#ground
    return [...this.#denials.unserved].map(([document, code]) => {
      const waiting = outbox.of(document).length + asides.waiting(document).length
      return { document, code, waiting }
    })
  }
}

/** When a write was made, ms since 1970. */
function madeAt({ text }: KeptText): number {
  return timeOf(text)
}
