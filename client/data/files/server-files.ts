import {
  type BytesAsked,
  type BytesGone,
  type FileArrival,
  type FileArrived,
  MOST_HASHES,
} from '../../../shared/accounts/api.ts'
import { Failure, isFailureCode } from '../../../shared/errors.ts'
import { letterCollection } from '../../../shared/letters/whose.ts'
import type { Part } from './queued.ts'

/** Whoever adds a file waits no longer for the server's word, ms. */
const LIMIT_MS = 3000

/** What the server is asked of files. Each rejects with the Failure that it names, or server-unreachable. */
export class ServerFiles {
  readonly uploads: string
  /** Sent with everything that is asked. */
  readonly headers: Readonly<Record<string, string>>
  readonly #url: string

  /** `url`: the server's address; `wiping`: by what a device speaks that is to be wiped, `<replica>:<key>`; null: its session. */
  constructor(url: string, wiping: string | null) {
    this.#url = url
    this.headers = wiping === null ? {} : { authorization: `Wiping ${wiping}` }
    this.uploads = `${url}/api/uploads`
  }

  /** Says that a part may be there, brought by an upload; gives whether it is. */
  async settle(id: string, part: Part, upload: string | null): Promise<boolean> {
    const body: FileArrival = { part, upload: upload?.split('/').at(-1) ?? null }
    const response = await this.#ask(`/api/files/${id}/stored`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    return ((await response.json()) as FileArrived).stored
  }

  async fetch(id: string, part: Part): Promise<Blob> {
    return await this.#bytes(`/api/files/${id}${part === 'preview' ? '/preview' : ''}`)
  }

  /** Bytes that a letter names by their hash. */
  async fetchOfLetter(letter: string, hash: string): Promise<Blob> {
    return await this.#bytes(`/api/letters/${letterCollection(letter)}/${letter}/${hash}`)
  }

  async #bytes(path: string): Promise<Blob> {
    const response = await this.#ask(path)
    try {
      return await response.blob()
    } catch (cause) {
      throw new Failure('server-unreachable', {}, { cause })
    }
  }

  /** Which of these the server has no more, by SHA-256. */
  async gone(hashes: readonly string[]): Promise<readonly string[]> {
    const gone: string[] = []
    for (let from = 0; from < hashes.length; from += MOST_HASHES) {
      const body: BytesAsked = { hashes: hashes.slice(from, from + MOST_HASHES) }
      const response = await this.#ask('/api/files/gone', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      gone.push(...((await response.json()) as BytesGone).gone)
    }
    return gone
  }

  /** The greatest file that is taken, bytes; null where the server does not say. */
  async limit(): Promise<number | null> {
    const response = await this.#ask('/api/uploads', { method: 'OPTIONS', signal: AbortSignal.timeout(LIMIT_MS) })
    return Number(response.headers.get('tus-max-size')) || null
  }

  async #ask(path: string, init: Asked = {}): Promise<Response> {
    const response = await reached(
      fetch(this.#url + path, { ...init, headers: { ...init.headers, ...this.headers }, credentials: 'include' }),
    )
    if (response.ok) return response
    const { code, params } = (await response.json().catch(() => ({}))) as { code?: unknown; params?: Failure['params'] }
    throw isFailureCode(code) ? new Failure(code, params) : new Failure('server-unreachable')
  }
}

/** What is asked, and its headers as a list of names. */
type Asked = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

async function reached(response: Promise<Response>): Promise<Response> {
  try {
    return await response
  } catch (cause) {
    throw new Failure('server-unreachable', {}, { cause })
  }
}
