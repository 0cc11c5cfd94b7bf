import type { CollectionName } from '../../../shared/collections.ts'
import type { CommandArgs, CommandName, CommandResult } from '../../../shared/commands.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Look } from '../../../shared/presence/presence.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import type { UnderWay } from '../../../shared/under-way.ts'
import type { GivenFile, Part } from '../files/queued.ts'
import type { Account, Closing, Done, FromWorker, Known, News, Request, ToWorker, Undid } from '../protocol.ts'
import type { AnswerTo } from '../queries/answer-to.ts'
import type { Answer, Query } from '../queries/query.ts'
import type { Aside } from '../sync/replay/not-accepted.ts'
import { Acting } from './saved/acting.ts'

/** The end of the line to the data worker that a page holds. */
export interface WorkerPort {
  postMessage(message: ToWorker): void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
}

/** What another worker is not asked: it is asked anew elsewhere, or there is nothing left to ask. */
const ONCE: readonly Request['ask'][] = ['subscribe', 'unsubscribe', 'look']

/** What writes: done twice it would be two acts. */
const ACTS: readonly Request['ask'][] = ['command', 'undo', 'redo', 'addFile']

/** News after which the session answers this page nothing any more. */
const ENDINGS: readonly News[] = ['ended', 'wiped', 'other-role']

/** With what a page opens a session. */
export interface Opening {
  /** The server's address, `http://host:port`. */
  readonly url: string
  /** This device's label. */
  readonly device: string
  /** The lock that this page holds as long as it lives. */
  readonly page: string
  /** Hears what the worker says unasked. */
  onNews(news: News): void
}

/** A request without its answer. */
interface Waiting {
  readonly request: Request
  /** A worker said that it has come, and may have done it. */
  isTaken: boolean
  readonly underWay: UnderWay | undefined
  resolve(result: unknown): void
  reject(failure: Failure): void
}

/** A page's only way to data: commands, and live queries. */
export class DataClient {
  readonly account: Account
  /**
   * Resolves when the documents that every screen needs are read; until then queries have remembered answers, if any. Failures:
   * server-unreachable at the very first start, sign-in-needed. Gives as what the server knows this device.
   */
  readonly opened: Promise<Known>
  readonly acting = new Acting(() => this.once({ what: 'status' }))
  readonly #port: WorkerPort
  readonly #calls = new Map<number, Waiting>()
  readonly #subs = new Map<number, { query: Query; readonly listener: (answer: Answer) => void }>()
  readonly #onNews: (news: News) => void
  readonly #opening: Request
  #look: Look | null = null
  #hasEnded = false
  #next = 1

  /** Opens the account's session; one may ask at once. */
  constructor(port: WorkerPort, account: Account, { url, device, page, onNews }: Opening) {
    this.account = account
    this.#port = port
    this.#onNews = onNews
    this.#opening = { ask: 'open', account, url, device, page }
    port.onmessage = ({ data }) => this.#take(data)
    this.opened = this.#ask(this.#opening) as Promise<Known>
  }

  /** Runs a command; resolves when its writes are on this device's disk. Rejects with its Failure, or when it was stopped: nothing was written. */
  async run<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    underWay?: UnderWay,
  ): Promise<{ readonly act: number; readonly result: CommandResult<N> }> {
    const done = (await this.#act({ ask: 'command', name, args }, underWay)) as Done
    return { act: done.act, result: done.result as CommandResult<N> }
  }

  /** Runs a command that Ctrl+Z passes over: one that happens by the way, or that nobody may take back without noticing. */
  async runPassedOver<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<void> {
    await this.#act({ ask: 'command', name, args, isPassedOver: true })
  }

  /** What a command would answer if it were run now; nothing is written. Rejects with its Failure. */
  async tryOut<N extends CommandName>(name: N, args: CommandArgs<N>, underWay?: UnderWay): Promise<CommandResult<N>> {
    return (await this.#ask({ ask: 'tryOut', name, args }, underWay)) as CommandResult<N>
  }

  /** Undoes an act of this page, its latest without a number. Rejects when it was stopped: all is as it was. */
  async undo(act?: number, underWay?: UnderWay): Promise<Undid> {
    return (await this.#act({ ask: 'undo', ...(act !== undefined && { act }) }, underWay)) as Undid
  }

  /** Repeats what this page undid last, as far as it is still as undoing left it. Rejects when it was stopped: all is as it was. */
  async redo(underWay?: UnderWay): Promise<Undid> {
    return (await this.#act({ ask: 'redo' }, underWay)) as Undid
  }

  /** A fresh id for a record of the collection. */
  newId(collection: CollectionName): Promise<string> {
    return this.#ask({ ask: 'newId', collection }) as Promise<string>
  }

  /** The number under which the next order of this device is recorded. */
  draftNumber(): Promise<string> {
    return this.#ask({ ask: 'draftNumber' }) as Promise<string>
  }

  async saveDraft(id: string, draft: JsonObject): Promise<void> {
    await this.#act({ ask: 'saveDraft', id, draft })
  }

  async dropDraft(id: string): Promise<void> {
    await this.#act({ ask: 'dropDraft', id })
  }

  /** Keeps a file and its record on this device, and sends it by and by. Failures as of `DeviceFiles.add`. */
  async addFile(file: GivenFile): Promise<Done> {
    return (await this.#act({ ask: 'addFile', file })) as Done
  }

  /** The bytes of a file or of its preview. Failures as of `DeviceFiles.open`. */
  async openFile(id: string, part: Part): Promise<Blob> {
    return (await this.#ask({ ask: 'openFile', id, part })) as Blob
  }

  /** What a letter names by its SHA-256: its words, an enclosure, what it came as. Failures as of `LetterBytes.open`. */
  async openLetter(id: string, hash: string): Promise<Blob> {
    return (await this.#ask({ ask: 'openLetter', id, hash })) as Blob
  }

  /** A file that this device could not send is tried again. */
  async retryFile(id: string): Promise<void> {
    await this.#ask({ ask: 'retryFile', id })
  }

  /** Says to the others who are online what this page shows; null: no record. */
  look(look: Look | null): void {
    this.#look = look
    this.#askLive({ ask: 'look', look })
  }

  /** Gives up a write that the server did not accept; gives it for taking that back, null where it is gone already. */
  async giveUp(seq: number): Promise<Aside | null> {
    return (await this.#ask({ ask: 'giveUp', seq })) as Aside | null
  }

  /** A write that was given up stands there again as one that the server did not accept. */
  async takeBack(givenUp: Aside): Promise<void> {
    await this.#ask({ ask: 'takeBack', givenUp })
  }

  /** What became of an act that was cut off was read: it is told no more. */
  async heard(act: number): Promise<void> {
    await this.#ask({ ask: 'heard', act })
  }

  /** Ends the account's session on this device, for its other tabs too; its stores stay. */
  async close(why: Closing = 'ended'): Promise<void> {
    if (this.#hasEnded) return
    await this.#ask({ ask: 'close', why })
    this.#hasEnded = true
    this.acting.end()
  }

  /** Calls `listener` with a query's answer, now and whenever it changes. */
  subscribe(query: Query, listener: (answer: Answer) => void): Subscription {
    const sub = this.#next++
    const asked = { query, listener }
    this.#subs.set(sub, asked)
    this.#askLive({ ask: 'subscribe', sub, query })
    return {
      ask: (other) => {
        asked.query = other
        this.#askLive({ ask: 'subscribe', sub, query: other })
      },
      end: () => {
        this.#subs.delete(sub)
        if (!this.#hasEnded) this.#askLive({ ask: 'unsubscribe', sub })
      },
    }
  }

  /** A query's answer as of now. */
  once<Q extends Query>(query: Q): Promise<AnswerTo<Q>> {
    return new Promise((resolve) => {
      const subscription = this.subscribe(query, (answer) => {
        subscription.end()
        // The worker answers a query with an answer of its own kind.
        resolve(answer as unknown as AnswerTo<Q>)
      })
    })
  }

  /** A session that another tab has ended meanwhile answers nothing any more; this page hears of it as news. */
  #askLive(request: Request): void {
    this.#ask(request).catch((error: unknown) => {
      if (!(error instanceof Failure && error.code === 'sign-in-needed')) throw error
    })
  }

  #act(request: Request, underWay?: UnderWay): Promise<unknown> {
    return this.acting.follow(this.#ask(request, underWay))
  }

  #ask(request: Request, underWay?: UnderWay): Promise<unknown> {
    return new Promise((resolve, reject) => {
      underWay?.signal.throwIfAborted()
      this.#send({ request, isTaken: false, underWay, resolve, reject })
    })
  }

  #send(waiting: Waiting): void {
    const call = this.#next++
    this.#calls.set(call, waiting)
    this.#port.postMessage({ ...waiting.request, call })
    waiting.underWay?.signal.addEventListener('abort', () => this.#stop(call), { once: true })
  }

  #stop(call: number): void {
    // Nothing waits for its answer: how the stopped request ends says all.
    if (this.#calls.has(call)) this.#port.postMessage({ ask: 'stop', stopped: call, call: this.#next++ })
  }

  #take(message: FromWorker): void {
    if (message.say === 'answer') this.#subs.get(message.sub)?.listener(message.answer)
    else if (message.say === 'news') this.#hear(message.news)
    else if (message.say === 'taken') this.#note(message.call)
    else if (message.say === 'progress') this.#calls.get(message.call)?.underWay?.onProgress(message.progress)
    else this.#end(message)
  }

  #note(call: number): void {
    const waiting = this.#calls.get(call)
    if (waiting) waiting.isTaken = true
  }

  #end(message: FromWorker & { readonly say: 'done' | 'failed' }): void {
    const waiting = this.#calls.get(message.call)
    this.#calls.delete(message.call)
    if (message.say === 'done') waiting?.resolve(message.result)
    else waiting?.reject(new Failure(message.failure.code, message.failure.params))
  }

  #hear(news: News): void {
    this.#hasEnded ||= ENDINGS.includes(news)
    if (this.#hasEnded) this.acting.end()
    if (news !== 'new-worker') this.#onNews(news)
    else if (!this.#hasEnded) this.#askAnew()
  }

  /**
   * The session is opened again, live queries go on. An act that was taken and has no answer may have been done or not: it
   * is not repeated.
   */
  #askAnew(): void {
    const unanswered = [...this.#calls.values()]
    const openings = unanswered.filter(({ request }) => request.ask === 'open')
    this.#calls.clear()
    if (openings.length === 0) void this.#ask(this.#opening)
    for (const waiting of openings) this.#send(waiting)
    for (const [sub, { query }] of this.#subs) this.#askLive({ ask: 'subscribe', sub, query })
    if (this.#look) void this.#ask({ ask: 'look', look: this.#look })
    for (const waiting of unanswered) this.#settle(waiting)
  }

  #settle(waiting: Waiting): void {
    const { ask } = waiting.request
    if (waiting.isTaken && ACTS.includes(ask)) waiting.reject(new Failure('answer-lost'))
    else if (waiting.underWay?.signal.aborted) waiting.reject(new Failure('change-stopped'))
    else if (ONCE.includes(ask)) waiting.resolve(null)
    else if (ask !== 'open') this.#send(waiting)
  }
}

/** A live query that stands: asked for another part, or ended. */
export interface Subscription {
  ask(query: Query): void
  end(): void
}
