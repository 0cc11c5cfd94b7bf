import { Failure } from '../../../../shared/errors.ts'
import type { Account, Closing, FailureMessage, Known, News, Request, ToWorker } from '../../protocol.ts'
import type { Session } from '../session.ts'
import { holdLock, lockFree } from './lock.ts'
import { type Port, Seat } from './seat.ts'

/** What a desk does with what this device keeps of an account. */
export interface Keep {
  /** Opens the account's session. `device` is the label of this device. */
  open(account: Account, url: string, device: string): Promise<Session>
  /** Sends what is unsent, as far as the server takes it, and drops everything; gives how many changes were lost. */
  wipe(account: Account, url: string): Promise<number>
}

/** So long pages wait for one another until a session with another role begins. */
const LEAVING_MS = 3000

/** Serves the pages of one account: one session, any number of ports. While it is open, it holds the account's lock. */
export class Desk {
  readonly #keep: Keep
  #session: Promise<Session> | null = null
  #release: (() => void) | null = null
  /** The pages that have opened the session, or wait for it. */
  readonly #pages = new Set<Port>()
  readonly #seats = new Map<Port, Seat>()
  /** What the pages that wait are told; null while nothing holds the session up. */
  #hindrance: News | null = null
  #numbers = 0
  /** Pages that have saved and wait until the others have. */
  readonly #leaving: (() => void)[] = []

  constructor(keep: Keep) {
    this.#keep = keep
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

  async #answer(port: Port, request: ToWorker): Promise<unknown> {
    if (request.ask === 'open') return this.#open(port, request)
    if (request.ask === 'wipe') return this.#wipe(request)
    if (this.#session === null) throw new Failure('sign-in-needed')
    const session = await this.#session
    return request.ask === 'close'
      ? this.#close(session, port, request.why)
      : this.#seatOf(session, port).answer(request, request.call)
  }

  /** Answered when the documents that every screen needs are read; other requests are taken as soon as there is a session. */
  async #open(port: Port, { account, url, device, page }: Request & { readonly ask: 'open' }): Promise<Known> {
    this.#pages.add(port)
    if (this.#hindrance) port.postMessage({ say: 'news', news: this.#hindrance })
    this.#session ??= this.#begin(account, url, device)
    const begun = this.#session
    try {
      const session = await begun
      await session.opened
      void this.#whenGone(page, port)
      return session.known
    } catch (error) {
      this.#pages.delete(port)
      await this.#giveUp(begun)
      throw error
    }
  }

  async #begin(account: Account, url: string, device: string): Promise<Session> {
    const release = await this.#lock(account)
    try {
      const session = await this.#keep.open(account, url, device)
      this.#release = release
      void session.unknown.then(() => this.#again(session))
      return session
    } catch (error) {
      release()
      throw error
    }
  }

  /** A session that could not be opened is none: whoever comes next tries again. */
  async #giveUp(begun: Promise<Session>): Promise<void> {
    if (this.#session !== begun) return
    this.#session = null
    const release = this.#release
    this.#release = null
    const [session] = await Promise.allSettled([begun])
    if (session.status === 'fulfilled') await session.value.close()
    release?.()
  }

  async #lock({ company, user }: Account): Promise<() => void> {
    try {
      return await holdLock(`${company}/${user}`, () => {
        this.#hindrance = 'held-elsewhere'
        this.#tell(this.#pages, this.#hindrance)
      })
    } finally {
      this.#hindrance = null
    }
  }

  #seatOf(session: Session, port: Port): Seat {
    const seat = this.#seats.get(port) ?? new Seat(session, port, ++this.#numbers)
    this.#seats.set(port, seat)
    return seat
  }

  async #whenGone(page: string, port: Port): Promise<void> {
    await lockFree(page)
    this.#pages.delete(port)
    this.#seats.get(port)?.leave()
    this.#seats.delete(port)
    port.close()
  }

  /**
   * Ends the session for all its pages: the others are told, and each has to open it anew. With another role each of them
   * saves what is typed in it and then asks for the same: the session ends when the last one has, and waits for none that
   * is frozen.
   */
  async #close(session: Session, port: Port, why: Closing): Promise<void> {
    this.#pages.delete(port)
    if (why === 'other-role') await this.#othersLeft()
    if ((await this.#session) === session) await this.#end(session, why)
  }

  async #othersLeft(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#leaving.push(resolve)
    if (this.#pages.size === 0) for (const leave of this.#leaving.splice(0)) leave()
    await Promise.race([promise, new Promise((frozen) => setTimeout(frozen, LEAVING_MS))])
  }

  async #wipe({ account, url }: Request & { readonly ask: 'wipe' }): Promise<number> {
    if (this.#session !== null) await this.#end(await this.#session, 'wiped')
    const release = await this.#lock(account)
    try {
      return await this.#keep.wipe(account, url)
    } finally {
      release()
    }
  }

  /** The server has given this device up: opened anew, it asks for another name and goes on. */
  async #again(session: Session): Promise<void> {
    if ((await this.#session) === session) await this.#end(session, 'new-worker')
  }

  async #end(session: Session, news: News): Promise<void> {
    const release = this.#release
    this.#session = null
    this.#tell(this.#pages, news)
    this.#pages.clear()
    this.#seats.clear()
    try {
      await session.close()
    } finally {
      release?.()
    }
  }

  #tell(ports: Iterable<Port>, news: News): void {
    for (const port of ports) port.postMessage({ say: 'news', news })
  }
}

function asMessage(error: unknown): FailureMessage {
  if (error instanceof Failure) return { code: error.code, params: error.params }
  return { code: 'unexpected', params: { what: error instanceof Error ? error.message : String(error) } }
}
