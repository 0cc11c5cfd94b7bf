import * as Y from 'yjs'
import { LiveDocument } from '../../../client/data/documents/live-document.ts'
import { Directory } from '../../../client/data/queries/directory.ts'
import { Funnels } from '../../../client/data/queries/funnel/funnels.ts'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { COMMANDS, type CommandArgs, type CommandName } from '../../../shared/commands.ts'
import { documentOf, parseDocument } from '../../../shared/documents/documents.ts'
import { type Order, orders } from '../../../shared/orders/collections.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import { Clock } from '../../../shared/records/keys/stamp.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import { Transaction } from '../../../shared/records/writing/transaction.ts'

/** A device as its data worker has it, without the browser's store: documents, their feed, the directory and the funnel's columns. */
export class BenchDevice {
  readonly directory = new Directory()
  readonly funnels = new Funnels(this.directory)
  readonly #company: string
  readonly #documents = new Map<string, LiveDocument>()
  readonly #clock = new Clock('BENCHD', () => Date.now())

  constructor(company: string) {
    this.#company = company
  }

  /** Opens a document with what is kept of it, and reads its records as at a start. */
  open(rest: string, state: Uint8Array): void {
    const name = `${this.#company}/${rest}`
    const document = new LiveDocument(name)
    Y.applyUpdate(document.doc, state)
    this.#documents.set(name, document)
    const family = parseDocument(name, Date.now())?.family
    const collections = Object.values<Collection>(COLLECTIONS).filter((one) => one.family === family)
    for (const collection of collections) this.#take(document.changesFrom(collection, []))
    document.follow(collections, (changes) => this.#take(changes))
  }

  /** Lets a document go; its records stay read. */
  async letGo(rest: string): Promise<void> {
    const name = `${this.#company}/${rest}`
    await this.#documents.get(name)?.close()
    this.#documents.delete(name)
  }

  /** Runs a command of this device: into the document, and through the feed into the open reports. */
  run<N extends CommandName>(command: N, args: CommandArgs<N>): void {
    const tx = new Transaction({
      clock: this.#clock,
      person: null,
      open: (collection, id) => this.#require(documentOf(this.#company, collection.family, id)),
    })
    const act = COMMANDS[command] as (tx: Transaction, args: CommandArgs<N>) => unknown
    act(tx, args)
    tx.commit('bench')
  }

  orders(): Generator<Order> {
    return this.directory.all(orders)
  }

  #take(changes: readonly Change[]): void {
    this.funnels.take(this.directory.take(changes))
  }

  #require(name: string): LiveDocument {
    const document = this.#documents.get(name)
    if (!document) throw new RangeError(`${name} is not open`)
    return document
  }
}
