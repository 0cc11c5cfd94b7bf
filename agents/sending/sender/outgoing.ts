import type { Logger } from 'pino'
import { documentOf } from '../../../shared/documents/documents.ts'
import { shelves } from '../../../shared/documents/shelves.ts'
import { type Message, messages, type Way } from '../../../shared/messages/collections.ts'
import { changedRows } from '../../../shared/records/reading/changes.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { Documents } from '../../runtime/documents/documents.ts'
import type { Replica } from '../../runtime/replica.ts'

/** What is watched, and who is told when there is something new. */
export interface Watched {
  readonly replica: Pick<Replica, 'rows' | 'observe' | 'pass'>
  readonly documents: Pick<Documents, 'hold'>
  readonly log: Logger
  /** Whether a message is one of those that are looked for. */
  readonly wants: (message: Message) => boolean
  readonly tell: () => void
}

/** A message that is looked for: when it is due (ms since 1970), how it goes, where it lies. */
export interface Waiting {
  readonly due: number
  readonly way: Way
  readonly document: string
}

/**
 * The messages that are looked for, as those that wait, wherever they lie: one that a rule makes lies in the quarter of its order,
 * however long ago that was. The shelves tell which documents have changed, at the start all of them; one with such a message is held open.
 */
export class Outgoing {
  readonly #watched: Watched
  readonly #waiting = new Map<string, Waiting>()
  /** How far each document had come when it was looked through. */
  readonly #looked = new Map<string, number>()
  /** Ends of the holding of documents. */
  readonly #held = new Map<string, () => void>()
  #stop: (() => void) | null = null

  constructor(watched: Watched) {
    this.#watched = watched
  }

  start(): void {
    this.#stop = this.#watched.replica.observe((changes) => this.#hear(changes))
    for (const row of this.#watched.replica.rows(messages)) this.#take(row)
    this.#lookAtShelves()
  }

  stop(): void {
    this.#stop?.()
    for (const end of this.#held.values()) end()
  }

  /** Those that wait, by id, the one that is due first before all. */
  all(): ReadonlyMap<string, Waiting> {
    return new Map([...this.#waiting].sort(([, one], [, other]) => one.due - other.due))
  }

  #hear(changes: readonly Change[]): void {
    for (const message of changedRows(changes, messages)) this.#take(message)
    if (changes.some(({ collection }) => collection.name === shelves.name)) this.#lookAtShelves()
    this.#watched.tell()
  }

  #take(message: Message): void {
    if (this.#watched.wants(message)) {
      const document = this.#documentOf(message.id)
      this.#waiting.set(message.id, { due: message.due ?? 0, way: message.way ?? 'letter', document })
      this.#hold(document)
    } else if (this.#waiting.delete(message.id)) this.#letGo(this.#documentOf(message.id))
  }

  #lookAtShelves(): void {
    for (const { document, journal } of this.#watched.replica.rows(shelves)) {
      if (document?.split('/')[1] !== messages.family || this.#looked.get(document) === journal) continue
      this.#looked.set(document, journal ?? 0)
      this.#hold(document)
    }
  }

  /** Opens a document, takes what waits in it, and keeps it open until nothing does. */
  #hold(document: string): void {
    if (this.#held.has(document)) return
    const over = Promise.withResolvers<void>()
    this.#held.set(document, over.resolve)
    const work = async () => {
      for (const row of this.#watched.replica.rows(messages)) if (this.#documentOf(row.id) === document) this.#take(row)
      this.#letGo(document)
      this.#watched.tell()
      await over.promise
    }
    this.#watched.documents
      .hold([document], work)
      .catch((err) => {
        this.#looked.delete(document)
        this.#watched.log.warn({ err, document }, 'messages of a document are not watched')
      })
      .finally(() => this.#held.delete(document))
  }

  #letGo(document: string): void {
    const isNeeded = [...this.#waiting.values()].some((one) => one.document === document)
    if (!isNeeded) this.#held.get(document)?.()
  }

  #documentOf(id: string): string {
    return documentOf(this.#watched.replica.pass.company, messages.family, id)
  }
}
