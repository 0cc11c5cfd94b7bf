import { COLLECTIONS } from '../../../../shared/collections.ts'
import { freshId } from '../../../../shared/documents/documents.ts'
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

  /** `page` tells this page from the others. */
  constructor(session: Session, port: Port, page: number) {
    this.#session = session
    this.#port = port
    this.#page = page
    this.#timeline = new Timeline(session)
  }

  answer(request: Asked): unknown {
    const { live, drafts } = this.#session
    switch (request.ask) {
      case 'command':
        return this.#run(request)
      case 'tryOut':
        return this.#session.tryOut(request.name, request.args)
      case 'undo':
        return this.#timeline.undo(request.act)
      case 'redo':
        return this.#timeline.redo()
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
      case 'look':
        return this.#session.look(this.#page, request.look)
      case 'giveUp':
        return this.#session.giveUp(request.seq)
    }
  }

  /** A page that is gone asks for nothing and looks at nothing. */
  leave(): void {
    for (const sub of this.#subs) this.#session.live.unsubscribe(this.#nameOf(sub))
    void this.#session.look(this.#page, null)
  }

  async #run({ name, args }: Asked & { readonly ask: 'command' }): Promise<Done> {
    const done = await this.#session.run(name, args)
    this.#timeline.did(done.act)
    return done
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
