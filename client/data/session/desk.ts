import { COLLECTIONS } from '../../../shared/collections.ts'
import { freshId } from '../../../shared/documents/documents.ts'
import { Failure } from '../../../shared/errors.ts'
import {
  type Account,
  type Done,
  type FailureMessage,
  type FromWorker,
  type News,
  type Request,
  type ToWorker,
  WORKER_PROTOCOL,
} from '../protocol.ts'
import { holdLock, lockFree } from './lock.ts'
import type { Session } from './session.ts'
import { Timeline } from './timeline.ts'

/** What a page speaks through: a MessagePort, or what stands in for one. */
export interface Port {
  postMessage(message: FromWorker): void
}

/** Opens an account's session on what this device keeps of it. `device` is the label of this device. */
export type OpenSession = (account: Account, url: string, device: string) => Promise<Session>

/** Serves the pages of one account: one session, any number of ports. While it is open, it holds the account's lock. */
export class Desk {
  readonly #openSession: OpenSession
  #session: Promise<Session> | null = null
  #release: (() => void) | null = null
  /** The pages that have opened the session, or wait for it. */
  readonly #pages = new Set<Port>()
  /** What the pages that wait are told; null while nothing holds the session up. */
  #hindrance: News | null = null
  readonly #numbers = new WeakMap<Port, number>()
  readonly #timelines = new WeakMap<Port, Timeline>()
  #ports = 0

  constructor(openSession: OpenSession) {
    this.#openSession = openSession
  }

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
        return this.#close(session, port)
    }
  }

  async #open(
    port: Port,
    { protocol, account, url, device, page }: Request & { readonly ask: 'open' },
  ): Promise<{ readonly protocol: number }> {
    if (protocol !== WORKER_PROTOCOL) throw new Failure('protocol-outdated')
    this.#pages.add(port)
    if (this.#hindrance) port.postMessage({ say: 'news', news: this.#hindrance })
    this.#session ??= this.#begin(account, url, device)
    try {
      await this.#session
    } catch (error) {
      this.#session = null
      this.#pages.delete(port)
      throw error
    }
    void this.#whenGone(page, port)
    return { protocol: WORKER_PROTOCOL }
  }

  async #begin(account: Account, url: string, device: string): Promise<Session> {
    const release = await this.#lock(`${account.company}/${account.user}`)
    try {
      const session = await this.#openSession(account, url, device)
      this.#release = release
      return session
    } catch (error) {
      release()
      throw error
    }
  }

  async #lock(name: string): Promise<() => void> {
    try {
      return await holdLock(name, () => {
        this.#hindrance = 'held-elsewhere'
        this.#tell(this.#pages, this.#hindrance)
      })
    } finally {
      this.#hindrance = null
    }
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
    this.#pages.delete(port)
    ;(await this.#session)?.look(this.#pageOf(port), null)
  }

  /** Ends the session for all its pages: the others are told, and each has to open it anew. */
  async #close(session: Session, port: Port): Promise<void> {
    const release = this.#release
    this.#session = null
    this.#pages.delete(port)
    this.#tell(this.#pages, 'ended')
    this.#pages.clear()
    try {
      await session.close()
    } finally {
      release?.()
    }
  }

  #tell(ports: Iterable<Port>, news: News): void {
    for (const port of ports) port.postMessage({ say: 'news', news })
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

function asMessage(error: unknown): FailureMessage {
  if (error instanceof Failure) return { code: error.code, params: error.params }
  return { code: 'unexpected', params: { what: error instanceof Error ? error.message : String(error) } }
}
