import * as Y from 'yjs'
import { COMMANDS, type CommandArgs, type CommandName } from '../../../shared/commands.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import {
  type Ground,
  type OpenDocument,
  Transaction,
  type Written,
} from '../../../shared/records/writing/transaction.ts'

/** A company's documents without a server, in which replicas run commands, each seeing what all others wrote. */
export class LocalCompany {
  readonly company: string
  readonly documents = new Map<string, OpenDocument>()
  #clients = 0

  constructor(company: string) {
    this.company = company
  }

  /** A replica with a clock and a Yjs client of its own; `read` gives ms since 1970. `server` writes the server's fields. */
  replica(name: string, read: () => number = Date.now, server = false): LocalReplica {
    const client = ++this.#clients
    return new LocalReplica({
      clock: new Clock(name, read),
      person: null,
      ...(server && { server }),
      open: (collection, id, intent) => {
        const document = this.document(documentOf(this.company, collection.family, id))
        // All replicas share the document; each writes as itself, as it would in a copy of its own.
        if (intent === 'write') document.doc.clientID = client
        return document
      },
    })
  }

  document(name: string): OpenDocument {
    const known = this.documents.get(name) ?? openLocal(name)
    this.documents.set(name, known)
    return known
  }
}

/** Runs commands over a local company's documents. */
export class LocalReplica {
  readonly #ground: Ground

  constructor(ground: Ground) {
    this.#ground = ground
  }

  run<N extends CommandName>(command: N, args: CommandArgs<N>): readonly Written[] {
    const run = COMMANDS[command] as (tx: Transaction, args: CommandArgs<N>) => unknown
    return this.act((tx) => void run(tx, args))
  }

  act(work: (tx: Transaction) => void): readonly Written[] {
    const tx = new Transaction(this.#ground)
    work(tx)
    return tx.commit(this)
  }
}

function openLocal(name: string): OpenDocument {
  const doc = new Y.Doc()
  const sets = new Map<string, RecordSet<Collection>>()
  return {
    name,
    doc,
    records<C extends Collection>(collection: C): RecordSet<C> {
      const known = sets.get(collection.name) ?? new RecordSet<Collection>(doc, collection)
      sets.set(collection.name, known)
      // The set under a collection's name was made of that collection.
      return known as unknown as RecordSet<C>
    },
  }
}
