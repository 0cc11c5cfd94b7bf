import type { Parcel } from '../../../../shared/columns/parcel.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Held } from '../../device/held.ts'
import { DiskRefusal } from '../../disk/disk.ts'
import type { Documents } from '../../documents/documents.ts'
import type { LiveDocument } from '../../documents/live-document.ts'
import type { Links } from '../../sync/line/links.ts'
import type { Parcels } from '../../sync/parcels.ts'
import { Arrivals } from './arrivals.ts'
import { isQuarter, type Shelf } from './shelf-order.ts'

/** What the keeper decides by. */
export interface KeeperGround {
  readonly documents: Documents
  readonly links: Links
  readonly parcels: Pick<Parcels, 'areOffered' | 'ask'>
  readonly held: Held
  /** What there is: the quarters, in the order in which they are wanted, and what this device has that the server has lost. */
  quarters(): readonly string[]
  shelf(document: string): Shelf | null
  /** Whether a document is to be open and attached at all times. */
  stays(document: string): boolean
  /** Whether it has writes that the server has not taken, or is being put right: then it is attached and never let go. */
  isUnsent(document: string): boolean
  /** Documents that are so. */
  unsent(): Iterable<string>
  isOnline(): boolean
  /** There was something to read, and nothing or less is left of it. */
  read(): void
  /** A document could not be read for a reason that is none of the network's or the disk's; it is tried again. */
  failed(error: unknown): void
  /** How long a document that nobody needs stays open, ms. */
  readonly linger: number
}

/** What could not be read or fetched rests this long (ms) before it is tried again. */
const REST = 30_000

/** The columns of a document that stays open are kept when it has rested for a linger, and once in so many at most. */
const EVERY = 12

/**
 * Keeps the documents: which are open and attached to the line. A quarter stands from the columns that were kept of it
 * (columns/SPEC); where there are none that hold, it is read once, so that its records stand in the directory, and let go.
 * It is opened for who holds it, and while the server has more of it.
 */
export class Keeper {
  readonly #ground: KeeperGround
  readonly #arrivals: Arrivals
  readonly #holds = new Map<string, number>()
  readonly #usedAt = new Map<string, number>()
  /** Documents whose records stand in the directory. */
  readonly #read = new Set<string>()
  readonly #resting = new Set<string>()
  /** Quarters whose columns were looked for. */
  readonly #looked = new Set<string>()
  /** When the columns of documents that stay open were kept last. */
  readonly #keptAt = new Map<string, number>()
  #isWorking = false
  #isClosed = false
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #isSweeping = false

  constructor(ground: KeeperGround) {
    this.#ground = ground
    this.#arrivals = new Arrivals({
      isOffered: () => ground.parcels.areOffered,
      isOnline: () => ground.isOnline(),
      isMissing: (name) => this.#isMissing(name),
      ask: (name) => ground.parcels.ask(name),
      take: (parcel) => this.#takeIn(parcel),
      ended: () => this.#onArrival(),
      failed: (error) => ground.failed(error),
    })
  }

  /** Opens a document, attaches it, and keeps it so until what this gives is called. */
  async hold(name: string): Promise<() => void> {
    const release = this.#take(name)
    try {
      this.#ground.links.attach(await this.#open(name))
    } catch (error) {
      release()
      throw error
    }
    return release
  }

  /** Lets a document stand from its columns until it is opened; false where it is not open and has none that hold. */
  async stand(name: string): Promise<boolean> {
    if (this.#read.has(name)) return true
    if (this.#looked.has(name)) return false
    this.#looked.add(name)
    if (!(await this.#ground.documents.stand(name))) return false
    this.#read.add(name)
    return true
  }

  /** Holds a document for somebody who looks at it; `there` is told when it is open. Returns its undo. */
  watch(name: string, there: () => void): () => void {
    const held = this.hold(name).then(
      (release) => {
        there()
        return release
      },
      (error: unknown) => {
        // Who may not read it, or asks for what there is not, sees nothing.
        if (!(error instanceof Failure)) throw error
        return () => {}
      },
    )
    return () => void held.then((release) => release())
  }

  /** Opens, fetches and lets go what is due: after a change of shelves, outbox or line. */
  look(): void {
    if (!this.#isWorking) void this.#work()
  }

  /** The line is there again: what rests is tried now. */
  wake(): void {
    this.#resting.clear()
    this.look()
  }

  /** How many documents there are, of how many records stand here, and how many have all that the server has. */
  progress(): { readonly standing: number; readonly synced: number; readonly total: number } {
    const { links, quarters } = this.#ground
    const names = [...new Set([...links.names(), ...quarters()])]
    const standing = names.filter((name) => this.#read.has(name)).length
    return { standing, synced: names.filter((name) => this.#isComplete(name)).length, total: names.length }
  }

  /** Whether a document's records stand in the directory. */
  hasRead(name: string): boolean {
    return this.#read.has(name)
  }

  close(): void {
    this.#isClosed = true
    this.#arrivals.close()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #isComplete(name: string): boolean {
    const { links } = this.#ground
    return links.has(name) ? links.isSynced(name) : this.#read.has(name) && !this.#isBehind(name)
  }

  /** Whether the server has more of a document than this device's store. */
  #isBehind(name: string): boolean {
    const { held, shelf } = this.#ground
    return held.get(name) !== (shelf(name)?.journal ?? null)
  }

  #take(name: string): () => void {
    this.#holds.set(name, (this.#holds.get(name) ?? 0) + 1)
    let isHeld = true
    return () => {
      if (!isHeld) return
      isHeld = false
      this.#holds.set(name, (this.#holds.get(name) ?? 1) - 1)
      this.#usedAt.set(name, Date.now())
      this.#sweepLater()
    }
  }

  async #open(name: string): Promise<LiveDocument> {
    const { documents, held } = this.#ground
    const document = await documents.open(name)
    // A quarter is known to be here from the first: shelves that were put back to a backup may not tell of it any more.
    if (isQuarter(name) && (document.isFresh || held.get(name) === null)) held.open(name)
    this.#read.add(name)
    return document
  }

  async #work(): Promise<void> {
    this.#isWorking = true
    await this.#orderWhole()
    for (let name = this.#next(); name !== undefined && !this.#isClosed; name = this.#next()) {
      await this.#visit(name)
      this.#ground.read()
      await this.#orderWhole()
    }
    this.#isWorking = false
    this.#ground.read()
    this.#sweepLater()
  }

  /** What stands by itself, and what may come whole, is not brought by the line. */
  async #orderWhole(): Promise<void> {
    await this.#standAll()
    const { quarters, parcels, isOnline } = this.#ground
    if (!parcels.areOffered) return
    const missing = quarters().filter((name) => this.#isMissing(name) && !this.#arrivals.has(name))
    this.#arrivals.order(isOnline() ? missing : await this.#emptyOf(missing))
  }

  /** Without a line only those wait for it of which the disk has nothing either, whatever is noted: others can be read. */
  async #emptyOf(names: readonly string[]): Promise<string[]> {
    const unwanted = names.filter((name) => !this.#isWanted(name))
    const are = await Promise.all(unwanted.map((name) => this.#ground.documents.isEmpty(name)))
    return unwanted.filter((_name, at) => are[at])
  }

  /** Whether this device has nothing of a document. */
  #isMissing(name: string): boolean {
    const { held, isUnsent } = this.#ground
    return !this.#read.has(name) && held.get(name) === null && !isUnsent(name)
  }

  /** It is known to be here before the disk has it: a device that is killed meanwhile looks what there is. */
  async #takeIn(parcel: Parcel): Promise<void> {
    const { documents, held } = this.#ground
    const { document, journal } = parcel
    if (this.#isClosed || !this.#isMissing(document)) return
    held.open(document)
    if (!(await documents.take(document, parcel))) return
    this.#read.add(document)
    if (!this.#isClosed) held.note(document, journal)
  }

  #onArrival(): void {
    if (this.#isClosed) return
    this.#ground.read()
    this.look()
  }

  /** All of them are asked of the disk at once: it answers one while the other is taken in. */
  async #standAll(): Promise<void> {
    const names = this.#ground.quarters().filter((name) => !this.#read.has(name) && !this.#looked.has(name))
    if (names.length === 0) return
    await Promise.all(
      names.map((name) =>
        this.stand(name).then(
          () => this.#ground.read(),
          (error: unknown) => this.#ground.failed(error),
        ),
      ),
    )
  }

  #next(): string | undefined {
    const { unsent, quarters } = this.#ground
    return [...unsent(), ...quarters()].find((name) => !this.#resting.has(name) && this.#isDue(name))
  }

  #isDue(name: string): boolean {
    const { links, isOnline } = this.#ground
    const isWanted = this.#isWanted(name)
    // Without a line only what must be open is not waited for.
    if (this.#arrivals.has(name) && (isOnline() || !isWanted)) return false
    if (isWanted) return !links.has(name)
    return !this.#read.has(name) || (isOnline() && !links.has(name) && this.#isBehind(name))
  }

  /** Whether a document must be open. */
  #isWanted(name: string): boolean {
    const { stays, isUnsent } = this.#ground
    return stays(name) || isUnsent(name) || (this.#holds.get(name) ?? 0) > 0
  }

  async #visit(name: string): Promise<void> {
    const isWanted = this.#isWanted(name)
    const release = this.#take(name)
    try {
      await this.#bring(name, isWanted)
      release()
      await this.#letGo(name)
    } catch (error) {
      this.#rest(name)
      this.#ground.failed(error)
    } finally {
      release()
    }
  }

  /** Reads a document; attaches it if it is wanted; else fetches what it lacks. */
  async #bring(name: string, isWanted: boolean): Promise<void> {
    const { links, isOnline } = this.#ground
    const document = await this.#open(name)
    if (this.#isClosed) return
    const fetches = !isWanted && isOnline() && this.#isBehind(name)
    if (isWanted || fetches) links.attach(document)
    if (!fetches || (await links.agreed(name))) this.#resting.delete(name)
    else if (!this.#ground.isUnsent(name)) this.#rest(name)
  }

  #rest(name: string): void {
    this.#resting.add(name)
    this.#later(REST, () => {
      this.#resting.delete(name)
      this.look()
    })
  }

  #sweepLater(): void {
    if (this.#isSweeping) return
    this.#isSweeping = true
    this.#later(this.#ground.linger, () => {
      this.#isSweeping = false
      void this.#sweep()
    })
  }

  /** Lets go what nobody has needed for a while. */
  async #sweep(): Promise<void> {
    const before = Date.now() - this.#ground.linger
    const unwanted = this.#ground.documents.names().filter((name) => !this.#isWanted(name))
    for (const name of unwanted) if ((this.#usedAt.get(name) ?? 0) <= before) await this.#letGo(name)
    const staying = this.#ground.quarters().filter((name) => this.#isWanted(name))
    for (const name of staying) await this.#keepColumns(name)
    const isLeft = this.#ground.documents.names().some((name) => !this.#isWanted(name))
    if (isLeft || staying.some((name) => this.#ground.documents.find(name)?.isDue(0))) this.#sweepLater()
  }

  /** Of a document that stays open. */
  async #keepColumns(name: string): Promise<void> {
    const { documents, linger } = this.#ground
    if (Date.now() - (this.#keptAt.get(name) ?? Number.NEGATIVE_INFINITY) < EVERY * linger) return
    if (await documents.keepColumns(name, linger)) this.#keptAt.set(name, Date.now())
  }

  /** Lets a document go, if it may, and notes how far its store has come. */
  async #letGo(name: string): Promise<void> {
    const { links, held, shelf, isOnline } = this.#ground
    const isSynced = links.isSynced(name)
    const isArriving = links.has(name) && isOnline() && !isSynced
    if (isArriving || this.#isWanted(name) || this.#isClosed) return
    if (isSynced) this.#resting.delete(name)
    const number = isSynced ? (shelf(name)?.journal ?? null) : null
    const isGone = await this.#tryLetGo(name)
    if (isGone && number !== null) held.note(name, number)
    // The server has nothing of it: what this device had was brought, if it was its own.
    if (isGone && isSynced && number === null) held.drop(name)
    // The shelf may have told of more meanwhile, or somebody written.
    if (isGone) this.look()
  }

  /** The last word in the task in which a document goes: somebody may have come for it meanwhile. */
  #part(name: string): boolean {
    if (this.#isWanted(name)) return false
    this.#ground.links.detach(name)
    return true
  }

  /** A disk that takes nothing keeps the document open. */
  async #tryLetGo(name: string): Promise<boolean> {
    try {
      return await this.#ground.documents.letGo(name, () => this.#part(name))
    } catch (error) {
      if (!(error instanceof DiskRefusal)) throw error
      return false
    }
  }

  #later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, ms)
    this.#timers.add(timer)
  }
}
