import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'

/** How the library of uploads asks the server: by `fetch`, which knows the session, in workers and tests alike. */
export const FETCH_STACK: HttpStack = {
  createRequest: (method, url) => new FetchRequest(method, url),
  getName: () => 'fetch',
}

class FetchRequest implements HttpRequest {
  readonly #method: string
  readonly #url: string
  readonly #headers = new Headers()
  readonly #ending = new AbortController()

  constructor(method: string, url: string) {
    this.#method = method
    this.#url = url
  }

  getMethod(): string {
    return this.#method
  }

  getURL(): string {
    return this.#url
  }

  setHeader(name: string, value: string): void {
    this.#headers.set(name, value)
  }

  getHeader(name: string): string | undefined {
    return this.#headers.get(name) ?? undefined
  }

  /** `fetch` tells nothing of a body on its way: the pieces are small, and each is told of. */
  setProgressHandler(): void {}

  async send(body: BodyInit | null = null): Promise<HttpResponse> {
    const response = await fetch(this.#url, {
      method: this.#method,
      headers: Object.fromEntries(this.#headers),
      body,
      credentials: 'include',
      signal: this.#ending.signal,
    })
    const text = await response.text()
    return {
      getStatus: () => response.status,
      getHeader: (name) => response.headers.get(name) ?? undefined,
      getBody: () => text,
      getUnderlyingObject: () => response,
    }
  }

  async abort(): Promise<void> {
    this.#ending.abort()
  }

  getUnderlyingObject(): null {
    return null
  }
}
