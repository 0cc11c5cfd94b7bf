import { COLLECTIONS } from '../../../../shared/collections.ts'
import { freshId } from '../../../../shared/documents/documents.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { UnderWay } from '../../../../shared/under-way.ts'
import type { Done, FromWorker, Request } from '../../protocol.ts'
import type { Session } from '../session.ts'
import { Timeline } from '../writing/timeline.ts'

/** What a page speaks through: a MessagePort, or what stands in for one. */
export interface Port {
  postMessage(message: FromWorker): void
  close(): void
}

/** What a page asks of an open session. */
type Asked = Exclude<Request, { readonly ask: 'open' | 'close' | 'wipe' }>

/** One page before an open session: its live queries, its acts, and what it looks at. */
export class Seat {
  readonly #session: Session
  readonly #port: Port
  readonly #page: number
  readonly #timeline: Timeline
  readonly #subs = new Set<number>()
  /** The requests under way that can be stopped, by call. */
  readonly #stops = new Map<number, AbortController>()
  /** Those of them over many that end with the page, which would have their undo. */
  readonly #long = new Set<number>()

  /** `page` tells this page from the others. */
  constructor(session: Session, port: Port, page: number) {
    this.#session = session
    this.#port = port
    this.#page = page
    this.#timeline = new Timeline(session)
  }

  /** `call`: the request's number, under which the page hears how far it is. */
  answer(request: Asked, call: number): unknown {
    const { live, drafts } = this.#session
    switch (request.ask) {
      case 'command':
        return this.#stoppable(call, (underWay) => this.#run(request, this.#bound(call, underWay)))
      case 'tryOut':
        return this.#stoppable(call, (underWay) => this.#session.tryOut(request.name, request.args, underWay))
      case 'undo':
        return this.#stoppable(call, (underWay) => this.#timeline.undo(request.act, underWay))
      case 'redo':
        return this.#stoppable(call, (underWay) => this.#timeline.redo(underWay))
      case 'stop':
        return this.#stops.get(request.stopped)?.abort(new Failure('change-stopped'))
      case 'newId':
        return freshId(COLLECTIONS[request.collection].family, this.#session.now)
      case 'draftNumber':
        return drafts.nextNumber()
      case 'subscribe':
        return this.#subscribe(request)
      case 'unsubscribe':
        this.#subs.delete(request.sub)
        return live.unsubscribe(this.#nameOf(request.sub))
      case 'saveDraft':
        return drafts.save(request.id, request.draft)
      case 'dropDraft':
        return drafts.drop(request.id)
      case 'addFile':
        return this.#timeline.does(this.#session.addFile(request.file))
      case 'openFile':
        return this.#session.files.open(request.id, request.part)
      case 'openLetter':
        return this.#session.files.letters.open(request.id, request.hash)
      case 'retryFile':
        return this.#session.files.retry(request.id)
      case 'look':
        return this.#session.look(this.#page, request.look)
      case 'heard':
        return this.#session.heard(request.act)
      case 'giveUp':
        return this.#session.giveUp(request.seq)
      case 'takeBack':
        return this.#session.takeBack(request.givenUp)
    }
  }

  /** A page that is gone asks for nothing and looks at nothing; what it does to many is taken back (records/SPEC.md R22). */
  leave(): void {
    for (const call of this.#long) this.#stops.get(call)?.abort(new Failure('page-left'))
    for (const sub of this.#subs) this.#session.live.unsubscribe(this.#nameOf(sub))
    void this.#session.look(this.#page, null)
  }

  async #stoppable<T>(call: number, work: (underWay: UnderWay) => Promise<T>): Promise<T> {
    const stop = new AbortController()
    this.#stops.set(call, stop)
    try {
      return await work({ onProgress: this.#follow(call), signal: stop.signal })
    } finally {
      this.#stops.delete(call)
      this.#long.delete(call)
    }
  }

  /** Only what is done in several parts says how far it is. */
  #bound(call: number, { onProgress, signal }: UnderWay): UnderWay {
    return {
      signal,
      onProgress: (progress) => {
        this.#long.add(call)
        onProgress(progress)
      },
    }
  }

  /** The page hears how far it is. */
  #follow(call: number): UnderWay['onProgress'] {
    return (progress) => this.#port.postMessage({ say: 'progress', call, progress })
  }

  #run({ name, args, isPassedOver }: Asked & { readonly ask: 'command' }, underWay: UnderWay): Promise<Done> {
    const act = this.#session.run(name, args, underWay)
    return isPassedOver ? act : this.#timeline.does(act)
  }

  #subscribe({ sub, query }: Asked & { readonly ask: 'subscribe' }): void {
    this.#subs.add(sub)
    this.#session.live.subscribe(this.#nameOf(sub), query, (answer) =>
      this.#port.postMessage({ say: 'answer', sub, answer }),
    )
  }

  #nameOf(sub: number): string {
    return `${this.#page}:${sub}`
  }
}
