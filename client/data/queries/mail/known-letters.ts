import { ownCircle } from '../../../../shared/documents/documents.ts'
import { type Letter, letters, mailAccounts, ownLetters } from '../../../../shared/letters/collections.ts'
import { sharedId } from '../../../../shared/letters/ids.ts'
import { inCircle, letterCollection } from '../../../../shared/letters/whose.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import type { Directory } from '../directory.ts'
import { Queue } from '../notices/queue.ts'
import { Counts } from './counts.ts'
import { type Entry, entryOf } from './entry.ts'
import { Folders } from './folders.ts'
import { type Thread, Threads } from './threads.ts'

/** Collections of letters. */
export const HELD = [letters.name, ownLetters.name] as const
/** Hears of threads that are others now. */
type Hears = (threads: readonly Thread[]) => void

/**
 * Every letter that who looks may read, in its thread, kept from the change feed. Of a personal letter that has a twin which all
 * read, that twin stands alone. At a start all are looked at once, in slices.
 */
export class KnownLetters {
  readonly folders: Folders
  readonly threads = new Threads()
  counts: Counts
  /** Where the own letters of who looks lie. */
  readonly circle: string
  readonly #directory: Directory
  readonly #entries = new Map<string, Entry>()
  readonly #queue: Queue
  readonly #hear = new Set<Hears>()

  /** `changed` is called when letters have been looked at. */
  constructor(directory: Directory, user: string, changed: () => void) {
    this.#directory = directory
    this.circle = ownCircle(user)
    this.folders = new Folders(directory, user)
    this.counts = new Counts(this.folders)
    this.#queue = new Queue((id) => this.#read(id), changed)
    for (const name of HELD) for (const id of directory.rows(name).keys()) this.#queue.add(id)
  }

  /** All that there are have been looked at. */
  get isWhole(): boolean {
    return this.#queue.isEmpty
  }

  /** Hears of threads that change; returns its undo. */
  observe(hears: Hears): () => void {
    this.#hear.add(hears)
    return () => this.#hear.delete(hears)
  }

  take(changes: readonly Change[]): void {
    for (const { collection, id } of changes) this.#note(collection.name, id)
    if (!changes.some(({ collection }) => collection.name === mailAccounts.name)) return
    const changed = this.folders.read()
    if (changed !== 'nothing') this.#recount()
    if (changed === 'addresses') for (const id of this.#entries.keys()) this.#queue.add(id)
  }

  /** Records of a document stand from its columns. */
  stand(name: string, ids: readonly string[]): void {
    for (const id of ids) this.#note(name, id)
  }

  entry(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  letter(id: string): Letter | null {
    // Both collections have the same fields.
    return this.#directory.row(letterCollection(id), id) as unknown as Letter | null
  }

  /** The letter that stands for one: its twin, where all may read it. */
  standing(id: string): string {
    const shared = sharedId(id)
    return this.#entries.has(shared) ? shared : id
  }

  /** Looks at all that waits, at once. */
  flush(): void {
    this.#queue.flush()
  }

  close(): void {
    this.#queue.close()
  }

  #note(name: string, id: string): void {
    if (!HELD.some((held) => held === name)) return
    this.#queue.add(id)
    const own = inCircle(id, this.circle)
    if (name === letters.name && this.#directory.rows(ownLetters.name).has(own)) this.#queue.add(own)
  }

  /** Other folders mean something else for counts, and for what is listed. */
  #recount(): void {
    this.counts = new Counts(this.folders)
    for (const entry of this.#entries.values()) this.counts.count(entry, 1)
    this.#tell([...this.threads.all()])
  }

  #read(id: string): void {
    const before = this.#entries.get(id)
    const after = this.#standsFor(id)
    if (before) this.counts.count(before, -1)
    if (after) this.counts.count(after, 1)
    if (after) this.#entries.set(id, after)
    else this.#entries.delete(id)
    const isSame = before && after && linksOf(before) === linksOf(after)
    if (isSame) this.#tell(this.threads.change(after))
    else this.#tell([...(before ? this.threads.take(before) : []), ...(after ? this.threads.put(after) : [])])
  }

  #standsFor(id: string): Entry | null {
    const letter = this.letter(id)
    if (letter === null) return null
    const shared = sharedId(id)
    const twin = shared === id ? null : this.letter(shared)
    return twin && !twin.gone ? null : entryOf(letter, this.folders.isOwnAddress)
  }

  #tell(threads: readonly Thread[]): void {
    for (const hears of this.#hear) hears(threads)
  }
}

/** What its thread follows from. */
function linksOf({ words, talk }: Entry): string {
  return JSON.stringify([words, talk])
}
