import { COLLECTIONS } from '../../../shared/collections.ts'
import { freshId } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import { memoryMeta } from '../device/memory-meta.ts'
import { openMeta } from '../device/meta.ts'
import { replicaOf } from '../device/replica.ts'
import { indexedStores } from '../documents/indexed-stores.ts'
import { memoryStores } from '../documents/memory-stores.ts'
import {
  type Account,
  type Done,
  type FailureMessage,
  type FromWorker,
  type Request,
  type ToWorker,
  WORKER_PROTOCOL,
} from '../protocol.ts'
import { holdLock, lockFree } from './lock.ts'
import { type Foundation, Session } from './session.ts'
import { Timeline } from './timeline.ts'

/** What a page speaks through: a MessagePort, or what stands in for one. */
export interface Port {
  postMessage(message: FromWorker): void
}

/** Serves the pages of one account: one session, any number of ports. */
export class Desk {
  #session: Promise<Session> | null = null
  readonly #numbers = new WeakMap<Port, number>()
  readonly #timelines = new WeakMap<Port, Timeline>()
  #ports = 0

  /** Answers one message of a page. */
  async take(port: Port, message: ToWorker): Promise<void> {
    const { call } = message
    try {
      port.postMessage({ say: 'done', call, result: (await this.#answer(port, message)) ?? null })
    } catch (error) {
      port.postMessage({ say: 'failed', call, failure: asMessage(error) })
    }
  }

  async #answer(port: Port, request: Request): Promise<unknown> {
    if (request.ask === 'open') return this.#open(port, request)
    if (this.#session === null) throw new Failure('sign-in-needed')
    const session = await this.#session
    switch (request.ask) {
      case 'command':
        return this.#run(session, port, request)
      case 'undo':
        return this.#timelineOf(session, port).undo(request.act)
      case 'redo':
        return this.#timelineOf(session, port).redo()
      case 'newId':
        return freshId(COLLECTIONS[request.collection].family, session.now)
      case 'draftNumber':
        return session.drafts.nextNumber()
      case 'subscribe':
        return session.live.subscribe(this.#subOf(port, request.sub), request.query, (answer) =>
          port.postMessage({ say: 'answer', sub: request.sub, answer }),
        )
      case 'unsubscribe':
        return session.live.unsubscribe(this.#subOf(port, request.sub))
      case 'saveDraft':
        return session.drafts.save(request.id, request.draft)
      case 'dropDraft':
        return session.drafts.drop(request.id)
      case 'look':
        return session.look(this.#pageOf(port), request.look)
      case 'giveUp':
        return session.giveUp(request.seq)
      case 'close':
        return this.#close(session)
    }
  }

  async #open(
    port: Port,
    { protocol, account, url, device, page }: Request & { readonly ask: 'open' },
  ): Promise<{ readonly protocol: number }> {
    if (protocol !== WORKER_PROTOCOL) throw new Failure('protocol-outdated')
    this.#session ??= begin(account, url, device)
    try {
      await this.#session
    } catch (error) {
      this.#session = null
      throw error
    }
    void this.#whenGone(page, port)
    return { protocol: WORKER_PROTOCOL }
  }

  async #run(session: Session, port: Port, { name, args }: Request & { readonly ask: 'command' }): Promise<Done> {
    const done = await session.run(name, args)
    this.#timelineOf(session, port).did(done.act)
    return done
  }

  #timelineOf(session: Session, port: Port): Timeline {
    const timeline = this.#timelines.get(port) ?? new Timeline(session)
    this.#timelines.set(port, timeline)
    return timeline
  }

  /** A page that is gone looks at nothing. */
  async #whenGone(page: string, port: Port): Promise<void> {
    await lockFree(page)
    ;(await this.#session)?.look(this.#pageOf(port), null)
  }

  async #close(session: Session): Promise<void> {
    this.#session = null
    await session.close()
  }

  #subOf(port: Port, sub: number): string {
    return `${this.#pageOf(port)}:${sub}`
  }

  #pageOf(port: Port): number {
    const number = this.#numbers.get(port) ?? ++this.#ports
    this.#numbers.set(port, number)
    return number
  }
}

async function begin(account: Account, url: string, device: string): Promise<Session> {
  const name = `${account.company}/${account.user}`
  await holdLock(name)
  const kept = await storesOf(name)
  const given = await replicaOf(kept.meta, url, device)
  return Session.open({ account, ...kept, given, url })
}

async function storesOf(name: string): Promise<Pick<Foundation, 'meta' | 'stores' | 'stored'>> {
  try {
    return { meta: await openMeta(name), stores: indexedStores(), stored: true }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return { meta: memoryMeta(), stores: memoryStores(), stored: false }
  }
}

function asMessage(error: unknown): FailureMessage {
  if (error instanceof Failure) return { code: error.code, params: error.params }
  return { code: 'unexpected', params: { what: error instanceof Error ? error.message : String(error) } }
}
