import type { Logger } from 'pino'
import type { CommandArgs, CommandName, CommandResult } from '../../shared/commands.ts'
import { documentOf } from '../../shared/documents/documents.ts'
import { Failure } from '../../shared/errors.ts'
import { runPlanned } from '../../shared/importing/planning/planned.ts'
import type { Collection, Row } from '../../shared/records/declarations/collection.ts'
import { Clock } from '../../shared/records/keys/stamp.ts'
import { cutOf } from '../../shared/records/packing/cut.ts'
import { type Ground, Transaction, type Written } from '../../shared/records/writing/transaction.ts'
import type { Cache } from './cache/cache.ts'
import { Keeping } from './cache/keeping.ts'
import { Link } from './connection/link.ts'
import { openSocket, type Socket } from './connection/socket.ts'
import { type FeedListener, HeldDocument } from './documents/held-document.ts'

/** What a process needs to write: where the server is, and as whom it comes. */
export interface Pass {
  /** `http://127.0.0.1:8080` */
  readonly address: string
  /** The service key from the data folder. */
  readonly secret: string
  readonly as: 'cli' | 'agents'
  readonly replica: string
  readonly company: string
}

interface Open {
  readonly held: HeldDocument
  readonly link: Link
}

/**
 * A headless replica: it holds documents, runs the commands of the domain over them, and tells what changes. What was
 * written and not saved when it ends is gone, with a cache too (SPEC RT1): await `saved`.
 */
export class Replica {
  readonly pass: Pass
  readonly #log: Logger
  readonly #socket: Socket
  readonly #open = new Map<string, Open>()
  readonly #listeners = new Set<FeedListener>()
  readonly #ground: Ground
  readonly #keeping: Keeping | null
  /** Open documents that were in step before the line went down. */
  readonly #behind = new Set<string>()
  readonly #lost = Promise.withResolvers<Failure>()

  /** With a cache, documents begin with what was kept of them. */
  constructor(pass: Pass, log: Logger, cache: Cache | null = null) {
    this.pass = pass
    this.#log = log
    this.#keeping = cache && new Keeping(cache, (held) => this.#savedIn(held))
    this.#socket = openSocket(pass.address)
    this.#socket.provider.on('disconnect', () => {
      for (const held of this.#heldOf()) this.#behind.add(held.name)
    })
    this.#ground = {
      clock: new Clock(pass.replica, Date.now),
      person: null,
      open: (collection, id) => this.#documentFor(collection, id),
    }
  }

  /** Resolves when the server does not know this replica, or its key, any more. */
  get lost(): Promise<Failure> {
    return this.#lost.promise
  }

  /** Opens documents by their names without the company (`setup`); resolves when all that the server has is here. */
  async open(...names: readonly string[]): Promise<void> {
    await this.openNamed(names.map((rest) => `${this.pass.company}/${rest}`))
  }

  /** Opens documents by their whole names. */
  async openNamed(names: readonly string[]): Promise<void> {
    await Promise.all(names.map((name) => this.#hold(name).arrived))
  }

  /** Whether all that the server has of a document is here. */
  isOpen(name: string): boolean {
    return this.#open.get(name)?.held.isHere ?? false
  }

  /** The records of a collection in all open documents, removed ones included. */
  *rows<C extends Collection>(collection: C): Generator<Row<C>> {
    for (const held of this.#heldOf(collection)) yield* held.records(collection).rows()
  }

  /** The records of a collection in one document, removed ones included; none where that is not open. */
  *rowsIn<C extends Collection>(document: string, collection: C): Generator<Row<C>> {
    const held = this.#open.get(document)?.held
    if (held?.isHere) yield* held.records(collection).rows()
  }

  /** Whether what says something of a person was cut out of a record (shared/erasures/SPEC ER7): the server takes no such thing back. */
  isCut(collection: Collection, id: string): boolean {
    const held = this.#open.get(documentOf(this.pass.company, collection.family, id))?.held
    return held !== undefined && cutOf(held.doc, collection.name, id) !== null
  }

  /** The ids of a collection's records in all open documents. */
  *ids(collection: Collection): Generator<string> {
    for (const held of this.#heldOf(collection)) yield* held.records(collection).ids()
  }

  /** Runs one command as one act. Throws its Failure, and then nothing is written. */
  run<N extends CommandName>(command: N, args: CommandArgs<N>): CommandResult<N> {
    let result: CommandResult<N> | undefined
    this.write((tx) => {
      result = runPlanned(tx, { command, args })
    })
    // Set above: a command that threw has left already.
    return result as CommandResult<N>
  }

  /** Runs commands as one act: all of it is written, or nothing. */
  write(act: (tx: Transaction) => void): readonly Written[] {
    const tx = new Transaction(this.#ground)
    act(tx)
    return tx.commit(this)
  }

  /** Resolves when the server has saved all that was written to these documents; rejects with its refusal. */
  async saved(documents: Iterable<string>): Promise<void> {
    const all = [...new Set(documents)].flatMap((name) => this.#open.get(name)?.held ?? [])
    await Promise.all(all.map((held) => this.#savedIn(held)))
  }

  /** Resolves when all that was written to a document is saved, and, with a cache, kept; rejects as `saved`. */
  async settled(name: string): Promise<void> {
    const held = this.#open.get(name)?.held
    if (!held) return
    await this.#savedIn(held)
    await this.#keeping?.keep(held)
  }

  /** Lets a document go. What was written to it and is not saved is lost. */
  close(name: string): void {
    const open = this.#open.get(name)
    if (!open) return
    this.#open.delete(name)
    this.#behind.delete(name)
    open.link.close()
    open.held.close()
  }

  /** Calls `listener` with what changes in any open document, from here or elsewhere; returns its undo. */
  observe(listener: FeedListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Keeps what documents have come to, as far as the server answers in time, and stops. */
  async end(): Promise<void> {
    await this.#keeping?.end()
    this.stop()
  }

  /** Lets go of all documents and of the line. */
  stop(): void {
    this.#keeping?.stop()
    for (const name of [...this.#open.keys()]) this.close(name)
    this.#listeners.clear()
    this.#socket.provider.destroy()
  }

  #documentFor(collection: Collection, id: string): HeldDocument {
    const name = documentOf(this.pass.company, collection.family, id)
    const held = this.#open.get(name)?.held
    held?.check()
    if (!held?.isHere) throw new Failure('document-closed', { document: name })
    return held
  }

  *#heldOf({ family }: Partial<Collection> = {}): Generator<HeldDocument> {
    for (const { held } of this.#open.values())
      if (held.isHere && (family === undefined || held.name.split('/')[1] === family)) yield held
  }

  #inStep(document: string): void {
    if (this.#behind.delete(document) && this.#behind.size === 0) this.#log.info('in step again')
  }

  #savedIn(held: HeldDocument): Promise<void> {
    return held.saved((mark) => this.#open.get(held.name)?.link.mark(mark))
  }

  #hold(name: string): HeldDocument {
    const known = this.#open.get(name)
    if (known && !known.held.isRefused) return known.held
    // The server is asked once more.
    this.close(name)
    const held = new HeldDocument(name, this.#keeping?.kept(name))
    this.#open.set(name, { held, link: this.#link(held, () => held.take(this.#tell)) })
    this.#keeping?.watch(held)
    return held
  }

  /** The server's copy is another: it is fetched anew, and stands as it was until that is here. */
  #renew(name: string): void {
    const open = this.#open.get(name)
    if (!open) return
    open.link.close()
    const fresh = new HeldDocument(name)
    const link = this.#link(fresh, () => {
      if (this.#open.get(name)?.held !== open.held) return
      this.#open.set(name, { held: fresh, link })
      fresh.succeed(open.held, this.pass.replica, this.#tell)
      this.#keeping?.watch(fresh)
    })
    this.#open.set(name, { held: open.held, link })
  }

  #link(held: HeldDocument, arrived: () => void): Link {
    const { secret, as, replica } = this.pass
    const document = held.name
    const link: Link = new Link(this.#socket, document, held.doc, `service:${secret}:${as}:${replica}`, {
      synced: () => {
        arrived()
        this.#inStep(document)
        if (held.openMark > 0) link.mark(held.openMark)
      },
      marked: (mark) => held.marked(mark),
      delayed: (code) => this.#log.warn({ document, code }, 'the server cannot take it now'),
      refused: (code) => {
        if (code === 'document-packed' || (held.isKept && code.startsWith('update-'))) return this.#renew(document)
        this.#log.error({ document, code }, 'refused by the server')
        this.#open.get(document)?.held.refuse(code)
        if (code === 'replica-unknown' || code === 'sign-in-needed') this.#lost.resolve(new Failure(code, { document }))
      },
    })
    return link
  }

  #tell: FeedListener = (changes, document) => {
    for (const listener of this.#listeners) listener(changes, document)
  }
}
