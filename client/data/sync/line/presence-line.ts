import { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { type Look, MOST_LOOKS, othersOf, type Present } from '../../../../shared/presence/presence.ts'
import type { Socket } from './socket.ts'

/**
 * Who else is online, and what this device says of itself: the awareness of the one document in which presence is told
 * (sync-server/sync/SPEC.md J17). A link carries it.
 */
export class PresenceLine {
  readonly #replica: string
  readonly #changed: () => void
  #awareness: Awareness | null = null
  readonly #looks = new Map<number, Look>()
  readonly #unsubscribe: () => void

  /** `changed` is called when somebody came, went, or looks elsewhere. */
  constructor(replica: string, socket: Socket, changed: () => void) {
    this.#replica = replica
    this.#changed = changed
    // The server takes no state twice: what is said on the next line must be newer than what was said on this one.
    this.#unsubscribe = socket.observe((isOpen) => !isOpen && this.#say())
  }

  /** Goes on in a copy of the document; a link carries what this gives, and ends it with itself. */
  in(doc: Y.Doc): Awareness {
    const awareness = new Awareness(doc)
    awareness.on('update', ({ removed }: { readonly removed: readonly number[] }) => forget(awareness, removed))
    awareness.on('change', this.#changed)
    this.#awareness = awareness
    this.#say()
    return awareness
  }

  /** What a page of this device shows; null: no record. Pages are told apart by a number. */
  look(page: number, look: Look | null): void {
    if (look === null) this.#looks.delete(page)
    else this.#looks.set(page, look)
    this.#say()
  }

  others(): Present[] {
    return othersOf(this.#awareness?.getStates().values() ?? [], this.#replica)
  }

  close(): void {
    this.#unsubscribe()
  }

  #say(): void {
    this.#awareness?.setLocalState({ looks: [...this.#looks.values()].slice(-MOST_LOOKS) })
  }
}

/**
 * Who is not seen any more is unknown again: y-protocols would remember how new his last words were, and pass over the
 * same words when the line is back. Not in this task, in which the provider reads what we forget.
 */
function forget({ states, meta, clientID }: Awareness, removed: readonly number[]): void {
  queueMicrotask(() => {
    for (const client of removed) if (client !== clientID && !states.has(client)) meta.delete(client)
  })
}
