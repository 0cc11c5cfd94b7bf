import * as Y from 'yjs'
import { parseKey } from '../../shared/records/keys/key.ts'
import { Transaction } from '../../shared/records/writing/transaction.ts'

/** A write of a command, as it stood in its document when the command had ended. */
export interface Made {
  /** Without the company. */
  readonly document: string
  readonly collection: string
  readonly key: string
  readonly text: string
  readonly day: number
}

/**
 * What a replica's commands have written, heard from its documents themselves: of each key the last text, since that is
 * what a device that was away sends.
 */
export class Ledger {
  readonly #made = new Map<string, Made>()
  /** How many were ever written. */
  count = 0

  /** Hears of a document that was opened on the replica's device. */
  hear(document: string, doc: Y.Doc, replica: string, day: () => number): void {
    doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
      // What comes from the disk or the server, and what is brought once more after a refusal, was noted when it was made.
      if (!(origin instanceof Transaction)) return
      for (const [type, keys] of changed) {
        if (!(type instanceof Y.Map)) continue
        const collection = Y.findRootTypeKey(type)
        for (const key of keys) {
          if (key === null || parseKey(key)?.replica !== replica) continue
          this.count++
          this.#made.set(at({ document, collection, key }), {
            ...{ document, collection, key, day: day() },
            text: String(type.get(key)),
          })
        }
      }
    })
  }

  all(): readonly Made[] {
    return [...this.#made.values()]
  }

  /** Whether this is still the last write of its key. */
  isLast(made: Made): boolean {
    return this.#made.get(at(made)) === made
  }

  forget(made: Made): void {
    if (this.isLast(made)) this.#made.delete(at(made))
  }
}

function at({ document, collection, key }: Pick<Made, 'document' | 'collection' | 'key'>): string {
  return `${document} ${collection} ${key}`
}
