import { asksWayIn, documentIn, tellsEnd } from './frame.ts'

/** Who waits for a document's way in. */
export interface Entrant {
  /** Nobody else's answers come any more: now he asks to be let in. */
  enter(): void
  /** The line broke while he waited; told behind `enter`, since he then asks on the next one. */
  lost?(): void
}

/**
 * The documents of one line whose way in was asked for and whose end has not come back. The server answers in order and by
 * a document's name alone: who asks before that end hears what was meant for the one before him (sync-server/sync/SPEC J34).
 */
export class WaysIn {
  readonly #open = new Set<string>()
  readonly #waiting = new Map<string, Entrant>()

  /** Takes note of a frame that goes out. */
  sent(bytes: Uint8Array): void {
    if (asksWayIn(bytes)) this.#open.add(documentIn(bytes))
  }

  /** Takes note of a frame that came, once whoever it is for has heard it. */
  came(bytes: Uint8Array): void {
    if (!tellsEnd(bytes)) return
    const document = documentIn(bytes)
    this.#open.delete(document)
    this.#take(document)?.enter()
  }

  /** The line broke: no answer comes any more, to anybody. */
  broke(): void {
    this.#open.clear()
    for (const document of [...this.#waiting.keys()]) {
      const entrant = this.#take(document)
      entrant?.enter()
      entrant?.lost?.()
    }
  }

  /**
   * Lets somebody in to a document, at once where nobody's end is due; who waited for it before him is passed over.
   * Returns the undo of waiting.
   */
  enter(document: string, entrant: Entrant): () => void {
    if (this.#open.has(document)) this.#waiting.set(document, entrant)
    else entrant.enter()
    return () => {
      if (this.#waiting.get(document) === entrant) this.#waiting.delete(document)
    }
  }

  #take(document: string): Entrant | undefined {
    const entrant = this.#waiting.get(document)
    this.#waiting.delete(document)
    return entrant
  }
}
