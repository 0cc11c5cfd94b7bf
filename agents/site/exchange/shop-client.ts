import { cookieIn, readAnswer, readInit } from '../../../shared/site/exchange/protocol.ts'
import type { ExchangeTrouble, ShopExchange } from '../../../shared/site/exchange/settings.ts'
import { readBounded } from '../../runtime/outside/read-bounded.ts'

type Of = 'catalog' | 'sale'

/** So long an answer is waited for, ms; an import that is long under way is asked so often, and not more often than each so many ms. */
const ANSWER = 120_000
const STEPS = 500
const PAUSE = 1_000
/** No piece is greater, whatever the shop takes, and no answer. */
const PIECE = 4 * 1024 * 1024
const LARGEST = 64 * 1024 * 1024

/** An exchange that did not go well. */
export class ExchangeFault extends Error {
  readonly trouble: ExchangeTrouble
  readonly said: string

  constructor(trouble: ExchangeTrouble, said = '', cause?: unknown) {
    super(`${trouble} ${said}`, { cause })
    this.trouble = trouble
    this.said = said
  }
}

/** A session with a shop that speaks as 1C’s «Обмен с сайтом» (SPEC WB23). */
export class ShopClient {
  readonly #shop: ShopExchange<string>
  readonly #of: Of
  readonly #signal: AbortSignal
  readonly #cookies = new Map<string, string>()

  private constructor(shop: ShopExchange<string>, of: Of, signal: AbortSignal) {
    this.#shop = shop
    this.#of = of
    this.#signal = signal
  }

  /** Signs in. ExchangeFault. */
  static async open(shop: ShopExchange<string>, of: Of, signal: AbortSignal): Promise<ShopClient> {
    const client = new ShopClient(shop, of, signal)
    const answer = readAnswer(await client.#ask({ mode: 'checkauth' }))
    if (answer.is === 'failure') throw new ExchangeFault('keyRefused', answer.said)
    if (answer.is !== 'success') throw new ExchangeFault('notUnderstood')
    const cookie = cookieIn(answer)
    if (cookie !== null) client.#keep(cookie)
    return client
  }

  /** Sends a file in pieces that the shop takes, and has it taken in. */
  async upload(name: string, bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<void> {
    const piece = Math.min(limit > 0 ? limit : PIECE, PIECE)
    for (let at = 0; at < bytes.length; at += piece)
      success(await this.#ask({ mode: 'file', filename: name }, bytes.subarray(at, at + piece)))
    for (let step = 0; step < STEPS; step++) {
      const answer = readAnswer(await this.#ask({ mode: 'import', filename: name }))
      if (answer.is === 'success') return
      if (answer.is === 'failure') throw new ExchangeFault('refused', answer.said)
      if (answer.is === 'other') throw new ExchangeFault('notUnderstood')
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      this.#signal.throwIfAborted()
    }
    throw new ExchangeFault('refused')
  }

  /** How many bytes a piece of a file may have; 0: it does not say. */
  async init(): Promise<number> {
    const init = readInit(await this.#ask({ mode: 'init' }))
    if (init === null) throw new ExchangeFault('notUnderstood')
    return init.limit
  }

  /** The orders that wait there, as bytes of XML. */
  async query(): Promise<Uint8Array> {
    return await this.#fetch({ mode: 'query' })
  }

  /** Says that they have been taken: the shop gives them no more. */
  async confirm(): Promise<void> {
    success(await this.#ask({ mode: 'success' }))
  }

  async #ask(parameters: Readonly<Record<string, string>>, body?: Uint8Array<ArrayBuffer>): Promise<string> {
    return new TextDecoder().decode(await this.#fetch(parameters, body))
  }

  async #fetch(parameters: Readonly<Record<string, string>>, body?: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const { url, login, password } = this.#shop
    const at = new URL(url)
    for (const [name, value] of Object.entries({ type: this.#of, ...parameters })) at.searchParams.set(name, value)
    const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
    const cookie = [...this.#cookies.values()].join('; ')
    const headers = { authorization, ...(cookie && { cookie }) }
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(ANSWER)])
    try {
      const response = await fetch(at, { headers, signal, redirect: 'error', ...(body && { method: 'POST', body }) })
      for (const one of response.headers.getSetCookie()) this.#keep(one.split(';')[0] ?? '')
      if (response.status === 401 || response.status === 403) throw new ExchangeFault('keyRefused')
      if (!response.ok) throw new ExchangeFault('notUnderstood', `HTTP ${response.status}`)
      const bytes = await readBounded(response, LARGEST)
      if (bytes === null) throw new ExchangeFault('notUnderstood', `> ${LARGEST / 1024 / 1024} MB`)
      return bytes
    } catch (cause) {
      if (cause instanceof ExchangeFault) throw cause
      this.#signal.throwIfAborted()
      throw new ExchangeFault('unreachable', '', cause)
    }
  }

  #keep(cookie: string): void {
    const name = cookie.split('=')[0] ?? ''
    if (name !== '') this.#cookies.set(name, cookie)
  }
}

function success(text: string): void {
  const answer = readAnswer(text)
  if (answer.is === 'failure') throw new ExchangeFault('refused', answer.said)
  if (answer.is !== 'success') throw new ExchangeFault('notUnderstood')
}
