import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Context } from 'hono'

/** A page as it is sent. */
interface Kept {
  /** Packed alone: nearly every browser takes it so, and four times as many fit. */
  readonly packed: Uint8Array<ArrayBuffer>
  readonly tag: string
}

/** Pages as they were made, until another catalogue is shown; those that were asked for last stay. */
export class KeptPages {
  readonly #pages = new Map<string, Kept>()
  readonly #most: number
  #bytes = 0

  /** `most`: bytes that they may take. */
  constructor(most = 64 * 1024 * 1024) {
    this.#most = most
  }

  /** A page by its address; made where it is not kept. Null: there is none. */
  of(key: string, make: () => string | null): Kept | null {
    const standing = this.#pages.get(key)
    if (standing) {
      // The last of a map is the newest.
      this.#pages.delete(key)
      this.#pages.set(key, standing)
      return standing
    }
    const text = make()
    return text === null ? null : this.#keep(key, text)
  }

  clear(): void {
    this.#pages.clear()
    this.#bytes = 0
  }

  #keep(key: string, text: string): Kept {
    const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
    const page = { packed: new Uint8Array(gzipSync(text)), tag }
    this.#pages.set(key, page)
    this.#bytes += sizeOf(key, page)
    for (const [first, old] of this.#pages) {
      if (this.#bytes <= this.#most) break
      this.#pages.delete(first)
      this.#bytes -= sizeOf(first, old)
    }
    return page
  }
}

/** What a page takes beside its bytes. */
const AROUND = 256

function sizeOf(key: string, { packed }: Kept): number {
  return packed.length + 2 * key.length + AROUND
}

/** How a page is kept by browsers: asked for anew each time, which costs nothing where it is the same. */
const ASK_ANEW = 'private, no-cache'

/** Sends a kept page, or that it is the same as the browser’s. */
export function sendKept(c: Context, { packed, tag }: Kept, type = 'text/html; charset=utf-8'): Response {
  c.header('cache-control', c.res.headers.get('cache-control') ?? ASK_ANEW)
  c.header('etag', tag)
  c.header('vary', 'accept-encoding, cookie')
  if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304)
  c.header('content-type', type)
  if (!takesGzip(c)) return c.body(new Uint8Array(gunzipSync(packed)))
  c.header('content-encoding', 'gzip')
  return c.body(packed)
}

/** Sends a page that is one visitor’s own, and nobody’s else. */
export function sendOwn(
  c: Context,
  text: string,
  status: 200 | 404 | 413 | 415 | 422 | 429 | 500 | 503 = 200,
): Response {
  c.header('cache-control', 'no-store')
  c.header('content-type', 'text/html; charset=utf-8')
  c.status(status)
  if (!takesGzip(c)) return c.body(text)
  c.header('content-encoding', 'gzip')
  return c.body(new Uint8Array(gzipSync(text)))
}

function takesGzip(c: Context): boolean {
  return /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
}
